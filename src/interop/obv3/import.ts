import { present } from '../../domain/shared/present.ts';
import type { LanguageMap } from '../../domain/shared/language.ts';
import type { MicrocredentialContent } from '../../domain/catalogue/microcredential.ts';
import { type ImportedDraft, legalFormsOf } from '../import/draft.ts';
import { alignedTo, withSkills } from './alignments.ts';
import { awardingBodiesOf } from './bodies.ts';
import { assessmentTypesOf, participationOf, supervisionOf } from './forms.ts';
import { furtherInformationOf } from './further.ts';
import { gradingSchemeOf } from './grading.ts';
import { noteLeftovers } from './leftovers.ts';
import { openSource, type Source } from './source.ts';
import { workloadOf } from './workload.ts';

/**
 * Reads the achievement of an Open Badges 3.0 credential, or an achievement alone, as the content of a draft, with the
 * members of the Dutch education sector. Data about a person are never taken over. Throws `import-unreadable` for
 * anything else.
 */
export function importObv3(input: unknown): ImportedDraft {
  const source = openSource(input);
  const { document, texts, achievement, languages } = source;
  const { level, qualityAssurance, skills } = alignedTo(source);
  const content: MicrocredentialContent = present({
    title: texts.one(achievement, 'name'),
    description: withMarkdownNote(source, texts.one(achievement, 'description'), `${achievement.pointer}/description`),
    learningOutcomes: withSkills(outcomesOf(source), skills),
    workload: workloadOf(source),
    level,
    assessmentTypes: assessmentTypesOf(source),
    participation: participationOf(source),
    qualityAssurance,
    languages: languages.length > 0 ? languages : undefined,
    supervision: supervisionOf(source),
    gradingScheme: gradingSchemeOf(source),
    furtherInformation: furtherInformationOf(source),
    awardingBodies: awardingBodiesOf(source),
    legalForms: legalFormsOf(document),
  });
  noteLeftovers(document);
  return { content, notes: document.notes.list() };
}

/** What a person must do or can do to earn it: the nearest that Open Badges has to learning outcomes. */
function outcomesOf(source: Source): MicrocredentialContent['learningOutcomes'] {
  const { document, texts, achievement } = source;
  const criteria = document.parts([achievement], 'criteria', 'criteria');
  const written = criteria.map((part) => ({
    text: withMarkdownNote(source, texts.one(part, 'narrative'), `${part.pointer}/narrative`),
    part,
  }));
  const outcomes = written.flatMap(({ text, part }) => {
    if (!text) return [];
    document.notes.add(
      `${part.pointer}/narrative`,
      'The criteria were taken as a learning outcome. Say what a person can do afterwards.',
    );
    return [{ text }];
  });
  return outcomes.length > 0 ? outcomes.slice(0, 50) : undefined;
}

/** Marks at the beginning of a line, pairs of them within one, and links: as CommonMark has them. */
const markdown = /^ {0,3}(#{1,6}|[-*+>]|\d+[.)]) |(\*\*|__)[^\s].*?\2|\[[^\]\n]+\]\([^)\s]+\)/m;

function withMarkdownNote(
  { document }: Source,
  text: LanguageMap | undefined,
  pointer: string,
): LanguageMap | undefined {
  if (text && Object.values(text).some((each) => markdown.test(each))) {
    document.notes.add(pointer, 'This text has signs of Markdown, which are shown as they stand. Take them out.');
  }
  return text;
}

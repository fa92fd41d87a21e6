import type { Violation } from '../domain/errors.ts';
import type { MicrocredentialContent } from '../domain/microcredential.ts';
import { eqf, iscedF, language, learningActivity, learningOpportunity, mode } from '../generated/vocab.ts';
import { assessmentTypesOf, gradingSchemeOf, supervisionOf } from './elm-import-assessment.ts';
import { bodiesOf } from './elm-import-bodies.ts';
import { noteLeftovers } from './elm-import-leftovers.ts';
import { outcomesOf, stackabilityOf } from './elm-import-outcomes.ts';
import { openSource, type Source } from './elm-import-source.ts';
import type { Place } from './elm-import-texts.ts';
import { bounded, codesIn, namedConcept, oneCode, orNone, present, webAddress } from './elm-import-values.ts';
import { workloadOf } from './elm-import-workload.ts';

/** What a draft can take over, and a note on each thing that it cannot or that somebody should look at. */
export type ElmImport = Readonly<{ content: MicrocredentialContent; notes: readonly Violation[] }>;

const mostFields = 10;
const mostLanguages = 20;

/**
 * Reads a European Digital Credential, a learning opportunity or a qualification of the European Learning Model 3 as
 * the content of a draft. Data about a person are never taken over. Throws `import-unreadable` for anything else.
 */
export function importElm(input: unknown): ElmImport {
  const source = openSource(input);
  const { document } = source;
  const content: MicrocredentialContent = present({
    ...wordsOf(source),
    ...bodiesOf(source),
    learningOutcomes: outcomesOf(source),
    workload: workloadOf(source),
    level: levelOf(source),
    assessmentTypes: assessmentTypesOf(source),
    participation: participationOf(source),
    supervision: supervisionOf(source),
    gradingScheme: gradingSchemeOf(source),
    stackability: stackabilityOf(source),
    ...classificationOf(source),
    legalForm: 'other',
  });
  document.notes.add('#', 'Under which legal form the course is given is not in the document: “other” was written. Choose it.');
  noteLeftovers(document);
  return { content, notes: document.notes.list() };
}

function wordsOf(source: Source) {
  const { document, texts, specifications, achievements, opportunities, activities } = source;
  const all = [...specifications, ...achievements, ...opportunities];
  const title = texts.first(places([...specifications, ...achievements, ...opportunities], 'title'));
  const prerequisites = texts.joined(places(specifications, 'entryRequirement'));
  const furtherInformation = texts.joined(places([...specifications, ...opportunities], 'additionalNote'));
  const homepage = [...specifications, ...opportunities].flatMap((part) => webAddress(document, part, 'homepage') ?? []);
  return { title: title?.text, description: descriptionOf(source), prerequisites, furtherInformation, homepage: homepage[0] };
}

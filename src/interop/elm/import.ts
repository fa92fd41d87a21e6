import { present } from '../../domain/shared/present.ts';
import type { MicrocredentialContent } from '../../domain/catalogue/microcredential.ts';
import { eqf, iscedF, language, learningActivity, learningOpportunity, mode } from '../../generated/vocab.ts';
import { assessmentTypesOf, gradingSchemeOf, supervisionOf } from './assessment.ts';
import { bodiesOf } from './bodies.ts';
import { fundingOf, targetGroupsOf } from './description.ts';
import { noteLeftovers } from './leftovers.ts';
import { outcomesOf, stackabilityOf } from './outcomes.ts';
import { type ImportedDraft, legalFormsOf } from '../import/draft.ts';
import type { Part, MemberOfPart } from '../import/parts.ts';
import { openSource, type Source } from './source.ts';
import { bounded, codesIn, namedConcept, oneCode, orNone, webAddress } from '../import/values.ts';
import { workloadOf } from './workload.ts';

const mostFields = 10;
const mostLanguages = 20;

/**
 * Reads a European Digital Credential, a learning opportunity or a qualification of the European Learning Model 3 as
 * the content of a draft. Data about a person are never taken over. Throws `import-unreadable` for anything else.
 */
export function importElm(input: unknown): ImportedDraft {
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
    targetGroups: targetGroupsOf(source),
    funding: fundingOf(source),
    legalForms: legalFormsOf(document),
  });
  noteLeftovers(document);
  return { content, notes: document.notes.list() };
}

/** The same member of several parts, in the order in which they are asked. */
const places = (parts: readonly Part[], member: string): readonly MemberOfPart[] => parts.map((part) => [part, member]);

function wordsOf(source: Source) {
  const { document, texts, specifications, achievements, opportunities } = source;
  return {
    title: texts.first(places([...specifications, ...achievements, ...opportunities], 'title'))?.text,
    description: descriptionOf(source),
    prerequisites: prerequisitesOf(source),
    furtherInformation: texts.joined(places([...specifications, ...opportunities], 'additionalNote')),
    homepage: webAddress(document, places([...specifications, ...opportunities], 'homepage')),
  };
}

/** Descriptions of the course come first; those of what one person did may say something about that person. */
function descriptionOf({ document, texts, specifications, opportunities, activities, achievements }: Source) {
  const aboutTheCourse = places([...specifications, ...opportunities], 'description');
  const found = texts.first([
    ...aboutTheCourse,
    ...places([...activities, ...achievements], 'description'),
    ...places(specifications, 'learningOutcomeSummary'),
  ]);
  if (found && !aboutTheCourse.includes(found.place)) {
    document.notes.add(
      found.pointer,
      'The specification has no description; this text was taken. Check that it fits, and that it names no person.',
    );
  }
  return found?.text;
}

function prerequisitesOf({ document, texts, specifications, opportunities }: Source) {
  const stated = texts.joined(places(specifications, 'entryRequirement'));
  if (stated) return stated;
  const admission = texts.joined(places(opportunities, 'admissionProcedure'));
  const [value] = opportunities.flatMap((part) => document.peek(part, 'admissionProcedure'));
  if (admission && value) {
    document.notes.add(
      value.pointer,
      'No entry requirement is stated; how to be admitted was taken as prerequisites. Check it.',
    );
  }
  return admission;
}

function levelOf({ document, specifications }: Source): MicrocredentialContent['level'] {
  for (const national of document.nodes(specifications, 'nqfLevel')) {
    const name = namedConcept(document, national);
    document.notes.add(
      national.pointer,
      `The national level ${name} was left out: it follows from the EQF level here.`,
    );
  }
  const level = oneCode(document, specifications, 'eqfLevel', eqf, 'EQF level');
  return level && { eqf: Number(level) };
}

function participationOf(source: Source): MicrocredentialContent['participation'] {
  const { document, specifications, opportunities, activities } = source;
  const forms = [...specifications, ...opportunities, ...activities];
  const modes = codesIn(document, forms, 'mode', mode, 'form of participation');
  const kinds = orNone(codesIn(document, activities, 'dcType', learningActivity, 'learning activity'));
  return modes.length > 0 || kinds ? { modes, ...present({ activities: kinds }) } : undefined;
}

function classificationOf({ document, specifications, opportunities, activities, root }: Source) {
  const fields = codesIn(document, specifications, 'thematicArea', iscedF, 'field of education');
  const languages = codesIn(document, [...specifications, ...activities], 'language', language, 'language');
  const typed = [...specifications, ...opportunities];
  return {
    fields: orNone(bounded(document, root.pointer, fields, mostFields, 'fields of education')),
    languages: orNone(bounded(document, root.pointer, languages, mostLanguages, 'languages')),
    opportunityType: oneCode(document, typed, 'dcType', learningOpportunity, 'type of learning opportunity'),
  };
}

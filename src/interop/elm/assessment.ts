import { present } from '../../domain/shared/present.ts';
import type { GradingScheme, MicrocredentialContent } from '../../domain/catalogue/microcredential.ts';
import { type AssessmentCode, assessment, mode, supervision } from '../../generated/vocab.ts';
import type { Source } from './source.ts';
import { codesIn, oneCode, onlyFirst, orNone } from '../import/values.ts';

export const assessmentTypesOf = ({ document, assessments }: Source): readonly AssessmentCode[] | undefined =>
  orNone(codesIn(document, assessments, 'dcType', assessment, 'type of assessment'));

/** The place matters only where somebody watches; elsewhere the mode of the assessment has no place with us. */
export function supervisionOf({ document, assessments }: Source): MicrocredentialContent['supervision'] {
  const type = oneCode(document, assessments, 'idVerification', supervision, 'form of supervision');
  if (type === undefined) return undefined;
  if (!type.startsWith('supervised')) return { type };
  const modes = codesIn(document, assessments, 'mode', mode, 'mode of assessment');
  const place = modes.length === 1 && (modes[0] === 'online' || modes[0] === 'onsite') ? modes[0] : undefined;
  if (modes.length > 0 && place === undefined) {
    const pointer = assessments.flatMap((part) => document.peek(part, 'mode'))[0]?.pointer ?? '#';
    document.notes.add(pointer, 'A supervised assessment is either online or on site here; its mode was left out.');
  }
  return { type, ...(place && { place }) };
}

/** Words that say no more than that somebody passed. A letter alone ("G") may be one grade of several. */
const passWords = new Set([
  'pass',
  'passed',
  'pass/fail',
  'godkänd',
  'godkänt',
  'hyväksytty',
  'bestått',
  'bestået',
  'bestanden',
]);

const passOrFail: GradingScheme['grades'] = [
  { value: 'Pass', passes: true, label: { en: 'Pass', sv: 'Godkänd', fi: 'Hyväksytty' } },
  { value: 'Fail', passes: false, label: { en: 'Fail', sv: 'Underkänd', fi: 'Hylätty' } },
];

/**
 * ELM describes a grading scheme in words and does not list its grades. Where the grade given is a mere "Pass", the
 * scheme is pass or fail; what a person achieved is not taken over.
 */
export function gradingSchemeOf({ document, texts, assessments }: Source): GradingScheme | undefined {
  const schemes = document.parts(assessments, 'gradingScheme', 'gradingScheme');
  const [scheme] = onlyFirst(document, schemes, 'grading scheme');
  const given = assessments.filter((part) => document.peek(part, 'grade').length > 0);
  const isPassOrFail = given.some((part) =>
    Object.values(texts.one(part, 'grade') ?? {}).some((grade) => passWords.has(grade.toLowerCase())),
  );
  const pointer = scheme?.pointer ?? given.flatMap((part) => document.peek(part, 'grade'))[0]?.pointer;
  if (pointer === undefined) return undefined;
  document.notes.add(
    pointer,
    isPassOrFail
      ? 'The document lists no grades. As the assessment was simply passed, a scheme of Pass and Fail was written; check it.'
      : 'The document does not list the grades that can be given. Name them, at least one that passes.',
  );
  if (!scheme && !isPassOrFail) return undefined;
  return {
    ...present({
      title: scheme && texts.one(scheme, 'title'),
      description: scheme && texts.one(scheme, 'description'),
    }),
    grades: isPassOrFail ? passOrFail : [],
  };
}

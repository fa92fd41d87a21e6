import { creditsIn } from '../../../interop/schema-org.ts';
import { type LegalFormCode, legalForms } from '../../../domain/catalogue/legal-form.ts';
import type { PublishedVersion } from '../../../domain/catalogue/microcredential.ts';
import type { Summary } from '../../../domain/verification/verification.ts';

/** What strip and record show: of a published version, or read out of a signed document. */
export type Facts = Summary;

export function factsOfVersion({ content }: PublishedVersion): Facts {
  const { workload, level, participation, gradingScheme, syllabus, ...rest } = content;
  const credits = creditsIn(content);
  return {
    ...pick(rest, ['title', 'description', 'learningOutcomes', 'assessmentTypes', 'qualityAssurance', 'fields']),
    ...pick(rest, ['languages', 'prerequisites', 'supervision', 'stackability', 'furtherInformation', 'homepage']),
    ...pick(rest, ['awardingBodies', 'legalForm', 'cycle', 'depthCode']),
    level: 'eqf' in level ? { eqf: String(level.eqf) } : { notApplicable: level.reason },
    hours: workload.hours,
    ...(credits !== undefined && { credits, creditUnit: 'ECTS' }),
    modes: participation.modes,
    ...(participation.activities && { activities: participation.activities }),
    ...(gradingScheme.title && { gradingScheme: gradingScheme.title }),
    ...(syllabus && { syllabus: syllabus.code }),
  };
}

const isLegalForm = (code: string | undefined): code is LegalFormCode => Object.hasOwn(legalForms, code ?? '');
export const legalFormOf = (facts: Facts) => (isLegalForm(facts.legalForm) ? legalForms[facts.legalForm] : undefined);

/** Where the legal form forbids credits, nothing on a page speaks of them. */
export const mayHaveCredits = (facts: Facts): boolean => legalFormOf(facts)?.credits !== 'forbidden';

export const creditsOf = (facts: Facts): number | undefined => (mayHaveCredits(facts) ? facts.credits : undefined);

/** Their unit, where one was given: "3 credits" are not 3 ECTS. */
export const creditUnitOf = (facts: Facts): 'ECTS' | undefined =>
  mayHaveCredits(facts) ? facts.creditUnit : undefined;

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.filter((key) => from[key] !== undefined).map((key) => [key, from[key]])) as Pick<T, K>;
}

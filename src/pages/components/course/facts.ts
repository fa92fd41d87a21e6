import { creditsIn, lastRule } from '../../../domain/catalogue/credits.ts';
import { type LegalFormCode, legalForms } from '../../../domain/legal-form/index.ts';
import { present } from '../../../domain/shared/present.ts';
import type { Description } from '../../../domain/catalogue/description/description.ts';
import type { PublishedVersion } from '../../../domain/catalogue/microcredential.ts';
import type { Summary } from '../../../domain/verification/verification.ts';

/** What strip and record show: of a published version, or read out of a signed document. */
export type Facts = Omit<Summary, 'funding'> &
  Readonly<{
    legalForms?: readonly LegalFormCode[];
    funding?: Summary['funding'] & Partial<Description['funding']>;
    exampleToReuse?: Description['exampleToReuse'];
    provenance?: Description['provenance'];
  }>;

export function factsOfVersion(version: PublishedVersion, form?: LegalFormCode): Facts {
  const { content } = version;
  const { workload, level, participation, gradingScheme, syllabus, qualityAssurance, ...rest } = content;
  const credits = creditsIn(version, form);
  return {
    ...pick(rest, ['title', 'description', 'learningOutcomes', 'assessmentTypes', 'fields']),
    ...pick(rest, ['languages', 'prerequisites', 'supervision', 'stackability', 'furtherInformation', 'homepage']),
    awardingBodies: rest.awardingBodies.map(({ id, name, country, homepage, decision }) => ({
      name,
      ...present({ id, country, homepage, decidedOn: decision?.date }),
    })),
    ...pick(rest, ['cycle', 'depthCode', 'targetGroups', 'themes', 'keywords']),
    ...pick(rest, ['funding', 'licence', 'exampleToReuse', 'provenance']),
    ...(form === undefined ? { legalForms: content.legalForms } : { legalForm: form }),
    qualityAssurance: qualityAssurance.map(({ body, ...one }) => ({
      ...one,
      body: body.name,
      ...present({ bodyId: body.id }),
    })),
    level: 'eqf' in level ? { eqf: String(level.eqf) } : { notApplicable: level.reason },
    hours: workload.hours,
    ...(credits !== undefined && { credits, creditUnit: 'ECTS' }),
    modes: participation.modes,
    ...(participation.activities && { activities: participation.activities }),
    ...(gradingScheme.title && { gradingScheme: gradingScheme.title }),
    ...(syllabus && { syllabus: syllabus.code }),
  };
}

/** Whoever signs first: a signed document says in no order who awards. */
export const bodiesOf = ({ awardingBodies = [], issuer }: Facts): NonNullable<Facts['awardingBodies']> => {
  const isIssuer = ({ id }: (typeof awardingBodies)[number]) => Number(id !== undefined && id === issuer?.id);
  return awardingBodies.toSorted((one, other) => isIssuer(other) - isIssuer(one));
};

/** Several award it, and it is told that they decided so: what others' documents list so may be anything. */
export const isDecidedTogether = ({ awardingBodies = [] }: Pick<Facts, 'awardingBodies'>): boolean =>
  awardingBodies.length > 1 && awardingBodies.some(({ decidedOn }) => decidedOn !== undefined);

const isLegalForm = (code: string | undefined): code is LegalFormCode => Object.hasOwn(legalForms, code ?? '');
/** The forms that it is given in, as far as we know them. */
export const legalFormsOf = ({ legalForms: codes, legalForm }: Facts): readonly LegalFormCode[] =>
  codes ?? (isLegalForm(legalForm) ? [legalForm] : []);

/** Whether the law knows credits in it, now that it is shown. */
export const givesCredits = (form: LegalFormCode): boolean => lastRule(form).credits.is !== 'forbidden';

/** Where every legal form forbids credits, nothing on a page speaks of them. */
export function mayHaveCredits(facts: Facts): boolean {
  const forms = legalFormsOf(facts);
  return forms.length === 0 || forms.some(givesCredits);
}

export const creditsOf = (facts: Facts): number | undefined => (mayHaveCredits(facts) ? facts.credits : undefined);

/** Their unit, where one was given: "3 credits" are not 3 ECTS. */
export const creditUnitOf = (facts: Facts): 'ECTS' | undefined =>
  mayHaveCredits(facts) ? facts.creditUnit : undefined;

function pick<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.filter((key) => from[key] !== undefined).map((key) => [key, from[key]])) as Pick<T, K>;
}

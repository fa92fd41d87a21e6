import { type LegalFormCode, legalForms, ruleOn } from '../legal-form/index.ts';
import { lawOf, paragraphsOf, type Rule } from '../legal-form/rule.ts';
import { type Check, hasText, type Publication, textsOf } from './gate-check.ts';
import { type Finding, finding, type Parameters } from './gate-finding.ts';
import { ruleFor } from './credits.ts';
import type { MicrocredentialContent } from './microcredential.ts';

type Fact = 'credits' | 'size' | 'syllabus';

/** What a form asks of a version, on the day of its publication. */
function faultsOfForm(
  { workload, syllabus }: MicrocredentialContent,
  form: LegalFormCode,
  rule: Rule,
  pointer: string,
): readonly Finding[] {
  const ects = workload?.ects;
  const credits = rule.credits.is;
  const { least, most } = rule.size?.is ?? {};
  const isSmall = credits !== 'forbidden' && ects !== undefined && least !== undefined && ects < least;
  const isLarge = credits !== 'forbidden' && ects !== undefined && most !== undefined && ects > most;
  const by = (fact: Fact, more: Parameters = {}): Parameters => ({
    ...more,
    ...named(form, rule[fact] && paragraphsOf(rule[fact])),
  });
  const rows: readonly (readonly [boolean, () => Finding])[] = [
    [
      credits === 'required' && workload !== undefined && ects === undefined,
      () => finding('credits-required', 'workload/ects', by('credits')),
    ],
    [isSmall, () => finding('credits-too-few', pointer, by('size', { expected: least ?? 0 }))],
    [isLarge, () => finding('credits-too-many', pointer, by('size', { expected: most ?? 0 }))],
    [rule.syllabus.is && !syllabus, () => finding('syllabus-required', 'syllabus', by('syllabus'))],
  ];
  return rows.filter(([holds]) => holds).map(([, fault]) => fault());
}

const named = (form: LegalFormCode, law: string | undefined): Parameters => ({
  form,
  ...(law !== undefined && { law }),
});

/** Each of the forms belongs to the country, is in force and has what it asks for. */
export const legalFormRules: Check = (content, { country, on }) => {
  const { legalForms: codes = [], workload } = content;
  const faults = codes.flatMap((form, index): readonly Finding[] => {
    const pointer = `legalForms/${index}`;
    const { country: itsCountry } = legalForms[form];
    const byLaw = named(form, lawOf(ruleFor(form, on)));
    if (codes.indexOf(form) !== index) return [finding('form-twice', pointer, { form })];
    if (itsCountry !== undefined && itsCountry !== country) return [finding('form-of-another-country', pointer, byLaw)];
    const rule = ruleOn(form, on);
    return rule ? faultsOfForm(content, form, rule, pointer) : [finding('form-not-in-force', pointer, byLaw)];
  });
  return [...faults, ...(workload?.ects === undefined ? [] : emptyPromise(codes, on))];
};

/** Credits that none of the forms can give. */
function emptyPromise([first, ...more]: readonly LegalFormCode[], on: string): readonly Finding[] {
  if (first === undefined || ![first, ...more].every((form) => forbidsCredits(ruleOn(form, on)))) return [];
  return [finding('credits-forbidden', 'workload/ects', named(first, paragraphsOf(ruleFor(first, on).credits)))];
}

const forbidsCredits = (rule: Rule | undefined): boolean => rule?.credits.is === 'forbidden';

/** Whoever says that no form of the law fits says why. */
export const reasonForOther: Check = ({ legalForms: codes = [], otherFormReason }) => {
  const asks = codes.some((form) => legalForms[form].reasonRequired === true);
  if (asks && !hasText(otherFormReason)) return [finding('other-reason-missing', 'otherFormReason', { form: 'other' })];
  if (!asks && otherFormReason !== undefined) return [finding('other-reason-without-other', 'otherFormReason')];
  return [];
};

/** Found as whole words only: neither the "hp" in "php" nor the "op" in "copy" counts. */
const creditWord =
  /(?<![\p{L}\d])(?:\d+(?:[.,]\d+)?\s*(?:hp|sp|op)|ECTS|ECTS-\p{L}+|(?:hög)?skolepoäng|studiepoäng|opintopiste\p{L}*|kursbevis\p{L}*|credits?)(?!\p{L})/iu;

/** What speaks of others' credits: of what comes before, what it can be part of, where to read on, and who paid. */
const ofOthers = /^(?:prerequisites|stackability|furtherInformation|otherFormReason|funding)(?:\/|$)/;

/** Given without credits it claims none of its own, in any language: all of its forms share one text. */
export const noCreditWords: Check = (content, { on }: Publication) => {
  if (!content.legalForms?.some((form) => forbidsCredits(ruleOn(form, on)))) return [];
  return textsOf(content)
    .filter(([pointer]) => !ofOthers.test(pointer))
    .flatMap(([pointer, text]) => {
      const word = creditWord.exec(text.normalize('NFC'))?.[0];
      return word === undefined ? [] : [finding('credit-word', pointer, { word })];
    });
};

import { expectedLanguages } from '../shared/language.ts';
import { writtenBodies } from './body-gate.ts';
import { type Check, hasText, isEmpty, languageMapsOf } from './gate-check.ts';
import { descriptionAdvice } from './description/description-gate.ts';
import { finding } from './gate-finding.ts';
import { legalForms } from '../legal-form/index.ts';

const hoursPerCredit: Check = ({ workload }) => {
  if (workload?.ects === undefined || workload.hours === undefined || !(workload.ects > 0)) return [];
  const ratio = workload.hours / workload.ects;
  if (ratio >= 20 && ratio <= 30) return [];
  return [finding('hours-per-credit', 'workload/hours', { hours: Math.round(ratio * 10) / 10 })];
};

const isLarge: Check = ({ workload }) => ((workload?.ects ?? 0) > 15 ? [finding('many-credits', 'workload/ects')] : []);

const fewOutcomes: Check = ({ learningOutcomes }) =>
  learningOutcomes?.length === 1 ? [finding('one-outcome', 'learningOutcomes')] : [];

/** As a verb, and not inside another word; `\b` would take å, ä and ö for its edge. Not "ymmärtäväinen", "ymmärtämys". */
const vagueVerb = /(?<!\p{L})(understands?|förstår?|ymmärtä(?!väi|my|mät)\p{L}*|ymmärrä\p{L}*)(?!\p{L})/iu;
const vagueOutcomes: Check = ({ learningOutcomes }) =>
  (learningOutcomes ?? []).flatMap(({ text = {} }, index) =>
    Object.entries(text).flatMap(([language, value]) => {
      const word = vagueVerb.exec(value.normalize('NFC'))?.[0];
      return word === undefined
        ? []
        : [finding('vague-verb', `learningOutcomes/${index}/text/${language}`, { word: word.toLowerCase() })];
    }),
  );

/** What everyone reads; names and grades may stay in one language. */
const readByAll =
  /^(?:title|description|learningOutcomes\/\d+\/text|prerequisites|furtherInformation|otherFormReason|stackability\/statement|level\/reason|targetGroups\/text|funding\/(?:sentence|then)|exampleToReuse\/whatWorked)$/;

/** One finding for each language, however many texts lack it. */
const missingLanguages: Check = (content) => {
  const read = languageMapsOf(content).filter(([place, map]) => readByAll.test(place) && hasText(map));
  return expectedLanguages.flatMap((language) => {
    const texts = read.filter(([, map]) => !map[language]?.trim()).map(([place]) => place);
    const [first] = texts;
    if (first === undefined) return [];
    const pointers = texts.map((place) => `#/${place}/${language}`);
    return [{ ...finding('language-missing', `${first}/${language}`, { language, texts }), pointers }];
  });
};

const emptyStackability: Check = ({ stackability }) =>
  stackability?.kind === 'can-be-part-of' && isEmpty(stackability.of) && !hasText(stackability.statement)
    ? [finding('larger-missing', 'stackability')]
    : [];

/** "Other" is for countries whose law is not in the table; elsewhere it leaves out what the law asks. */
const otherForm: Check = ({ legalForms: codes = [] }, { country }) =>
  codes.includes('other') && Object.values(legalForms).some((form) => form.country === country)
    ? [finding('form-not-chosen', `legalForms/${codes.indexOf('other')}`)]
    : [];

/** Advice before publication; none of it blocks. */
export const advice: readonly Check[] = [
  hoursPerCredit,
  isLarge,
  fewOutcomes,
  vagueOutcomes,
  missingLanguages,
  emptyStackability,
  otherForm,
  writtenBodies,
  ...descriptionAdvice,
];

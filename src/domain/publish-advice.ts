import { expectedLanguages } from './language.ts';
import { type Check, fault, hasText, isEmpty, languageMapsOf } from './gate-check.ts';
import { legalForms } from './legal-form.ts';

const hoursPerCredit: Check = ({ workload }) => {
  if (workload?.ects === undefined || !(workload.ects > 0)) return [];
  const ratio = workload.hours / workload.ects;
  if (ratio >= 20 && ratio <= 30) return [];
  return [
    fault('workload/hours', `${round(ratio)} hours a credit is unusual; a credit is 25 to 30 hours of work as a rule.`),
  ];
};
const round = (value: number): string => String(Math.round(value * 10) / 10);

const isLarge: Check = ({ workload }) =>
  (workload?.ects ?? 0) > 15 ? [fault('workload/ects', 'More than 15 credits is large for a micro-credential.')] : [];

const fewOutcomes: Check = ({ learningOutcomes }) =>
  learningOutcomes?.length === 1 ? [fault('learningOutcomes', 'Only one learning outcome: most have two to six.')] : [];

/** As a verb, and not inside another word; `\b` would take å, ä and ö for its edge. Not "ymmärtäväinen", "ymmärtämys". */
const vagueVerb = /(?<!\p{L})(understands?|förstår?|ymmärtä(?!väi|my|mät)\p{L}*|ymmärrä\p{L}*)(?!\p{L})/iu;
const vagueOutcomes: Check = ({ learningOutcomes }) =>
  (learningOutcomes ?? []).flatMap(({ text }, index) =>
    Object.entries(text)
      .filter(([, value]) => vagueVerb.test(value.normalize('NFC')))
      .map(([language]) =>
        fault(
          `learningOutcomes/${index}/text/${language}`,
          'Nobody can examine “understand”. Write what the person does: explain, compare, build …',
        ),
      ),
  );

/** What everyone reads; names and grades may stay in one language. */
const readByAll =
  /^(?:title|description|learningOutcomes\/\d+\/text|prerequisites|furtherInformation|stackability\/statement|level\/reason)$/;
const missingLanguages: Check = (content) =>
  languageMapsOf(content)
    .filter(([pointer, map]) => readByAll.test(pointer) && hasText(map))
    .flatMap(([pointer, map]) =>
      expectedLanguages
        .filter((language) => !map[language]?.trim())
        .map((language) =>
          fault(`${pointer}/${language}`, `There is no text in this language (${language}); readers get another one.`),
        ),
    );

const emptyStackability: Check = ({ stackability }) =>
  stackability?.kind === 'can-be-part-of' && isEmpty(stackability.of) && !hasText(stackability.statement)
    ? [fault('stackability', 'It can be part of something: say of what, or in which way.')]
    : [];

/** "Other" is for countries whose law is not in the table; elsewhere it leaves out what the law asks. */
const otherForm: Check = ({ legalForm }, country) =>
  legalForm === 'other' && Object.values(legalForms).some((form) => form.country === country)
    ? [
        fault(
          'legalForm',
          'Choose the form that your country’s law has for it: "other" asks for no syllabus and allows any fee.',
        ),
      ]
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
];

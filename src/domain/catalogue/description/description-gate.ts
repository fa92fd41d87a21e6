import { type Check, hasText } from '../gate-check.ts';
import { finding } from '../gate-finding.ts';
import { isCalendarDate } from '../../shared/dates.ts';
import { textFault } from '../../shared/names.ts';

/** Each theme is of the institution's list, and stands once. */
const themesAreKnown: Check = ({ themes = [] }, { known }) => {
  const codes = themes.map(({ code = '' }) => code);
  return codes.flatMap((code, index) => {
    const pointer = `themes/${index}/code`;
    if (codes.indexOf(code) !== index) return [finding('theme-twice', pointer, { word: code })];
    return known?.themes.has(code) ? [] : [finding('theme-unknown', pointer, { word: code })];
  });
};

const keywordsAreWords: Check = ({ keywords = {} }) =>
  Object.entries(keywords).flatMap(([language, words]) =>
    words.flatMap((word, index) =>
      textFault(word) === undefined ? [] : [finding('keyword-unfit', `keywords/${language}/${index}`)],
    ),
  );

const fundingIsPossible: Check = ({ funding }, { known }) => {
  if (!funding) return [];
  const { programme, until, emblem } = funding;
  return [
    ...(hasText(programme) ? [] : [finding('funding-programme-missing', 'funding/programme')]),
    ...(until === undefined || isCalendarDate(until) ? [] : [finding('funding-date-impossible', 'funding/until')]),
    ...(emblem === undefined || known?.emblems.has(emblem) ? [] : [finding('emblem-unknown', 'funding/emblem')]),
  ];
};

const exampleSaysWhatWorked: Check = ({ exampleToReuse }) =>
  exampleToReuse && !hasText(exampleToReuse.whatWorked)
    ? [finding('what-worked-missing', 'exampleToReuse/whatWorked')]
    : [];

/** CC BY-SA 4.0 §3(b): what is made of it is passed on under the same licence. */
const licenceIsKept: Check = ({ licence, provenance }) =>
  provenance?.licence === 'cc-by-sa-4' && licence !== 'cc-by-sa-4' ? [finding('licence-not-kept', 'licence')] : [];

export const descriptionFaults: readonly Check[] = [
  themesAreKnown,
  keywordsAreWords,
  fundingIsPossible,
  exampleSaysWhatWorked,
  licenceIsKept,
];

const moneyEnds: Check = ({ funding }, { on }) => {
  if (funding?.until === undefined || !isCalendarDate(funding.until)) return [];
  return [
    ...(funding.until < on ? [finding('funding-ended', 'funding/until')] : []),
    ...(hasText(funding.then) ? [] : [finding('funding-then-missing', 'funding/then')]),
  ];
};

export const descriptionAdvice: readonly Check[] = [moneyEnds];

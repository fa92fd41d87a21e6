import { isRor } from '../institution/identifiers.ts';
import { type DraftBody, isChosen } from './bodies.ts';
import { type Check, hasText } from './gate-check.ts';
import { type Finding, finding } from './gate-finding.ts';
import { isSameBody, placeOf } from './known-bodies.ts';
import type { MicrocredentialContent } from './microcredential.ts';

type Place = readonly [pointer: string, body: DraftBody];

/** Those that award the course and those that assure its quality: a certificate is signed in the name of each. */
export const bodiesIn = ({ awardingBodies = [], qualityAssurance = [] }: MicrocredentialContent): readonly Place[] => [
  ...awardingBodies.map((body, index): Place => [`awardingBodies/${index}`, body]),
  ...qualityAssurance.flatMap(({ body }, index): Place[] => (body ? [[`qualityAssurance/${index}/body`, body]] : [])),
];

/** What is chosen has to be there, and what is written out has no other id than that of ROR. */
export const bodiesAreKnown: Check = (content, { institutions = [], partners = [] }) => {
  // Of one that left, and is still named, it is said that it left.
  const hasLeft = (slug: string) => partners.some((one) => one.slug === slug && one.state === 'left');
  return bodiesIn(content).flatMap(([pointer, { institution, code, id }]): readonly Finding[] => {
    if (institution !== undefined && code !== undefined) return [finding('body-chosen-twice', pointer)];
    if (institution !== undefined && hasLeft(institution)) return [];
    if (institution !== undefined && !institutions.some(({ slug }) => slug === institution))
      return [finding('body-unknown', `${pointer}/institution`, { word: institution })];
    return isChosen({ institution, code }) || id === undefined || isRor(id)
      ? []
      : [finding('body-id', `${pointer}/id`)];
  });
};

/** However often it is named, it awards once. */
export const awardingBodiesOnce: Check = ({ awardingBodies = [] }, { institutions = [] }) => {
  const names = awardingBodies.map((body) => {
    const written = institutions.find((one) => isSameBody(one, body));
    return body.institution ?? written?.slug ?? body.id ?? placeOf(body.homepage);
  });
  return names.flatMap((name, index) =>
    name === undefined || names.indexOf(name) === index ? [] : [finding('body-twice', `awardingBodies/${index}`)],
  );
};

/** What is written out is signed as it stands, for ever; a register mends its own. */
export const writtenBodies: Check = (content) =>
  bodiesIn(content).flatMap(([pointer, body]) =>
    isChosen(body) || body.id !== undefined || !hasText(body.name) ? [] : [finding('body-written', `${pointer}/name`)],
  );

import { isRor } from '../../institution/identifiers.ts';
import { isCalendarDate } from '../../shared/dates.ts';
import type { DraftBody } from '../bodies.ts';
import type { Check, Publication } from '../gate-check.ts';
import { type Finding, finding } from '../gate-finding.ts';
import { isSameBody } from '../known-bodies.ts';
import type { MicrocredentialContent } from '../microcredential.ts';

type DraftAwardingBody = NonNullable<MicrocredentialContent['awardingBodies']>[number];
type Place = readonly [pointer: string, body: DraftAwardingBody];

/** Several bodies award it. */
export const isJoint = ({ awardingBodies = [] }: Pick<MicrocredentialContent, 'awardingBodies'>): boolean =>
  awardingBodies.length > 1;

const placesOf = ({ awardingBodies = [] }: MicrocredentialContent): readonly Place[] =>
  awardingBodies.map((body, index) => [`awardingBodies/${index}`, body]);

/** Bodies that are not of this service: what they decided is told by the author. */
const outsideOf = (content: MicrocredentialContent): readonly Place[] =>
  placesOf(content).filter(([, { institution }]) => institution === undefined);

/** Who gives a joint course from outside can be looked up, and has decided to. */
export const outsideBodies: Check = (content, { on }) =>
  outsideOf(content).flatMap(([pointer, body]) => [
    ...(isJoint(content) && body.homepage === undefined && !(body.id !== undefined && isRor(body.id))
      ? [finding('outside-body-address', pointer)]
      : []),
    ...decisionFault(pointer, body, isJoint(content), on),
  ]);

function decisionFault(pointer: string, body: DraftAwardingBody, isAsked: boolean, on: string): readonly Finding[] {
  const date = body.decision?.date;
  if (date === undefined)
    return isAsked || body.decision ? [finding('outside-decision-missing', `${pointer}/decision`)] : [];
  if (!isCalendarDate(date)) return [finding('outside-decision-impossible', `${pointer}/decision/date`)];
  return date > on ? [finding('outside-decision-late', `${pointer}/decision/date`)] : [];
}

/** Nobody writes out an institution of this service, and with it a decision that it never made. */
export const writtenInstitutions: Check = (content, { partners = [], others = [] }) => {
  const found = (body: DraftBody) => [...partners, ...others].find((one) => isSameBody(one, body));
  return outsideOf(content).flatMap(([pointer, body]) => {
    const one = found(body);
    return one ? [finding('body-is-here', pointer, { body: one.name })] : [];
  });
};

const codes = {
  undecided: 'partner-undecided',
  refused: 'partner-refused',
  outdated: 'partner-outdated',
  left: 'partner-left',
} as const;

/** What its partners have still to decide: it keeps a draft from publication, and not from being submitted to them. */
export function awaited(
  content: MicrocredentialContent,
  { partners = [] }: Pick<Publication, 'partners'>,
): readonly Finding[] {
  return placesOf(content).flatMap(([pointer, { institution }]) => {
    const partner = partners.find(({ slug }) => slug === institution);
    if (!partner || partner.state === 'agreed') return [];
    return [finding(codes[partner.state], `${pointer}/institution`, { body: partner.name })];
  });
}

import { isRor } from '../../institution/identifiers.ts';
import { isCalendarDate } from '../../shared/dates.ts';
import { textFault } from '../../shared/names.ts';
import { type DraftBody, isChosen } from '../bodies.ts';
import { bodiesIn } from '../body-gate.ts';
import type { Check, Publication } from '../gate-check.ts';
import { type Finding, finding } from '../gate-finding.ts';
import { hasNameOf, isSameBody } from '../known-bodies.ts';
import type { MicrocredentialContent } from '../microcredential.ts';

type DraftAwardingBody = NonNullable<MicrocredentialContent['awardingBodies']>[number];
type Place = readonly [pointer: string, body: DraftAwardingBody];

/** Several bodies award it. */
export const isJoint = ({ awardingBodies = [] }: Pick<MicrocredentialContent, 'awardingBodies'>): boolean =>
  awardingBodies.length > 1;

/** Bodies that are not of this service: what they decided is told by the author. */
const outsideOf = ({ awardingBodies = [] }: MicrocredentialContent): readonly Place[] =>
  awardingBodies
    .map((body, index): Place => [`awardingBodies/${index}`, body])
    .filter(([, { institution }]) => institution === undefined);

/** Who gives a joint course from outside can be looked up, and has decided to. */
export const outsideBodies: Check = (content, { on }) =>
  outsideOf(content).flatMap(([pointer, body]) => [
    ...(isJoint(content) && body.homepage === undefined && !(body.id !== undefined && isRor(body.id))
      ? [finding('outside-body-address', pointer)]
      : []),
    ...decisionFault(pointer, body, isJoint(content), on),
    ...referenceFault(pointer, body),
  ]);

function decisionFault(pointer: string, body: DraftAwardingBody, isAsked: boolean, on: string): readonly Finding[] {
  const date = body.decision?.date;
  if (date === undefined)
    return isAsked || body.decision ? [finding('outside-decision-missing', `${pointer}/decision`)] : [];
  if (!isCalendarDate(date)) return [finding('outside-decision-impossible', `${pointer}/decision/date`)];
  return date > on ? [finding('outside-decision-late', `${pointer}/decision/date`)] : [];
}

const referenceFault = (pointer: string, { decision }: DraftAwardingBody): readonly Finding[] =>
  decision?.reference !== undefined && textFault(decision.reference) !== undefined
    ? [finding('outside-decision-reference', `${pointer}/decision/reference`)]
    : [];

/** Nobody writes out an institution of this service, and with it a decision that it never made. */
export const writtenInstitutions: Check = (content, { partners = [], others = [] }) => {
  const found = (body: DraftBody) =>
    [...partners, ...others].find((one) => isSameBody(one, body) || hasNameOf(one, body));
  return bodiesIn(content).flatMap(([pointer, body]) => {
    const one = isChosen(body) ? undefined : found(body);
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
  return bodiesIn(content).flatMap(([pointer, { institution }]) => {
    const partner = partners.find(({ slug }) => slug === institution);
    if (!partner || partner.state === 'agreed') return [];
    return [finding(codes[partner.state], `${pointer}/institution`, { body: partner.name })];
  });
}

import type { Addresses } from '../../../domain/addresses/addresses.ts';
import { localeFor } from '../../../domain/shared/language.ts';
import type { PartnershipView } from '../../../services/catalogue/joint/partnerships.ts';
import type { Handler } from '../../operation.ts';
import { answerLanguage } from '../../output/answer-language.ts';
import { toPartner, toPartnership } from '../../representations/joint.ts';
import { pageRequest, toPage } from '../paging.ts';
import { demandPrecondition, etagOf } from './draft-tag.ts';

type Asked = Readonly<{ 'Accept-Language'?: string }>;

/** The gate's sentences in the caller's language, Swedish as in the partner's own country. */
function partnershipAnswer(view: PartnershipView, addresses: Addresses, asked: Asked) {
  const locale = localeFor(answerLanguage(asked['Accept-Language']), view.institution.country);
  const { partnership, microcredential, draft } = view;
  const own = [partnership.mayEdit, partnership.leftAt, partnership.decision?.decisionId]
    .join('')
    .replaceAll(/\W/g, '');
  return {
    body: toPartnership(view, addresses, locale),
    etag: etagOf(draft ?? { microcredential }, locale, own),
    headers: { 'Content-Language': locale, Vary: 'Accept-Language' },
  };
}

export const listPartners: Handler<'listPartners'> = async ({ actor, path }, { partners }) => {
  const { items, behind } = await partners.list(actor, path.institution, path.microcredential);
  return { status: 200, body: { items: items.map(toPartner), partnerDecisions: [...behind] } };
};

export const invitePartner: Handler<'invitePartner'> = async ({ actor, path, body }, { partners }) => {
  const { institution, microcredential, partner } = path;
  const invited = await partners.invite(actor, institution, microcredential, partner, body.mayEdit);
  const Location = `/api/v1/institutions/${institution}/microcredentials/${microcredential}/partners`;
  return invited.isNew
    ? { status: 201, body: toPartner(invited), headers: { Location } }
    : { status: 200, body: toPartner(invited) };
};

export const takeBackInvitation: Handler<'takeBackInvitation'> = async ({ actor, path }, { partners }) => {
  const { items, behind } = await partners.takeBack(actor, path.institution, path.microcredential, path.partner);
  return { status: 200, body: { items: items.map(toPartner), partnerDecisions: [...behind] } };
};

export const listPartnerships: Handler<'listPartnerships'> = async (
  { actor, path, query },
  { partnerships, addresses },
) => {
  const page = await partnerships.list(actor, path.institution, pageRequest(query));
  // Without drafts there is nothing in it to be said in a language.
  return { status: 200, body: toPage(page, (item) => toPartnership(item, addresses, 'en')) };
};

export const readPartnership: Handler<'readPartnership'> = async (
  { actor, path, headers },
  { partnerships, addresses },
) => {
  const view = await partnerships.read(actor, path.institution, path.partnership);
  return { status: 200, ...partnershipAnswer(view, addresses, headers) };
};

export const updatePartnershipDraft: Handler<'updatePartnershipDraft'> = async (
  { actor, path, headers, body },
  { partnerships, addresses },
) => {
  const seen = demandPrecondition(headers['If-Match'], 'partnership');
  const view = await partnerships.edit(actor, path.institution, path.partnership, seen, body.content);
  return { status: 200, ...partnershipAnswer(view, addresses, headers) };
};

/** Whoever decides says on which text. */
export const decideOnPartnership: Handler<'decideOnPartnership'> = async (
  { actor, path, headers, body },
  { partnerships, addresses },
) => {
  const seen = demandPrecondition(headers['If-Match'], 'partnership');
  const view = await partnerships.decide(actor, path.institution, path.partnership, seen, body);
  const answer = partnershipAnswer(view, addresses, headers);
  const Location = `/api/v1/institutions/${path.institution}/decisions/${view.partnership.decision?.decisionId}`;
  return { status: 201, ...answer, headers: { ...answer.headers, Location } };
};

export const leavePartnership: Handler<'leavePartnership'> = async ({ actor, path }, { partnerships, addresses }) => {
  const view = await partnerships.leave(actor, path.institution, path.partnership);
  return { status: 200, body: toPartnership(view, addresses, 'en') };
};

import type { Handler } from '../../operation.ts';
import { toAward, toHostedCompletion } from '../../representations/award.ts';
import { toDecision } from '../../representations/institution.ts';
import { pageRequest, toPage } from '../paging.ts';

export const makeAward: Handler<'makeAward'> = async ({ actor, path, headers, body }, { awarding, addresses }) => {
  const awarded = await awarding.make(actor, path.institution, body, headers['Idempotency-Key']);
  const Location = `/api/v1/institutions/${path.institution}/awards/${awarded.award.id}`;
  // Another process has its signature in hand: what it is and where it will be is known already.
  const reply = { body: toAward(awarded, addresses), headers: { Location } };
  return awarded.award.state === 'prepared' ? { status: 202, ...reply } : { status: 201, ...reply };
};

export const listAwards: Handler<'listAwards'> = async ({ actor, path, query }, { awarding, addresses }) => ({
  status: 200,
  body: toPage(await awarding.list(actor, path.institution, pageRequest(query), query.by), (awarded) =>
    toAward(awarded, addresses),
  ),
});

export const listHostedCompletions: Handler<'listHostedCompletions'> = async (
  { actor, path, query },
  { hostedCompletions, addresses },
) => ({
  status: 200,
  body: toPage(await hostedCompletions.list(actor, path.institution, pageRequest(query)), (completion) =>
    toHostedCompletion(completion, path.institution, addresses),
  ),
});

export const readAward: Handler<'readAward'> = async ({ actor, path }, { awarding, addresses }) => ({
  status: 200,
  body: toAward(await awarding.read(actor, path.institution, path.award), addresses),
});

export const revokeAward: Handler<'revokeAward'> = async ({ actor, path, body }, { awarding, addresses }) => ({
  status: 200,
  body: toAward(await awarding.revoke(actor, path.institution, path.award, body.decision), addresses),
});

export const readCredential: Handler<'readCredential'> = async ({ actor, path }, { awarding }) => {
  const { text, etag } = await awarding.credential(actor, path.institution, path.award);
  return { status: 200, text, etag };
};

export const setCertificatePage: Handler<'setCertificatePage'> = async (
  { actor, path, body },
  { awarding, addresses },
) => {
  const token = await awarding.showPage(actor, path.institution, path.award, body.on);
  return {
    status: 200,
    body: { on: token !== undefined, ...(token !== undefined && { address: addresses.certificatePage(token) }) },
  };
};

export const readDecision: Handler<'readDecision'> = async ({ actor, path }, { decisions }) => ({
  status: 200,
  body: toDecision(await decisions.read(actor, path.institution, path.decision)),
});

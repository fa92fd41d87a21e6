import type { Handler } from '../operation.ts';
import { toMicrocredential } from '../representations.ts';
import { demandPrecondition, etagOf, precondition } from './draft-tag.ts';
import { pageRequest, toPage } from './paging.ts';

export const listMicrocredentials: Handler<'listMicrocredentials'> = async (
  { actor, path, query },
  { drafting, addresses },
) => ({
  status: 200,
  body: toPage(await drafting.list(actor, path.institution, pageRequest(query), query.state), (item) =>
    toMicrocredential(item, addresses),
  ),
});

export const createMicrocredential: Handler<'createMicrocredential'> = async (
  { actor, path, body },
  { drafting, addresses },
) => {
  const worked = await drafting.create(actor, path.institution, body);
  const Location = `/api/v1/institutions/${path.institution}/microcredentials/${body.slug}`;
  return { status: 201, body: toMicrocredential(worked, addresses), etag: etagOf(worked), headers: { Location } };
};

export const readMicrocredential: Handler<'readMicrocredential'> = async ({ actor, path }, { drafting, addresses }) => {
  const worked = await drafting.read(actor, path.institution, path.microcredential);
  return { status: 200, body: toMicrocredential(worked, addresses), etag: etagOf(worked) };
};

export const updateDraft: Handler<'updateDraft'> = async ({ actor, path, headers, body }, { drafting, addresses }) => {
  const seen = demandPrecondition(headers['If-Match']);
  const worked = await drafting.update(actor, path.institution, path.microcredential, seen, body);
  return { status: 200, body: toMicrocredential(worked, addresses), etag: etagOf(worked) };
};

export const startDraft: Handler<'startDraft'> = async ({ actor, path }, { drafting, addresses }) => {
  const worked = await drafting.startNext(actor, path.institution, path.microcredential);
  return { status: 201, body: toMicrocredential(worked, addresses), etag: etagOf(worked) };
};

export const submitDraft: Handler<'submitDraft'> = async ({ actor, path }, { drafting, addresses }) => {
  const worked = await drafting.submit(actor, path.institution, path.microcredential);
  return { status: 200, body: toMicrocredential(worked, addresses), etag: etagOf(worked) };
};

/** Whoever approves what they read says so with If-Match: a text that was changed meanwhile is not approved unread. */
export const approveDraft: Handler<'approveDraft'> = async ({ actor, path, headers }, { drafting, addresses }) => {
  const seen = precondition(headers['If-Match']);
  const worked = await drafting.approve(actor, path.institution, path.microcredential, undefined, seen);
  return { status: 200, body: toMicrocredential(worked, addresses), etag: etagOf(worked) };
};

export const returnDraft: Handler<'returnDraft'> = async ({ actor, path, body }, { drafting, addresses }) => {
  const worked = await drafting.return(actor, path.institution, path.microcredential, body.note);
  return { status: 200, body: toMicrocredential(worked, addresses), etag: etagOf(worked) };
};

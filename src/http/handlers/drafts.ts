import { DomainError } from '../../domain/errors.ts';
import type { Worked } from '../../services/drafting.ts';
import type { Handler } from '../operation.ts';
import { toMicrocredential } from '../representations.ts';
import { pageRequest, toPage } from './paging.ts';

/** Tells one state of a micro-credential from every other; starts with what an editor's change is based on. */
function etagOf({ microcredential: { draft, publishedVersion = 0, withdrawnAt } }: Worked): string {
  return `${publishedVersion}-${draft?.revision ?? 0}-${draft?.updatedAt.getTime() ?? 0}-${withdrawnAt ? 1 : 0}`;
}

/** The version and revision that a change is based on, from its If-Match (RFC 9110 §13.1.1). */
function basis(ifMatch: string | undefined): Readonly<{ publishedVersion: number; revision: number }> {
  if (ifMatch === undefined) {
    throw new DomainError(
      'precondition-required',
      'Send If-Match with the ETag of the micro-credential that you read.',
    );
  }
  const match = /^"(\d+)-(\d+)-\d+-\d"$/.exec(ifMatch);
  if (!match) throw new DomainError('precondition-failed', 'The If-Match is no ETag of this micro-credential.');
  return { publishedVersion: Number(match[1]), revision: Number(match[2]) };
}

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
  const worked = await drafting.update(actor, path.institution, path.microcredential, basis(headers['If-Match']), body);
  return { status: 200, body: toMicrocredential(worked, addresses), etag: etagOf(worked) };
};

export const startDraft: Handler<'startDraft'> = async ({ actor, path }, { drafting, addresses }) => {
  const worked = await drafting.startNext(actor, path.institution, path.microcredential);
  return { status: 201, body: toMicrocredential(worked, addresses), etag: etagOf(worked) };
};

export const submitDraft: Handler<'submitDraft'> = async ({ actor, path }, { drafting, addresses }) => ({
  status: 200,
  body: toMicrocredential(await drafting.submit(actor, path.institution, path.microcredential), addresses),
});

export const approveDraft: Handler<'approveDraft'> = async ({ actor, path }, { drafting, addresses }) => ({
  status: 200,
  body: toMicrocredential(await drafting.approve(actor, path.institution, path.microcredential), addresses),
});

export const returnDraft: Handler<'returnDraft'> = async ({ actor, path, body }, { drafting, addresses }) => ({
  status: 200,
  body: toMicrocredential(await drafting.return(actor, path.institution, path.microcredential, body.note), addresses),
});

import { present } from '../../../domain/shared/present.ts';
import { localeFor } from '../../../domain/shared/language.ts';
import { answerLanguage } from '../../output/answer-language.ts';
import type { Handler } from '../../operation.ts';
import { toMicrocredential } from '../../representations/catalogue.ts';
import { draftAnswer } from './draft-answer.ts';
import { demandPrecondition, precondition } from './draft-tag.ts';
import { pageRequest, toPage } from '../paging.ts';

export const listMicrocredentials: Handler<'listMicrocredentials'> = async (
  { actor, path, query, headers },
  { drafting, addresses },
) => {
  const language = answerLanguage(headers['Accept-Language']);
  const page = await drafting.list(actor, path.institution, pageRequest(query), {
    ...present({ state: query.state, fundingEndsBefore: query.fundingEndsBefore }),
  });
  return {
    status: 200,
    body: toPage(page, (item) => toMicrocredential(item, addresses, localeFor(language, item.institution.country))),
    headers: { 'Content-Language': language, Vary: 'Accept-Language' },
  };
};

export const createMicrocredential: Handler<'createMicrocredential'> = async (
  { actor, path, headers, body },
  { drafting, addresses },
) => {
  const answer = draftAnswer(await drafting.create(actor, path.institution, body), addresses, headers);
  const Location = `/api/v1/institutions/${path.institution}/microcredentials/${body.slug}`;
  return { status: 201, ...answer, headers: { ...answer.headers, Location } };
};

export const readMicrocredential: Handler<'readMicrocredential'> = async (
  { actor, path, headers },
  { drafting, addresses },
) => {
  const draftView = await drafting.read(actor, path.institution, path.microcredential);
  return { status: 200, ...draftAnswer(draftView, addresses, headers) };
};

export const updateDraft: Handler<'updateDraft'> = async ({ actor, path, headers, body }, { drafting, addresses }) => {
  const seen = demandPrecondition(headers['If-Match']);
  const draftView = await drafting.update(actor, path.institution, path.microcredential, seen, body);
  return { status: 200, ...draftAnswer(draftView, addresses, headers) };
};

export const startDraft: Handler<'startDraft'> = async ({ actor, path, headers }, { drafting, addresses }) => {
  const draftView = await drafting.startNext(actor, path.institution, path.microcredential);
  return { status: 201, ...draftAnswer(draftView, addresses, headers) };
};

export const submitDraft: Handler<'submitDraft'> = async ({ actor, path, headers }, { drafting, addresses }) => {
  const draftView = await drafting.submit(actor, path.institution, path.microcredential);
  return { status: 200, ...draftAnswer(draftView, addresses, headers) };
};

/** Whoever approves what they read says so with If-Match: a text that was changed meanwhile is not approved unread. */
export const approveDraft: Handler<'approveDraft'> = async ({ actor, path, headers }, { drafting, addresses }) => {
  const seen = precondition(headers['If-Match']);
  const draftView = await drafting.approve(actor, path.institution, path.microcredential, undefined, seen);
  return { status: 200, ...draftAnswer(draftView, addresses, headers) };
};

export const returnDraft: Handler<'returnDraft'> = async ({ actor, path, headers, body }, { drafting, addresses }) => {
  const draftView = await drafting.return(actor, path.institution, path.microcredential, body.note);
  return { status: 200, ...draftAnswer(draftView, addresses, headers) };
};

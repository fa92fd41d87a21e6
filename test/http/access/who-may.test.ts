import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Permission, permissions, type Role } from '../../../src/domain/institution/staff.ts';
import { operationTable } from '../../../src/generated/operations.ts';
import type { OperationId } from '../../../src/http/operation.ts';
import type { Client } from '../setup/client.ts';
import { everyAnswer } from '../setup/every-answer.ts';
import { type Harness, startHarness } from '../setup/harness.ts';
import { type KeyName, liveKeyNames, rolesOf } from '../setup/people.ts';
import { expectProblem, expectRefused, expectSame } from '../setup/refusals.ts';
import { resultInput, offeringInput, outcomesMet, somebody, type Story, wholeStory } from '../setup/story.ts';
import { sentImage } from '../setup/images.ts';
import { anyCountryContent } from '../../samples/content.ts';

let harness: Harness;
let story: Story;
beforeAll(async () => {
  harness = await startHarness();
  story = await wholeStory(harness.north, 'vatten');
});
afterAll(() => harness.close());

type StaffOperation = {
  [Id in OperationId]: (typeof operationTable)[Id]['audience'] extends 'staff' ? Id : never;
}[OperationId];
type Row = Readonly<{
  may: readonly KeyName[];
  path: (base: string, s: Story) => string;
  body?: (s: Story) => unknown;
  image?: true;
}>;

const editors: readonly KeyName[] = ['editor', 'author', 'authorAgain', 'admin', 'machine'];
const reviewers: readonly KeyName[] = ['reviewer', 'author', 'authorAgain', 'machine'];
const readers: readonly KeyName[] = liveKeyNames.filter((name) => name !== 'bystander');
const office: readonly KeyName[] = ['registrar', 'confidential', 'admin', 'machine'];
const ofPeople: readonly KeyName[] = [...office, 'issuer'];
const issuers: readonly KeyName[] = ['issuer', 'confidential', 'machine'];
/** None is there: who may not is told so before it is looked for. */
const agreementAt = (base: string) => `${base}/hosting-agreements/5b0d7c1e-5c55-4d0e-9a43-0a5bd8a9d2f1`;
const admins: readonly KeyName[] = ['admin', 'machine'];
const course = (base: string) => `${base}/microcredentials/vatten`;
const decided = () => ({ decision: { ground: 'delegated-decision' } });

/** Which keys may call each operation. The bodies are good, so that nothing but the role stands in the way. */
const staffOperations: Readonly<Record<StaffOperation, Row>> = {
  readMe: { may: liveKeyNames, path: () => '/api/v1/me' },
  listStaff: { may: readers, path: (base) => `${base}/staff` },
  listMicrocredentials: { may: readers, path: (base) => `${base}/microcredentials` },
  createMicrocredential: {
    may: editors,
    path: (base) => `${base}/microcredentials`,
    body: () => ({ slug: 'vatten', content: anyCountryContent }),
  },
  readMicrocredential: { may: readers, path: course },
  updateDraft: { may: editors, path: (base) => `${course(base)}/draft`, body: () => ({ content: anyCountryContent }) },
  startDraft: { may: editors, path: (base) => `${course(base)}/draft` },
  submitDraft: { may: editors, path: (base) => `${course(base)}/submit` },
  approveDraft: { may: reviewers, path: (base) => `${course(base)}/approve` },
  returnDraft: { may: reviewers, path: (base) => `${course(base)}/return`, body: () => ({ note: 'Nej.' }) },
  publishMicrocredential: {
    may: [...editors, 'reviewer'],
    path: (base) => `${course(base)}/publish`,
    body: decided,
  },
  withdrawMicrocredential: { may: [...editors, 'reviewer'], path: (base) => `${course(base)}/withdraw` },
  addEmblem: { may: editors, path: (base) => `${base}/emblems`, image: true },
  createOffering: {
    may: [...editors, 'registrar', 'confidential'],
    path: (base) => `${course(base)}/offerings`,
    body: () => offeringInput,
  },
  cancelOffering: {
    may: [...editors, 'registrar', 'confidential'],
    path: (base, { offering }) => `${base}/offerings/${offering.id}/cancel`,
    body: () => ({ reason: { sv: 'Inställt.' } }),
  },
  offerHosting: {
    may: admins,
    path: (base) => `${course(base)}/hosting-agreements`,
    body: () => ({ host: 'koesaari', version: 1, awardedBy: 'owner' }),
  },
  listHostingAgreements: { may: readers, path: (base) => `${base}/hosting-agreements` },
  readHostingAgreement: { may: readers, path: agreementAt },
  acceptHosting: { may: admins, path: (base) => `${agreementAt(base)}/accept` },
  declineHosting: { may: admins, path: (base) => `${agreementAt(base)}/decline` },
  endHosting: { may: admins, path: (base) => `${agreementAt(base)}/end` },
  createHostedOffering: {
    may: [...editors, 'registrar', 'confidential'],
    path: (base) => `${agreementAt(base)}/offerings`,
    body: () => offeringInput,
  },
  listHostedCompletions: { may: ofPeople, path: (base) => `${base}/hosted-completions` },
  createRegistration: {
    may: office,
    path: (base, { offering }) => `${base}/offerings/${offering.id}/registrations`,
    body: () => ({ form: 'other', learner: somebody() }),
  },
  createRegistrations: {
    may: office,
    path: (base, { offering }) => `${base}/offerings/${offering.id}/registrations/batch`,
    body: () => ({ registrations: [{ form: 'other', learner: somebody() }] }),
  },
  listRegistrations: { may: ofPeople, path: (base, { offering }) => `${base}/offerings/${offering.id}/registrations` },
  readRegistration: { may: ofPeople, path: (base, { registration }) => `${base}/registrations/${registration.id}` },
  listLearners: { may: ofPeople, path: (base) => `${base}/learners` },
  readLearner: { may: ofPeople, path: (base, { registration }) => `${base}/learners/${registration.learnerId}` },
  updateLearner: {
    may: office,
    path: (base, { registration }) => `${base}/learners/${registration.learnerId}`,
    body: () => somebody(),
  },
  protectLearner: {
    may: ['confidential'],
    path: (base, { registration }) => `${base}/learners/${registration.learnerId}/protection`,
    body: () => ({ protected: false }),
  },
  recordResult: {
    may: office,
    path: (base) => `${base}/results`,
    body: ({ registration }) => resultInput(harness.north, registration.id),
  },
  recordResults: {
    may: office,
    path: (base) => `${base}/results/batch`,
    body: ({ registration }) => ({ results: [resultInput(harness.north, registration.id)] }),
  },
  listResults: { may: ofPeople, path: (base) => `${base}/results` },
  readResult: { may: ofPeople, path: (base, { completion }) => `${base}/results/${completion.id}` },
  listCorrectionTasks: { may: ofPeople, path: (base) => `${base}/correction-tasks` },
  readCorrectionTask: { may: ofPeople, path: (base, { completion }) => `${base}/correction-tasks/${completion.id}` },
  makeAward: {
    may: issuers,
    path: (base) => `${base}/awards`,
    body: ({ completion }) => ({ completionId: completion.id, decision: outcomesMet }),
  },
  listAwards: { may: ofPeople, path: (base) => `${base}/awards` },
  readAward: { may: ofPeople, path: (base, { award }) => `${base}/awards/${award.id}` },
  revokeAward: {
    may: issuers,
    path: (base, { award }) => `${base}/awards/${award.id}/revoke`,
    body: () => ({ decision: { ground: 'learner-request' } }),
  },
  readDecision: {
    may: [...ofPeople, ...reviewers],
    path: (base, { award }) => `${base}/decisions/${award.decisionId}`,
  },
  readCredential: { may: ofPeople, path: (base, { award }) => `${base}/awards/${award.id}/credential` },
  setCertificatePage: {
    may: ofPeople,
    path: (base, { award }) => `${base}/awards/${award.id}/certificate-page`,
    body: () => ({ on: true }),
  },
};
const holders = (permission: Permission): readonly Role[] => permissions[permission];
const rows = Object.entries(staffOperations) as [StaffOperation, Row][];

function ask(client: Client, id: StaffOperation, base = harness.north.base) {
  const { path, body, image } = staffOperations[id];
  const method = operationTable[id].method.toUpperCase();
  // An edit says what it is based on; without that it is refused before anyone asks who edits.
  const headers: Record<string, string> = id === 'updateDraft' ? { 'If-Match': '"1-0-0-0"' } : {};
  if (image) return client.send(method, path(base, story), sentImage());
  return client.send(method, path(base, story), { headers, ...(body && { body: JSON.stringify(body(story)) }) });
}

describe.each(rows)('%s', (id, { may }) => {
  test.each([
    ['no key', () => harness.anyone],
    ['a revoked key', () => harness.north.as.revoked],
    ['an invented key', () => harness.withKey('mikromerit_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')],
    ['the hash of a key', () => harness.withKey('0'.repeat(64))],
  ])('is refused with %s', async (_, client) => {
    const answer = await expectRefused(harness, () => ask(client(), id), {
      status: 401,
      code: 'unauthenticated',
      says: /Authorization: Bearer/,
    });
    expect(answer.headers.get('WWW-Authenticate')).toBe('Bearer');
  });

  test('asks for the permissions that the contract names', () => {
    const hold = liveKeyNames.filter((name) =>
      operationTable[id].permissions.every((each) => rolesOf(name).some((role) => holders(each).includes(role))),
    );
    expect([...new Set(may)].sort()).toEqual(hold.sort());
  });

  test('is refused to everyone who has not the role', async () => {
    const before = await harness.dump();
    for (const name of liveKeyNames.filter((each) => !may.includes(each))) {
      const answer = await ask(harness.north.as[name], id);
      expectProblem(answer, { status: 403, code: 'role-missing' });
      const [, asked] = /^This needs the role (.*); the key has .*\.$/.exec(answer.body.detail) ?? [];
      expect(operationTable[id].permissions.map((each) => permissions[each].join(' or '))).toContain(asked);
    }
    expectSame(before, await harness.dump());
  });

  if (id === 'readMe') return;
  test('is refused with the key of another institution, whatever its roles', async () => {
    for (const name of ['admin', 'confidential', 'machine', 'bystander'] as const) {
      const refusal = { status: 403, code: 'other-institution', says: /another institution/ };
      // Protecting a person asks for the role before it asks where.
      if (id === 'protectLearner' && name !== 'confidential') continue;
      await expectRefused(harness, () => ask(harness.south.as[name], id), refusal);
    }
  });

  test('is refused for an institution that is not there', async () => {
    const ask_ = () => ask(harness.north.as.confidential, id, '/api/v1/institutions/ingenstans');
    await expectRefused(harness, ask_, { status: 404, code: 'institution-not-found', says: /ingenstans/ });
  });
});

describe('a machine client, whatever its roles, decides nothing', () => {
  const decisions = [
    'publishMicrocredential',
    'withdrawMicrocredential',
    'makeAward',
    'revokeAward',
    'offerHosting',
    'acceptHosting',
    'declineHosting',
    'endHosting',
  ] as const;
  test.each(decisions)('%s', async (id) => {
    const refusal = { status: 403, code: 'key-cannot-decide', says: /staff member/ };
    await expectRefused(harness, () => ask(harness.north.as.machine, id), refusal);
  });

  test.each(['approveDraft', 'returnDraft'] as const)('%s', async (id) => {
    await harness.north.as.editor.post(`${course(harness.north.base)}/draft`);
    await harness.north.as.editor.post(`${course(harness.north.base)}/submit`);
    await expectRefused(harness, () => ask(harness.north.as.machine, id), { status: 403, code: 'key-cannot-decide' });
  });
});

describe('a key in another dress', () => {
  const key = () => harness.north.keys.registrar;
  test.each([
    ['Basic', () => `Basic ${btoa(`registrar:${key()}`)}`],
    ['without its scheme', () => key()],
    ['with another after it', () => `Bearer ${key()} ${key()}`],
    ['cut short by one letter', () => `Bearer ${key().slice(0, -1)}`],
    ['in other letters', () => `Bearer ${key().toUpperCase()}`],
  ])('%s is no key', async (_, header) => {
    const headers = { Authorization: header() };
    expectProblem(await harness.anyone.get('/api/v1/me', headers), { status: 401, code: 'unauthenticated' });
  });

  test('in the query is no key', async () => {
    expectProblem(await harness.anyone.get('/api/v1/me?key=x'), { status: 401, code: 'unauthenticated' });
  });
});

everyAnswer(() => harness);

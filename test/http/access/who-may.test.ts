import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Permission, permissions, type Role } from '../../../src/domain/institution/staff.ts';
import { operationTable } from '../../../src/generated/operations.ts';
import type { Client } from '../setup/client.ts';
import { everyAnswer } from '../setup/every-answer.ts';
import { type Harness, startHarness } from '../setup/harness.ts';
import { liveKeyNames, rolesOf } from '../setup/people.ts';
import { expectProblem, expectRefused, expectSame } from '../setup/refusals.ts';
import { type Story, wholeStory } from '../setup/story.ts';
import { jointDecisions } from './joint-rows.ts';
import { sentImage } from '../setup/images.ts';
import { course, type Row, type StaffOperation, staffOperations } from './staff-operations.ts';

let harness: Harness;
let story: Story;
beforeAll(async () => {
  harness = await startHarness();
  story = await wholeStory(harness.north, 'vatten');
});
afterAll(() => harness.close());

const holders = (permission: Permission): readonly Role[] => permissions[permission];
const rows = Object.entries(staffOperations) as [StaffOperation, Row][];

const tags: Partial<Record<StaffOperation, string>> = { updateDraft: '"1-0-0-0"', updateOffering: '*' };

function ask(client: Client, id: StaffOperation, base = harness.north.base) {
  const { path, body, image } = staffOperations[id];
  const method = operationTable[id].method.toUpperCase();
  // Where it is asked for and missing, it is refused before anyone asks who sends it.
  const headers = { 'If-Match': tags[id] ?? '"1-0-0-0"' };
  if (image) return client.send(method, path(base, story), sentImage());
  return client.send(method, path(base, story), {
    headers,
    ...(body && { body: JSON.stringify(body(story, harness.north)) }),
  });
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
    ...jointDecisions,
    'makeAward',
    'makeAwards',
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

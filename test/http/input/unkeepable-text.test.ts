import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLimits, defaultRates } from '../../../src/http/middleware/rate-limit.ts';
import { composeApp } from '../../../src/runtime/compose.ts';
import type { Received } from '../../../src/services/ports/index.ts';
import { origin } from '../setup/client.ts';
import { everyAnswer } from '../setup/every-answer.ts';
import { type Harness, startHarness } from '../setup/harness.ts';
import { expectRefused } from '../setup/refusals.ts';
import { type Story, wholeStory } from '../setup/story.ts';
import { nested } from './odd-bodies.ts';

let harness: Harness;
let story: Story;
beforeAll(async () => {
  harness = await startHarness();
  story = await wholeStory(harness.south, 'klippor');
});
afterAll(() => harness.close());

const malformed = { status: 400, code: 'malformed-request' };

describe('what is to be checked', () => {
  test.each([
    [{ link: 5 }, '#/link', 'Write text here, in quotation marks.'],
    [{ link: 'https://x.example/', credential: {} }, '#', 'Exactly one of the forms that the contract has for this.'],
  ])('%j is told in one line', async (body, pointer, detail) => {
    const { status, body: problem } = await harness.anyone.post('/api/v1/verify', body);
    expect([status, problem.errors]).toEqual([400, [{ pointer, detail }]]);
  });

  test('has to be there, as a document or as a link', async () => {
    const { status, body } = await harness.anyone.post('/api/v1/verify', {});
    const missing = { detail: 'This member is missing.' };
    expect([status, body.errors]).toEqual([
      400,
      expect.arrayContaining([
        { pointer: '#/credential', ...missing },
        { pointer: '#/link', ...missing },
      ]),
    ]);
  });

  test.each([[[]], [[{}]], [5], [null], [true]])('%j is JSON of another kind, as in a file', async (credential) => {
    const { status, body } = await harness.anyone.post('/api/v1/verify', { credential });
    expect([status, body.kind, body.verdict]).toEqual([200, 'json', 'undetermined']);
  });
});

describe('a member that stands twice in a document to check', () => {
  const received: unknown[] = [];
  const app = composeApp();
  const ask = async (body: string) => {
    const verifying = {
      ...harness.services.verifying,
      verifyReceived: (given: Received, now: Date) => {
        received.push(given);
        return harness.services.verifying.verifyReceived(given, now);
      },
    };
    const limits = createLimits(defaultRates, () => 0);
    const request = new Request(`${origin}/api/v1/verify`, { method: 'POST', body });
    const services = { ...harness.services, verifying };
    return app.fetch(request, { services, limits, clientAddress: body });
  };

  test('is for the report to say, with its place in the document', async () => {
    expect((await ask('{"credential":{"a":{"b":1,"b":2}}}')).status).toBe(200);
    expect(received).toEqual([{ json: { a: { b: 2 } }, duplicate: '/a/b' }]);
  });

  test.each([
    ['{"credential":{},"credential":{}}', '#/credential'],
    ['{"link":"https://wallet.example/1","link":"https://wallet.example/2"}', '#/link'],
  ])('and around it is refused: %s', async (body, pointer) => {
    const answer = await ask(body);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ type: '/problems/malformed-request', errors: [{ pointer }] });
  });

  test('is handed on as text where a text is sent, which is read by the rules of files', async () => {
    received.length = 0;
    expect((await ask(JSON.stringify({ credential: '{"a":1,"a":2}' }))).status).toBe(200);
    expect((await ask(JSON.stringify({ link: 'https://wallet.example/1' }))).status).toBe(200);
    expect(received).toEqual([{ text: '{"a":1,"a":2}' }, { link: 'https://wallet.example/1' }]);
    expect((await ask(JSON.stringify({ credential: nested(65) }))).status).toBe(400);
    expect((await ask(JSON.stringify({ credential: ' ' }))).status).toBe(400);
  });
});

describe('text that cannot be kept as it was sent', () => {
  const learner = { nameAsAwarded: 'Åsa', email: 'asa@epost.invalid' };
  const alone = String.fromCharCode(0xd800);
  const registration = (changed: object) => ({ form: 'other', learner: { ...learner, ...changed } });
  const send = (body: unknown) =>
    harness.south.as.registrar.post(`${harness.south.base}/offerings/${story.offering.id}/registrations`, body);

  test.each([
    ['a surrogate that stands alone, in a name', { nameAsAwarded: `Å${alone}sa` }, '#/learner/nameAsAwarded'],
    [
      'a surrogate that stands alone, in an identifier',
      { identifiers: [{ kind: 'other', value: alone }] },
      '#/learner/identifiers/0/value',
    ],
    ['U+0000, in a name', { nameAsAwarded: 'Å\u0000sa' }, '#/learner/nameAsAwarded'],
    [
      'U+0000, in an identifier',
      { identifiers: [{ kind: 'other', value: '\u0000' }] },
      '#/learner/identifiers/0/value',
    ],
  ])('%s, is refused', async (_, changed, at) => {
    await expectRefused(harness, () => send(registration(changed)), { ...malformed, at });
  });

  test('is refused in a draft, with its place', async () => {
    const content = { title: { sv: 'a', fi: `b${alone}` } };
    const sent = () =>
      harness.south.as.editor.post(`${harness.south.base}/microcredentials`, { slug: 'halv', content });
    await expectRefused(harness, sent, { ...malformed, at: '#/content/title/fi' });
  });

  test('is refused beside an Idempotency-Key, which is over a digest of the body', async () => {
    const decision = { ground: 'examination', caseNumber: alone };
    const { id: examinerId } = (await harness.south.as.bystander.get('/api/v1/me')).body;
    const body = { registrationId: story.registration.id, grade: 'G', date: '2026-10-01', examinerId, decision };
    const sent = () =>
      harness.south.as.registrar.post(`${harness.south.base}/results`, body, { 'Idempotency-Key': '1' });
    await expectRefused(harness, sent, { ...malformed, at: '#/decision/caseNumber' });
  });

  test('is only reported on in a credential to check, which nobody keeps', async () => {
    const { status, body } = await harness.anyone.post('/api/v1/verify', { credential: { name: alone } });
    expect([status, body.verdict, body.kind]).toEqual([200, 'undetermined', 'json']);
  });
});

everyAnswer(() => harness);

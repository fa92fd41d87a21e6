import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { foreignIssuer } from '../setup/foreign-issuer.ts';
import { type Harness, origin, startHarness } from '../setup/harness.ts';
import { type Story, wholeStory } from '../setup/story.ts';

let harness: Harness;
let story: Story;
beforeAll(async () => {
  harness = await startHarness();
  story = await wholeStory(harness.south, 'klippor');
});
afterAll(() => harness.close());

/** What every object of this process has of late; nothing, unless a request has written into Object.prototype. */
function inherited(): string[] {
  const names: string[] = [];
  for (const name in {}) names.push(name);
  return names;
}
afterEach(() => {
  for (const name of inherited()) delete (Object.prototype as Record<string, unknown>)[name];
});

const changed = (change: (copy: any) => void): any => {
  const copy = structuredClone(story.credential);
  change(copy);
  return copy;
};
const poison = '__proto__';
const names = Object.getOwnPropertyNames(Object.prototype);

type Place = readonly [title: string, change: (copy: any) => void];
/** Places where a document may name a node, and so a key in the tables of a JSON-LD processor. */
const places: readonly Place[] = [
  ['its id', (c) => (c.id = poison)],
  ['the id of its issuer', (c) => (c.issuer.id = poison)],
  ['the id of its subject', (c) => (c.credentialSubject.id = poison)],
  ['the id of its achievement', (c) => (c.credentialSubject.achievement.id = poison)],
  ['the id of a learning outcome', (c) => (c.credentialSubject.achievement.learningOutcome[0].id = poison)],
  ['the id of its status', (c) => (c.credentialStatus[0].id = poison)],
  ['a type', (c) => c.type.push(poison)],
  ['a key', (c) => (c.proof.verificationMethod = poison)],
];
/** Those that would get through to jsonld 9 (lib/nodeMap.js), which then writes into Object.prototype. */
const open: readonly Place[] = [
  ['its issuer', (c) => (c.issuer = poison)],
  ['a level', (c) => (c.credentialSubject.achievement.eqfLevel = poison)],
  ['a member of its proof', (c) => (c.proof.eqfLevel = poison)],
];

async function isHarmless(change: Place[1]): Promise<void> {
  const { status, body } = await harness.anyone.post('/api/v1/verify', { credential: changed(change) });
  expect(inherited()).toEqual([]);
  expect(status).toBe(200);
  expect(body.verdict).not.toBe('valid');
  const { body: next } = await harness.anyone.post('/api/v1/verify', { credential: story.credential });
  expect(next.verdict).toBe('valid');
}

describe('a document that names a node as every object names something', () => {
  test.each(names)('%s: changes nothing for anyone else', async (name) => {
    const shared = (Object.prototype as Record<string, any>)[name];
    await isHarmless((copy) => (copy.issuer = name));
    await isHarmless((copy) => (copy.credentialSubject.achievement.eqfLevel = name));
    await isHarmless((copy) => (copy.credentialSubject.achievement.description = { learningOutcome: name }));
    await isHarmless((copy) => (copy.name = [{ id: 'https://x.example/1', learningOutcome: { eqfLevel: name } }]));
    expect(Object.keys(Object)).toEqual([]);
    expect(Object.keys(shared ?? {})).toEqual([]);
  });

  test.each(names)('%s: where a text is meant and a node is given, in a document that nobody signed', async (name) => {
    const credential = {
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
        `${origin}/contexts/mikromerit/v1`,
      ],
      type: ['VerifiableCredential'],
      issuer: 'did:key:z6MkpTHR8VNsBxYAAWHut2Geadd9jSwuBV8xRoAnwWsdvktH',
      credentialSubject: { description: { id: 'https://x.example/1', learningOutcome: name } },
    };
    const { status, body } = await harness.anyone.post('/api/v1/verify', { credential });
    expect(inherited()).toEqual([]);
    expect(status).toBe(200);
    expect(['malformed', 'undetermined', 'invalid']).toContain(body.verdict);
    const { body: next } = await harness.anyone.post('/api/v1/verify', { credential: story.credential });
    expect(next.verdict).toBe('valid');
    expect((await harness.anyone.get('/health')).status).toBe(200);
  });
});

describe('a document that names a node “__proto__” changes nothing for anyone else:', () => {
  test.each(places)('as %s', (_, change) => isHarmless(change));
  test.each(open)('as %s', (_, change) => isHarmless(change));

  test('in a status list that it leads to', async () => {
    const foreign = await foreignIssuer(harness.network, 'lore.example');
    const list = foreign.listOf('revocation');
    harness.network.put(list, { ...foreign.badge(), id: list, issuer: poison });
    const credential = await foreign.sign(foreign.badge({ credentialStatus: foreign.entry('revocation', 1) }));
    const { body } = await harness.anyone.post('/api/v1/verify', { credential });
    expect(inherited()).toEqual([]);
    expect(body.verdict).toBe('undetermined');
  });
});

import type { KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshPglite } from '../../databases/databases.ts';
import { type Harness, startHarness } from '../setup/harness.ts';
import { must, wholeStory } from '../setup/story.ts';

/** The table that each statement begins from. */
const asked: string[] = [];
const counting: KyselyPlugin = {
  transformQuery: ({ node }) => {
    asked.push(/"IdentifierNode","name":"(\w+)"/.exec(JSON.stringify('from' in node ? node.from : node))?.[1] ?? 'sql');
    return node;
  },
  transformResult: async ({ result }) => result,
};

let harness: Harness;
let certificate: string;
beforeAll(async () => {
  harness = await startHarness(async () => {
    const { db, close } = await freshPglite();
    return { db: db.withPlugin(counting), close };
  });
  const { award } = await wholeStory(harness.north, 'vatten');
  const page = `${harness.north.base}/awards/${award.id}/certificate-page`;
  certificate = new URL(must(await harness.north.as.registrar.put(page, { on: true })).address).pathname;
});
afterAll(() => harness.close());

async function askedBy(work: () => Promise<Readonly<{ status: number }>>): Promise<readonly string[]> {
  asked.length = 0;
  expect((await work()).status).toBe(200);
  return [...asked].sort();
}
const get = (path: string) => () => harness.anyone.get(path);

const place = '/institutions/provsjo';
const list = `${place}/status/1/revocation`;
test.each<[string, string, readonly string[]]>([
  ['a DID document', `${place}/did.json`, ['institution']],
  ['a status list', list, ['institution']],
  ['a version', `${place}/microcredentials/vatten/versions/1`, ['institution']],
])('%s is read by one statement', async (_, path, tables) => {
  expect(await askedBy(get(path))).toEqual(tables);
});

/** The award, its document, who awarded it, its version; the keys and both lists, joined to the institution. */
const ofPage = [
  'award',
  'institution',
  'institution',
  'institution',
  'institution',
  'microcredential_version',
  'signed_document',
];

describe('each thing is read once', () => {
  test('by a certificate page that makes the check', async () => {
    expect(await askedBy(get(`/sv${certificate}`))).toEqual(ofPage);
  });

  test('by one that finds the check made', async () => {
    expect(await askedBy(get(`/sv${certificate}`))).toEqual(ofPage);
  });

  test('by a check of a certificate of our own: the keys, both lists, the version', async () => {
    const credential: unknown = JSON.parse((await harness.anyone.get(certificate)).text);
    const check = () => harness.anyone.post('/api/v1/verify', { credential });
    expect(await askedBy(check)).toEqual(['institution', 'institution', 'institution', 'institution']);
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../src/generated/contract.ts';
import { operationTable } from '../../src/generated/operations.ts';
import { contractFaults, operationOf } from './setup/contract-check.ts';
import { everyAnswer } from './setup/every-answer.ts';
import { origin } from './setup/harness.ts';
import { offeringInput, openOffering, wholeStory } from './setup/story.ts';
import { as, at, beginStory, harness, nowhere, operations } from './setup/calls/contract-calls.ts';

beforeAll(beginStory);
afterAll(() => harness.close());

describe.each(Object.entries(operations))('%s', (id, { status = 200, succeeds, refused }) => {
  test('answers as the contract says', async () => {
    const answer = await succeeds();
    expect(operationOf(answer.method, answer.path)?.id).toBe(id);
    expect(answer.status, answer.text).toBe(status);
    expect(contractFaults(answer)).toEqual([]);
  });

  if (!refused) return;
  test('refuses as the contract says', async () => {
    const answer = await refused();
    expect(operationOf(answer.method, answer.path)?.id).toBe(id);
    expect(answer.status, answer.text).toBeGreaterThanOrEqual(400);
    expect(answer.status, answer.text).toBeLessThan(500);
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    expect(answer.body).toMatchObject({ type: expect.stringMatching(/^\/problems\/[a-z-]+$/), status: answer.status });
    expect(contractFaults(answer)).toEqual([]);
  });
});

test('an offering may be found again from its address in Location', async () => {
  const made = await openOffering(harness.south, 'klippor');
  const { headers } = await as().editor.post(at('/microcredentials/klippor/offerings'), offeringInput);
  expect((await harness.anyone.get(headers.get('Location') ?? '')).body).toEqual({
    ...made,
    id: expect.any(String),
    address: expect.any(String),
  });
});

describe('an address that is not there', () => {
  const paths = [
    '/api',
    '/api/v1',
    '/api/v2/institutions',
    '/api/v1/institutions/',
    '/api/v1/verify/now',
    '/x',
    '/%00',
  ];
  test.each(paths)('%s is not found, in words', async (path) => {
    const { status, body, headers } = await harness.anyone.get(path);
    expect([status, headers.get('Content-Type')]).toEqual([404, 'application/problem+json']);
    expect(body).toMatchObject({ type: '/problems/not-found', detail: expect.stringMatching(/^[A-Z].*\.$/) });
  });
});

describe('a method that an address does not take', () => {
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
  const paths = [...new Set(Object.values(operationTable).map(({ path }) => path))];
  const filled = (path: string) => path.replace(/:institution/, 'koesaari').replaceAll(/:\w+/g, nowhere);

  test.each(paths)('%s says which it does', async (path) => {
    for (const method of methods.filter((one) => !operationOf(one, filled(path)))) {
      const { status, headers, body } = await as().admin.send(method, filled(path));
      expect([method, status]).toEqual([method, 405]);
      for (const allowed of (headers.get('Allow') ?? 'none').split(', ')) {
        expect(operationOf(allowed === 'HEAD' ? 'GET' : allowed, filled(path)), allowed).toBeDefined();
      }
      expect(body).toMatchObject({ type: 'about:blank', title: 'Method Not Allowed', status: 405 });
    }
  });

  test('HEAD is GET without its body', async () => {
    const { status, text, headers } = await harness.anyone.send('HEAD', '/api/v1/institutions');
    expect([status, text, headers.get('Content-Type')]).toEqual([200, '', 'application/json']);
  });
});

describe('health', () => {
  const ofBoth = (path: string) => ['provsjo', 'koesaari'].map((slug) => `/institutions/${slug}/${path}`);
  const documents = {
    did: ofBoth('did.json'),
    context: ['/contexts/mikromerit/v1'],
    statusList: ofBoth('status/1/revocation'),
  };
  const all = { did: 'passed', context: 'passed', statusList: 'passed' };
  const seen = async () => (await harness.anyone.get('/health?stranger=1')).body;

  test('says what a stranger can read at the public address, and what not', async () => {
    await wholeStory(harness.north, 'forst');
    for (const path of Object.values(documents).flat()) {
      harness.network.put(origin + path, (await harness.anyone.get(path)).text);
    }
    expect(await seen()).toEqual({ live: true, ready: true, stranger: all });
    for (const [name, paths] of Object.entries(documents)) {
      const url = `${origin}${paths.at(-1)}`;
      const { text } = await harness.anyone.get(paths.at(-1) ?? '');
      harness.network.remove(url);
      expect((await seen()).stranger).toEqual({ ...all, [name]: 'failed' });
      harness.network.put(url, text);
    }
  });
});

test('the contract is served as it is', async () => {
  expect((await harness.anyone.get('/openapi.json')).body).toEqual(contract);
});

everyAnswer(() => harness);

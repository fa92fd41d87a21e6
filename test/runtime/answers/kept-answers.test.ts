import { describe, expect, test } from 'vitest';
import { type Asked, createKeptAnswers, keptForMs, type Ready } from '../../../src/runtime/answers/kept-answers.ts';

const path = '/institutions/provsjo/did.json';
const asking = (headers: Record<string, string> = {}, method = 'GET', at = path): Asked => ({
  method,
  path: at,
  header: (name) => headers[name],
});
const full: Ready = {
  status: 200,
  headers: { etag: '"a"', 'content-type': 'application/json', 'content-length': '2', vary: 'Accept' },
  body: new TextEncoder().encode('{}'),
};
const notModified: Ready = { status: 304, headers: { etag: '"a"', vary: 'Accept' } };

function setUp() {
  const state = { changes: 0, now: 0 };
  const kept = createKeptAnswers({ changes: () => state.changes, now: () => state.now });
  return { state, ...kept };
}

test('what was kept is found with its bytes and its headers', () => {
  const { mark, keep, find } = setUp();
  expect(find(asking())).toBeUndefined();
  keep(asking(), mark(), full);
  expect(find(asking())).toEqual(full);
});

test.each(['"a"', 'W/"a"', '"b", "a"', '*'])('who has it already (%s) is told so, without a body', (tag) => {
  const { mark, keep, find } = setUp();
  keep(asking(), mark(), full);
  expect(find(asking({ 'if-none-match': tag }))).toEqual(notModified);
  expect(find(asking({ 'if-none-match': '"b"' }))).toEqual(full);
});

test('an answer to one who has it says so to the next who has it, and takes nothing from those who do not', () => {
  const { mark, keep, find } = setUp();
  const having = asking({ 'if-none-match': '"a"' });
  keep(having, mark(), notModified);
  expect(find(having)).toEqual(notModified);
  expect(find(asking())).toBeUndefined();
  keep(asking(), mark(), full);
  keep(having, mark(), notModified);
  expect(find(asking())).toEqual(full);
});

describe('nothing is found', () => {
  const others: readonly (readonly [string, Asked])[] = [
    ['at another address', asking({}, 'GET', '/institutions/provsjo')],
    ['at the address with a query', asking({}, 'GET', `${path}?format=json`)],
    ['for another type', asking({ accept: 'text/html' })],
    ['for another language', asking({ 'accept-language': 'fi' })],
    ['for another encoding', asking({ 'accept-encoding': 'gzip' })],
    ['at another host', asking({ host: 'elsewhere.example' })],
    ['with a key', asking({ authorization: 'Bearer x' })],
    ['for a request with a body', asking({ 'content-length': '2' })],
    ['for a request with a body of no stated length', asking({ 'transfer-encoding': 'chunked' })],
    ['for HEAD', asking({}, 'HEAD')],
    ['for POST', asking({}, 'POST')],
    ['for OPTIONS', asking({}, 'OPTIONS', '*')],
  ];
  test.each(others)('%s', (_, other) => {
    const { mark, keep, find } = setUp();
    keep(asking(), mark(), full);
    expect(find(other)).toBeUndefined();
  });

  test('for one who sent a key, whatever is said of the answer', () => {
    const { mark, keep, find } = setUp();
    keep(asking({ authorization: 'Bearer x' }), mark(), full);
    expect(find(asking())).toBeUndefined();
    expect(find(asking({ authorization: 'Bearer x' }))).toBeUndefined();
  });

  test('of what has no tag', () => {
    const { mark, keep, find } = setUp();
    keep(asking(), mark(), { ...full, headers: {} });
    expect(find(asking())).toBeUndefined();
  });

  test('after its time, counted from before it was made', () => {
    const { state, mark, keep, find } = setUp();
    const before = mark();
    state.now = keptForMs - 1;
    keep(asking(), before, full);
    expect(find(asking())).toEqual(full);
    state.now = keptForMs;
    expect(find(asking())).toBeUndefined();
  });

  test('after a change', () => {
    const { state, mark, keep, find } = setUp();
    keep(asking(), mark(), full);
    state.changes += 1;
    expect(find(asking())).toBeUndefined();
  });

  test('where the change came while it was made', () => {
    const { state, mark, keep, find } = setUp();
    const before = mark();
    state.changes += 1;
    keep(asking(), before, full);
    expect(find(asking())).toBeUndefined();
  });
});

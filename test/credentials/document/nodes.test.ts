import { describe, expect, test } from 'vitest';
import { createNodes } from '../../../src/credentials/document/json-ld/nodes.ts';
import { contextUrls } from '../../../src/credentials/contexts/document-loader.ts';
import type { JsonObject } from '../../../src/services/ports/index.ts';
import { addresses } from '../fixture.ts';

const context = [contextUrls.credentials, contextUrls.openBadges, addresses.context];
const nodeIn = (document: JsonObject, value: unknown) => createNodes({ '@context': context, ...document }).whole(value);

describe('a node with everything the document says about it', () => {
  test.each([1, 8, 9, 40, 2000])('wherever among %d places it stands', (places) => {
    const related = Array.from({ length: places }, (_, at) => ({ id: 'urn:a', [`member${at}`]: at }));
    const node = nodeIn({ evidence: related }, { id: 'urn:a' });
    expect(Object.keys(node)).toHaveLength(places + 1);
    expect(node).toMatchObject({ id: 'urn:a', [`member${places - 1}`]: places - 1 });
  });

  test.each<[string, JsonObject, JsonObject]>([
    ['lists in lists and null', { name: [['X'], null, [[['Y']]]] }, { name: ['X', 'Y'] }],
    ['repetitions', { name: ['X', 'X', { '@value': 'X' }] }, { name: 'X' }],
    ['a value object', { name: { '@value': 'X' } }, { name: 'X' }],
    [
      'a language, in any case',
      { name: { '@value': 'X', '@language': 'SV' } },
      { name: { '@value': 'X', '@language': 'sv' } },
    ],
    ['nothing', { name: [], description: null, url: [null, []] }, {}],
    [
      'another term of the same IRI',
      { learnerName: 'X', Criteria: { id: 'urn:c' } },
      { name: 'X', criteria: { id: 'urn:c' } },
    ],
    ['text under another term of a member that takes ids', { Criteria: 'urn:c' }, { criteria: { '@value': 'urn:c' } }],
    ['an id as text and as a node', { criteria: ['urn:c', { id: 'urn:c' }] }, { criteria: 'urn:c' }],
    [
      'a language map',
      { titleMap: { sv: ['X', 'Y'], EN: 'Z', fi: null } },
      {
        titleMap: [
          { '@value': 'X', '@language': 'sv' },
          { '@value': 'Y', '@language': 'sv' },
          { '@value': 'Z', '@language': 'en' },
        ],
      },
    ],
    [
      'a type by its IRI',
      { type: ['https://purl.imsglobal.org/spec/vc/ob/vocab.html#Achievement', 'Achievement'] },
      {
        type: 'Achievement',
      },
    ],
  ])('%s', (_, written, read) => {
    const { id: _id, ...node } = nodeIn({ evidence: { id: 'urn:a', ...written } }, 'urn:a');
    expect(node).toEqual(read);
  });

  test('Indonesian is no id', () => {
    const node = nodeIn(
      {
        evidence: [
          { id: 'urn:a', titleMap: { id: 'urn:b', en: 'X' } },
          { id: 'urn:b', name: 'Y' },
        ],
      },
      { id: 'urn:b' },
    );
    expect(node).toEqual({ id: 'urn:b', name: 'Y' });
  });

  test('a proof says nothing about what was signed', () => {
    const proof = { id: 'urn:a', name: 'Y' };
    const document = { evidence: { id: 'urn:a', name: 'X', proof }, proof };
    expect(nodeIn(document, 'urn:a')['name']).toBe('X');
  });

  test('members that every object has are members like others', () => {
    const document = JSON.parse(
      '{"evidence":{"id":"__proto__","__proto__":{"name":"X"},"constructor":"Y"}}',
    ) as JsonObject;
    const node = nodeIn(document, '__proto__');
    expect(Object.hasOwn(node, '__proto__')).toBe(true);
    expect(node['constructor']).toBe('Y');
    expect(({} as JsonObject)['name']).toBeUndefined();
  });
});

test('each node once, however often and wherever it is named', () => {
  const nodes = createNodes({ '@context': context, evidence: [{ id: 'urn:a', name: 'X' }, { name: 'Y' }] });
  const found = nodes.all([['urn:a'], { id: 'urn:a' }, 'urn:unknown', 5, null, { '@value': 'urn:a' }]);
  expect(found).toEqual([{ id: 'urn:a', name: 'X' }]);
  expect(nodes.all('urn:a')[0]).toBe(found[0]);
  expect(nodes.all({ name: 'Y' })).toEqual([{ name: 'Y' }]);
  expect(nodes.whole('urn:unknown')).toEqual({});
});

import { describe, expect, test } from 'vitest';
import { contextUrls } from '../../../src/credentials/contexts/document-loader.ts';
import { createNodes } from '../../../src/credentials/document/json-ld/nodes.ts';
import { createSummaryReader } from '../../../src/credentials/verification/summary/summary.ts';
import type { JsonObject } from '../../../src/services/ports/index.ts';
import { addresses } from '../fixture.ts';

const summarise = createSummaryReader(addresses);
const context = [contextUrls.credentials, contextUrls.openBadges, addresses.context];
const times = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));
const refs = (kind: string, count: number) => times(count, (at) => ({ id: `urn:${kind}:${at}` }));
const texts = (count: number) => times(count, (at) => `text ${at}`);

/** Documents of about 160 kB in which few things lead to the same many things. */
const floods: Readonly<Record<string, () => JsonObject>> = {
  'subjects that share results': () => ({
    credentialSubject: times(60, (at) => ({ id: `urn:s:${at}`, result: refs('r', 60) })),
    termsOfUse: times(60, (at) => ({ id: `urn:r:${at}`, value: texts(20) })),
  }),
  'subjects that share achievements': () => ({
    credentialSubject: times(60, (at) => ({ id: `urn:s:${at}`, achievement: refs('a', 60) })),
    termsOfUse: times(60, (at) => ({ id: `urn:a:${at}`, name: texts(20) })),
  }),
  'few subjects that share one large achievement': () => ({
    credentialSubject: times(45, (at) => ({ id: `urn:s:${at}`, name: `N ${at}`, achievement: { id: 'urn:a' } })),
    termsOfUse: { id: 'urn:a', name: 'X', learningOutcome: times(3000, (at) => ({ titleMap: { en: `text ${at}` } })) },
  }),
  'subjects that share one identity': () => ({
    credentialSubject: times(2000, (at) => ({ id: `urn:s:${at}`, identifier: { id: 'urn:i' } })),
    termsOfUse: { id: 'urn:i', identityType: 'name', identityHash: texts(4000) },
  }),
  'results that share one description': () => ({
    credentialSubject: { result: times(2000, (at) => ({ value: `${at}`, resultDescription: 'urn:d' })) },
    termsOfUse: { id: 'urn:d', name: texts(4000) },
  }),
  'outcomes that share one skill': () => ({
    credentialSubject: {
      achievement: {
        name: 'X',
        learningOutcome: times(1500, (at) => ({ titleMap: { en: `${at}` }, relatedSkill: { id: 'urn:skill' } })),
      },
    },
    termsOfUse: { id: 'urn:skill', prefLabel: { en: texts(3000) } },
  }),
  'one node in many places': () => ({
    credentialSubject: { achievement: { id: 'urn:a', name: 'X' } },
    termsOfUse: times(4000, (at) => ({ id: 'urn:a', description: `text ${at}` })),
  }),
  'nodes within nodes of one id': () => {
    let node: JsonObject = { id: 'urn:a', name: texts(50) };
    for (let level = 0; level < 60; level += 1) node = { id: 'urn:a', name: texts(50), related: [node, node] };
    return { credentialSubject: { achievement: JSON.parse(JSON.stringify(flatten(node))) as JsonObject } };
  },
  'names in every spelling': () => ({
    credentialSubject: { id: 'urn:s', name: times(3000, (at) => [[`${at}`]]), learnerName: texts(3000) },
  }),
  'lists in lists': () => {
    let list: unknown = 'X';
    for (let level = 0; level < 20_000; level += 1) list = [list];
    return { credentialSubject: { name: list, achievement: list, result: list } };
  },
};

/** The inner node once: what JSON text can say, without doubling at each level. */
function flatten(node: JsonObject): JsonObject {
  const { related } = node;
  const [first] = Array.isArray(related) ? (related as JsonObject[]) : [];
  return first ? { ...node, related: [flatten(first), { id: 'urn:a' }] } : node;
}

const generousTime = 3000;
const generousHeap = 150_000_000;

describe('what one document costs to read', () => {
  test.each(Object.entries(floods))('%s', (_, make) => {
    const document = { '@context': context, ...make() };
    const before = process.memoryUsage().heapUsed;
    const started = performance.now();
    const summary = summarise(document);
    expect(performance.now() - started).toBeLessThan(generousTime);
    expect(JSON.stringify(summary).length).toBeLessThan(1_200_000);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(generousHeap);
  });

  test('what is too much to show is named as unread', () => {
    const unread = ['achievement', 'holder', 'result'];
    for (const name of ['subjects that share achievements', 'few subjects that share one large achievement'])
      expect(summarise({ '@context': context, ...floods[name]!() })).toEqual({ unread });
  });

  test('grows with the document, not with its square', () => {
    const places = (count: number) => ({
      termsOfUse: times(count, (at) => ({ id: 'urn:a', related: { id: `urn:${at}`, name: 'x'.repeat(20) } })),
    });
    const time = (count: number) => {
      const document = places(count);
      const started = performance.now();
      createNodes(document).whole('urn:a');
      return performance.now() - started;
    };
    time(5_000);
    // Sixteen times as much takes sixteen times as long; with the square it would be 256 times.
    expect(time(80_000)).toBeLessThan(100 * Math.max(time(5_000), 2));
  });
});

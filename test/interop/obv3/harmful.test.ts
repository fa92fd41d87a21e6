import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DomainError } from '../../../src/domain/shared/errors.ts';
import { leavesOf } from './leaves.ts';
import { credential, imported, namesIn, objectsIn, read, spot } from './imported.ts';

describe('documents made to do harm', () => {
  test('keys of prototypes are keys like others', () => {
    const document = JSON.parse(
      JSON.stringify(credential({})).replace('"name":"Data"', '"name":"Data","__proto__":{"x":1},"constructor":"c"'),
    );
    const { at } = imported(document);
    expect(at(`${spot}/constructor`)).toContain('“constructor” was left out');
    expect(({} as any).x).toBeUndefined();
  });

  test('long lists are cut, with a note', () => {
    const many = (make: (index: number) => unknown) => Array.from({ length: 2000 }, (_, index) => make(index));
    const { content, notes } = imported(
      credential({
        tag: many((index) => `tag ${index}`),
        alignment: many((index) => ({ targetName: 's', targetUrl: `http://data.europa.eu/esco/skill/${index}` })),
        resultDescription: { allowedValue: many((index) => `${index}`) },
        criteria: many(() => ({ narrative: 'Can' })),
      }),
    );
    expect(content.gradingScheme?.grades).toHaveLength(30);
    expect(content.learningOutcomes?.[0]?.skills).toHaveLength(30);
    expect(notes).toHaveLength(200);
  });

  test('whatever is changed, the content is valid and nothing but a refusal is thrown', () => {
    const change = fc.oneof(
      fc.constant((owner: any, key: string) => void delete owner[key]),
      fc.constant((owner: any, key: string) => void (owner[key] = [owner[key], owner[key]])),
      fc.constant((owner: any, key: string) => void (owner[key] = { '@value': owner[key], '@language': key })),
      fc
        .oneof(fc.jsonValue(), fc.constantFrom({}, [], '', 0, null, 'http://data.europa.eu/snb/eqf/7', '<b>x</b>'))
        .map((value) => (owner: any, key: string) => void (owner[key] = structuredClone(value))),
    );
    const names = namesIn('open-badges-nl');
    fc.assert(
      fc.property(fc.nat(), fc.array(fc.tuple(fc.nat(), change), { minLength: 1, maxLength: 6 }), (which, changes) => {
        const document = read('open-badges-nl', names[which % names.length]!);
        for (const [at, apply] of changes) {
          const spots = objectsIn(document).flatMap((owner) => Object.keys(owner).map((key) => [owner, key] as const));
          if (spots.length > 0) apply(...spots[at % spots.length]!);
        }
        try {
          imported(document);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          expect(error.code).toBe('import-unreadable');
        }
      }),
      { numRuns: 400 },
    );
  });

  test('leaves are all found', () => {
    expect(leavesOf({ a: [1, { b: null }], c: 'x' }).map(({ pointer }) => pointer)).toEqual([
      '#/a/0',
      '#/a/1/b',
      '#/c',
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DomainError } from '../../../src/domain/shared/errors.ts';
import { body, claim, credential, imported, sample } from './imported.ts';

describe('documents made to do harm', () => {
  const many = <T>(make: (index: number) => T, count = 3000) =>
    Array.from({ length: count }, (_, index) => make(index));

  test('long lists are cut, with a note', () => {
    const skills = many((index) => ({ id: `http://example.org/${index}` }), 99);
    const learningOutcome = many((index) => ({ title: { en: `${index}` }, relatedSkill: skills }));
    const isPartOf = many((index) => ({ title: { en: `${index}` } }));
    const document = credential({ learningOutcome, isPartOf, title: many(() => ({ en: 'Same' })) });
    document.credentialSubject.hasClaim.awardedBy = { awardingBody: many(() => body) };
    const { content, at } = imported(document);
    expect(content.learningOutcomes).toHaveLength(50);
    expect(content.learningOutcomes?.[0]?.skills).toHaveLength(30);
    expect(content.stackability?.of).toHaveLength(20);
    expect(content.awardingBodies).toHaveLength(20);
    expect(at(`${claim}/specifiedBy/learningOutcome`)).toMatch(/first 1000 of 3000 .* only the first 50 were taken/);
  });

  test('many notes end with their number', () => {
    const { notes } = imported(credential(Object.fromEntries(many((index) => [`member${index}`, index]))));
    expect(notes).toHaveLength(200);
    expect(notes.at(-1)?.detail).toMatch(/^There are \d+ more notes/);
  });

  test('keys of prototypes are keys like others', () => {
    const text = JSON.stringify(credential({ title: 1 })).replaceAll(
      '"title":1',
      '"title":{"__proto__":{"x":"y"},"constructor":"c"},"__proto__":{"polluted":1},"toString":"t"',
    );
    const { at } = imported(JSON.parse(text));
    expect(at(`${claim}/specifiedBy/toString`)).toContain('“toString” was left out');
    expect(at(`${claim}/specifiedBy`)).toContain('Members whose names');
    expect(({} as any).polluted).toBeUndefined();
  });

  test('things that are the same, or parts of themselves, end', () => {
    const same = many(() => ({ id: 'urn:1', type: 'Qualification', isPartOf: 'urn:1', influencedBy: { id: 'urn:1' } }));
    expect(imported({ '@graph': same }).content).toEqual({ legalForms: ['other'] });
  });

  /** Every place of a JSON document, as the object and the key in it. */
  const spotsIn = (value: any): [any, string][] =>
    value === null || typeof value !== 'object'
      ? []
      : Object.keys(value).flatMap((key): [any, string][] => [[value, key], ...spotsIn(value[key])]);

  const deep = JSON.parse('{"id":'.repeat(900) + '[]' + '}'.repeat(900));
  const open = { enumerable: true, writable: true, configurable: true };
  const change = fc.oneof(
    fc.constant((owner: any, key: string) => void delete owner[key]),
    fc.constant((owner: any, key: string) => void (owner[key] = [owner[key], owner[key]])),
    fc.constant((owner: any, key: string) => void (owner[key] = JSON.stringify(owner[key]))),
    fc.constant((owner: any, key: string) => void (owner[key] = { '@value': owner[key], '@language': key })),
    fc.constant((owner: any) => void Object.defineProperty(owner, '__proto__', { value: { en: 1 }, ...open })),
    fc
      .oneof(
        fc.jsonValue(),
        fc.constantFrom(deep, {}, [], '', 0, 'urn:epass:org:1', 'P1M', { id: 'urn:epass:qualification:1' }),
      )
      .map((value) => (owner: any, key: string) => void (owner[key] = structuredClone(value))),
  );
  const repeat = fc.constant((owner: any, key: string) => void (owner[key] = Array(70).fill(owner[key])));
  const rich = () => JSON.parse(JSON.stringify(sample()), (key, value) => (key === 'content' ? 'AAAA' : value));

  test('whatever is changed, the content is valid and nothing but a refusal is thrown', () => {
    const changes = fc.array(fc.tuple(fc.nat(), change), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(changes, fc.option(fc.tuple(fc.nat(), repeat)), (several, last) => {
        const document = rich();
        for (const [at, apply] of [...several, ...(last ? [last] : [])]) {
          const spots = spotsIn(document);
          if (spots.length > 0) apply(...spots[at % spots.length]!);
        }
        try {
          const { content, notes } = imported(document);
          expect(JSON.stringify({ content, notes })).not.toMatch(/Andromeda|email\.com|LA-234218|1999-10/);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          expect(error.code).toBe('import-unreadable');
        }
      }),
      { numRuns: 300 },
    );
  });
});

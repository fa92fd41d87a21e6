import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as validators from '../../../src/generated/validators.js';
import type { Fault, Validator } from '../../../src/generated/validators.js';
import { formatWords, keywords, patternWords } from '../../../src/generated/words.ts';
import { ContractFault, toViolations } from '../../../src/http/input/contract-fault.ts';
import { faultText, faultWords } from '../../../src/http/input/fault-words/index.ts';
import { root } from '../../architecture/imports.ts';

type Json = Readonly<Record<string, any>>;
const languages = ['en', 'sv', 'fi'] as const;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** Every object in these files at which a keyword of JSON Schema may stand, read from the sources. */
const everyObject = (value: unknown): readonly Json[] =>
  isObject(value) ? [value, ...Object.values(value).flatMap(everyObject)] : [];
const schemas = readdirSync(join(root, 'schemas'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.json') && !/^(?:vocab|words)\//.test(file))
  .map((name) => JSON.parse(readFileSync(join(root, 'schemas', name), 'utf8')));
const parameters: Json = parse(readFileSync(join(root, 'openapi/parameters.yaml'), 'utf8'));
const objects = [...schemas, ...Object.values<Json>(parameters).map(({ schema }) => schema)].flatMap(everyObject);
const valuesOf = (keyword: string) => [
  ...new Set(objects.map((object) => object[keyword]).filter((value) => typeof value === 'string')),
];

describe('every rule of form has words', () => {
  test.each(valuesOf('pattern'))('the pattern %s', (pattern) => {
    for (const language of languages) expect(patternWords[pattern]?.[language]).toMatch(/^.{8,}\.$/);
  });

  test.each(valuesOf('format'))('the format %s', (format) => {
    for (const language of languages) expect(formatWords[format]?.[language]).toMatch(/^.{8,}\.$/);
  });

  test('each keyword that stands in a schema', () => {
    const silent = ['$schema', '$ref', 'title', 'description', 'properties', 'items', 'allOf', 'x-vocabulary'];
    const schemaLike = objects.filter((object) => 'type' in object && typeof object['type'] === 'string');
    const used = new Set(schemaLike.flatMap(Object.keys).filter((name) => !silent.includes(name)));
    expect([...used].filter((name) => !(keywords as readonly string[]).includes(name))).toEqual([]);
    for (const language of languages) {
      const worded = ['pattern', 'format', ...Object.keys(faultWords[language].keywords)];
      expect(worded.sort()).toEqual([...keywords].sort());
    }
  });

  test('in each language, and no two languages share one', () => {
    const said = (language: (typeof languages)[number]) =>
      [patternWords, formatWords].flatMap((table) => Object.values(table).map((words) => words[language]));
    expect(said('sv').filter((text) => said('en').includes(text) || said('fi').includes(text))).toEqual([]);
  });
});

/** What no person should have to read: a pattern, or a validator's own words. */
const machine =
  /\\[dswpu]|\[\^?a-z0-9|\{\d+,|\^|\$(?!\{)|\)\?|must (?:be|have|NOT|match|NOT)|should|schema|undefined|\[object|NaN/i;
const all = Object.entries(validators as Readonly<Record<string, unknown>>).filter(
  (entry): entry is [string, Validator] => typeof entry[1] === 'function',
);

describe.each(all)('whatever is refused by %s', (_, validate) => {
  const odd = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom<unknown>('', ' ', 'Å', 'x'.repeat(6000), -1, 1.5, 1e9, [], [1, 1], {}, { sv: 7 }, { xx: 'a' }),
  );
  /** Objects with the members that the validator asks for, one layer deeper each time it does. */
  const names = ['slug', 'content', 'decision', 'learner', 'results', 'credential', 'title', 'level', 'date', 'note'];
  const value = fc.oneof(odd, fc.dictionary(fc.constantFrom(...names), odd, { maxKeys: 5 }));

  test('is told in words', () => {
    fc.assert(
      fc.property(value, (sent) => {
        if (validate(sent)) return;
        for (const language of languages) {
          for (const { detail } of toViolations(validate.errors ?? [], language)) {
            // What is quoted is the caller's own.
            expect(detail.replaceAll(/[“”].*?”/gs, '')).not.toMatch(machine);
            expect(detail).toMatch(/^\S+ .*[.…]$/s);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a fault', () => {
  const fault = (keyword: string, params: object, more: object = {}): Fault => ({
    keyword,
    params: { ...params },
    instancePath: '/a',
    ...more,
  });

  test('of pattern and length is one line, and two faults of one kind are one', () => {
    const slug = fault('pattern', { pattern: '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$' });
    const faults = [
      fault('minLength', { limit: 1 }),
      slug,
      slug,
      fault('maxLength', { limit: 60 }, { instancePath: '/b' }),
    ];
    expect(toViolations(faults, 'en')).toEqual([
      { pointer: '#/a', detail: '1 to 60 of a–z, 0–9 and hyphens, with no hyphen first or last.' },
      { pointer: '#/b', detail: 'At most 60 characters.' },
    ]);
  });

  test.each([
    ['en', 'Numbers 1 and 3 in the list are the same. Remove one.'],
    ['sv', 'Nummer 1 och 3 i listan är lika. Ta bort ett av dem.'],
    ['fi', 'Luettelon kohdat 1 ja 3 ovat samat. Poista toinen.'],
  ] as const)('of twins counts as people do, in %s', (language, detail) => {
    expect(faultText(fault('uniqueItems', { i: 2, j: 0 }), language)).toBe(detail);
  });

  test.each([
    [16, /^One of: 0, 1, .+, 14, 15\.$/],
    [17, /^One of: 0, 1, .+, 11 … \(17 in all; see \/openapi\.json\)\.$/],
  ])('of %i values leaves none out but where there are many', (count, says) => {
    expect(faultText(fault('enum', { allowedValues: [...Array(count).keys()] }), 'en')).toMatch(says);
  });

  test('of a language names what was sent, and not all of it', () => {
    const name = '😀'.repeat(100);
    const detail = faultText(fault('enum', { allowedValues: [] }, { propertyName: name }), 'fi');
    expect(detail.isWellFormed()).toBe(true);
    expect(detail.length).toBeLessThan(200);
  });
});

test('of a request with faults without number the first are told, and no others are put into words', () => {
  const params = { additionalProperty: 'x' };
  let worded = 0;
  const fault = (at: number) => ({
    keyword: 'additionalProperties',
    params,
    get instancePath() {
      worded += 1;
      return `/${at}`;
    },
  });
  const { faults, violations } = new ContractFault(Array.from({ length: 100_000 }, (_, at) => fault(at) as never));
  expect(violations).toHaveLength(100);
  expect(faults.length).toBeLessThanOrEqual(1_000);
  expect(worded).toBeLessThan(10_000);
});

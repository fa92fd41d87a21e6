import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDocumentLoader } from '../../../src/credentials/contexts/document-loader.ts';
import { canonical } from '../../../src/credentials/proofs/data-integrity.ts';
import { addresses, copy, createFixture } from '../fixture.ts';

type Place = Readonly<{ parent: Record<string, unknown>; name: string }>;

/** Every member of every object and list, so that each can be hit. */
function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const parent = value as Record<string, unknown>;
  return Object.keys(parent).flatMap((name) => [{ parent, name }, ...placesIn(parent[name])]);
}

const names = fc.constantFrom(
  'id',
  'type',
  '@context',
  '@id',
  '@type',
  '@value',
  '@graph',
  '@reverse',
  'name',
  'proof',
  'expires',
  'validUntil',
  'credentialStatus',
  '__proto__',
  'constructor',
  'x',
);
const values = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(
    null,
    [],
    {},
    '',
    0,
    true,
    'VerifiableCredential',
    'https://example.org/',
    '2020-01-01T00:00:00Z',
    [[]],
    { '@value': 'x' },
    { '@list': [] },
  ),
);
const operation = fc.oneof(
  fc.record({ kind: fc.constant('delete' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('replace' as const), at: fc.nat(), value: values }),
  fc.record({ kind: fc.constant('add' as const), at: fc.nat(), name: names, value: values }),
  fc.record({ kind: fc.constant('move' as const), at: fc.nat(), to: fc.nat() }),
);

function apply(document: object, step: typeof operation extends fc.Arbitrary<infer T> ? T : never): void {
  const places = placesIn(document);
  const { parent, name } = places[step.at % places.length]!;
  const set = (holder: Record<string, unknown>, key: string, value: unknown) =>
    Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
  if (step.kind === 'delete') {
    if (Array.isArray(parent)) parent.splice(Number(name), 1);
    else delete parent[name];
  } else if (step.kind === 'replace') set(parent, name, structuredClone(step.value));
  else if (step.kind === 'add') {
    if (Array.isArray(parent)) parent.push(structuredClone(step.value));
    else set(parent, step.name, structuredClone(step.value));
  } else {
    const target = places[step.to % places.length]!;
    set(target.parent, target.name, structuredClone(parent[name]));
  }
}

test('no change to a signed credential passes, unless it says the same; and none makes the verifier throw', async () => {
  const { credential, verify } = await createFixture();
  const loader = createDocumentLoader(addresses);
  const original = await canonical(credential, loader);
  let passed = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: 3 }), async (steps) => {
      const changed = copy(credential);
      for (const step of steps) apply(changed, step);
      const { verdict, checks } = await verify(changed);
      expect(checks).toHaveLength(6);
      if (verdict !== 'valid') return;
      passed += 1;
      expect(await canonical(changed, loader)).toBe(original);
    }),
    { numRuns: 250 },
  );
  expect(passed).toBeLessThan(100);
});

import { describe, expect, test } from 'vitest';
import { contract as served } from '../../src/generated/contract.ts';
import { problems } from '../../src/http/output/problem.ts';
import { validatorOf } from './setup/contract-check.ts';

type Json = Readonly<Record<string, any>>;
type Place = Readonly<{ where: string; ref: string; examples: readonly unknown[] }>;

const { paths, components } = served as Json;

const placeOf = (where: string, content: Json | undefined): Place[] =>
  Object.values<Json>(content ?? {})
    .filter(({ schema }) => schema !== undefined)
    .map(({ schema, examples = {} }) => ({
      where,
      ref: schema.$ref,
      examples: Object.values<Json>(examples).map(
        (example) => (example['$ref'] ? components.examples[example['$ref'].split('/').at(-1)] : example).value,
      ),
    }));

/** Every body that the contract knows: of requests, of the answers of each operation, and of refusals. */
const places: readonly Place[] = [
  ...Object.values<Json>(paths)
    .flatMap((item) => Object.values<Json>(item))
    .flatMap(({ operationId, requestBody, responses }) => [
      ...placeOf(`the request of ${operationId}`, requestBody?.content),
      ...Object.entries<Json>(responses).flatMap(([status, { content }]) =>
        placeOf(`the answer ${status} of ${operationId}`, content),
      ),
    ]),
  ...Object.entries<Json>(components.responses).flatMap(([name, { content }]) => placeOf(name, content)),
];
const examples = places.flatMap(({ examples, ...place }) => examples.map((value) => ({ ...place, value })));

describe('the contract gives an example of', () => {
  test.each(places)('$where', ({ examples }) => {
    expect(examples.length).toBeGreaterThan(0);
  });
});

describe('the example follows its schema, and would not with a member of the wrong type:', () => {
  test.each(examples)('$where', ({ ref, value }) => {
    const validate = validatorOf(ref);
    expect([validate(value), validate.errors ?? []]).toEqual([true, []]);
    for (const name of Object.keys(components.schemas[ref.split('/').at(-1) ?? ''].properties ?? {})) {
      // What is to be verified may be anything.
      if (!Object.hasOwn(value as Json, name) || name === 'credential') continue;
      expect(validate({ ...(value as Json), [name]: { odd: [null] } }), name).toBe(false);
    }
  });
});

describe('the example of a refusal is one that the service makes:', () => {
  const refusals = Object.entries<Json>(components.responses).filter(([, { content }]) => content !== undefined);
  test.each(refusals)('%s', (name, { content }) => {
    const { type, status, title } = content['application/problem+json'].examples.example.value;
    const { [type.replace('/problems/', '')]: known } = problems as Json;
    expect(known).toEqual({ status, title });
    if (name !== 'Problem') expect(name).toBe(`Problem${status}`);
  });
});

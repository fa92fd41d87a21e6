import { contract } from '../../../generated/contract.ts';
import type { operationTable } from '../../../generated/operations.ts';

export type Schema = Readonly<{
  $ref?: string;
  title?: string;
  description?: string;
  type?: string;
  format?: string;
  enum?: readonly string[];
  const?: unknown;
  items?: Schema;
  oneOf?: readonly Schema[];
  allOf?: readonly Schema[];
  additionalProperties?: Schema | boolean;
  required?: readonly string[];
  properties?: Readonly<Record<string, Schema>>;
  'x-vocabulary'?: string;
}>;
export type Example = Readonly<{ $ref?: string; summary?: string; value?: unknown }>;
export type Content = Readonly<
  Record<string, Readonly<{ schema?: Schema; examples?: Readonly<Record<string, Example>> }>>
>;
export type Answer = Readonly<{ $ref?: string; description?: string; content?: Content }>;
export type OperationId = keyof typeof operationTable;
export type OperationObject = Readonly<{
  operationId: OperationId;
  tags: readonly string[];
  summary: string;
  description?: string;
  security: readonly unknown[];
  parameters: readonly Readonly<{ name: string; in: string; description: string; required?: boolean }>[];
  requestBody?: Readonly<{ content: Content }>;
  responses: Readonly<Record<string, Answer>>;
}>;
type Contract = Readonly<{
  info: Readonly<{ description: string }>;
  tags: readonly Readonly<{ name: string }>[];
  paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  components: Readonly<{
    responses: Readonly<Record<string, Answer>>;
    schemas: Readonly<Record<string, Schema>>;
    examples: Readonly<Record<string, Example>>;
  }>;
}>;

/** The generator wrote it, from files that the contract's lint and a test have been through. */
export const { info, tags, paths, components } = contract as Contract;

export type Operation = Readonly<{ method: string; path: string; operation: OperationObject }>;

export const operations: readonly Operation[] = Object.entries(paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
);

/** The name at the end of a `$ref`. */
export const lastOf = (ref: string | undefined): string => ref?.split('/').at(-1) ?? '';

export const answerOf = (answer: Answer): Answer => components.responses[lastOf(answer.$ref)] ?? answer;

/** The types of a body that is an image, of which there is nothing to say but its type. */
export const imagesIn = (content: Content = {}): readonly string[] =>
  Object.keys(content).filter((type) => type.startsWith('image/'));

/** The one body of a request or an answer, which is JSON of some kind, with its example. */
export function bodyOf(content: Content | undefined): Readonly<{ schema: Schema; example?: Example }> | undefined {
  const [found] = Object.values(content ?? {});
  if (!found?.schema) return undefined;
  const [example] = Object.values(found.examples ?? {});
  const itself = components.examples[lastOf(example?.$ref)] ?? example;
  return { schema: found.schema, ...(itself && { example: itself }) };
}

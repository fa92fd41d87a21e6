import type { Keyword } from '../../../generated/words.ts';

/** What a validator says of a fault: those members that its keyword has (`params` in Ajv's reference). */
export type FaultParameters = Readonly<{
  limit: number;
  type: string;
  allowedValue: unknown;
  allowedValues: readonly unknown[];
  /** Places in a list of two items that are the same. */
  i: number;
  j: number;
}>;

/**
 * What a fault of form is called in one language. A keyword that some schema uses and this lacks does not compile;
 * patterns and formats have their words beside the schemas, in schemas/words/.
 */
export type FaultWords = Readonly<{
  title: string;
  detail(count: number): string;
  language(code: string): string;
  /** Of the query. `known`: the names of those that there are. */
  unknownParameter(known: string): string;
  repeatedParameter: string;
  keywords: Readonly<Record<Exclude<Keyword, 'pattern' | 'format'>, (parameters: FaultParameters) => string>>;
}>;

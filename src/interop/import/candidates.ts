import { isObject } from '../../domain/shared/json.ts';
import { type Value } from './parts.ts';

const mostCandidates = 1000;

/** Where the thing may be: the document itself, a list, the file for upload, a presentation, a JSON-LD graph. */
export function candidates(document: unknown): readonly Value[] {
  const listed = (value: unknown, pointer: string): Value[] =>
    Array.isArray(value)
      ? value.map((each: unknown, index) => ({ value: each, pointer: `${pointer}/${index}` }))
      : [{ value, pointer }];
  const all = listed(document, '#').flatMap(({ value, pointer }) => [
    { value, pointer },
    ...['credential', 'verifiableCredential', '@graph'].flatMap((member) =>
      isObject(value) && Object.hasOwn(value, member) ? listed(value[member], `${pointer}/${member}`) : [],
    ),
  ]);
  return all.filter(({ value }) => isObject(value)).slice(0, mostCandidates);
}

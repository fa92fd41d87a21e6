import { isObject } from '../../domain/shared/json.ts';
import type { JsonObject } from '../../services/ports/index.ts';

/** Thrown for a JSON pointer (RFC 6901) that leads to nothing in the document. */
export class PointerFault extends Error {
  override name = 'PointerFault';
  readonly pointer: string;
  constructor(pointer: string, why: string) {
    super(`The pointer "${pointer}" ${why}`);
    this.pointer = pointer;
  }
}

const nothing = 'leads to nothing in the document.';
const maxPointers = 500;

/** One step. Own members only: the library follows inherited ones, and numbers where names were meant. */
function step(value: unknown, token: string, pointer: string): unknown {
  if (Array.isArray(value)) {
    const at = /^(0|[1-9]\d*)$/.test(token) ? Number(token) : -1;
    if (at in value) return (value as readonly unknown[])[at];
  } else if (isObject(value) && Object.hasOwn(value, token)) {
    if (Number.isNaN(parseInt(token, 10))) return value[token];
    throw new PointerFault(pointer, 'has a member whose name begins with a number, which cannot be selected.');
  }
  throw new PointerFault(pointer, nothing);
}

function followPointer(document: JsonObject, pointer: string): void {
  if (pointer === '') return;
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer))
    throw new PointerFault(pointer, 'is no JSON pointer (RFC 6901).');
  pointer
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, token) => step(value, token, pointer), document);
}

/** Throws `PointerFault` with the first that leads nowhere. */
export function followPointers(document: JsonObject, pointers: readonly string[]): void {
  if (pointers.length > maxPointers) throw new RangeError(`There are more than ${maxPointers} pointers.`);
  for (const pointer of pointers) followPointer(document, pointer);
}

import { type Bytes, utf8 } from '../document/encoding.ts';
import type { HashName, HashState, NativeCrypto } from './native-crypto.ts';
import { fillStatements, type Statements } from './statements.ts';

/** With the runtime's own crypto one state is kept for all that stands before the first slot; it is most of the text. */
export type Digester = (values: readonly string[], hash: HashName) => Bytes | Promise<Bytes> | undefined;

/** The digest of the canonical text with these values; undefined where that is not for the template to say. */
export function createDigester(statements: Statements, native: NativeCrypto | undefined): Digester {
  const states = new Map<HashName, HashState>();
  const stateOf = (hash: HashName, { hash: create }: NativeCrypto): HashState => {
    const state = states.get(hash) ?? create(hash).update(statements.head);
    states.set(hash, state);
    return state.copy();
  };
  return (values, hash) => {
    const rest = fillStatements(statements, values);
    if (rest === undefined) return undefined;
    return native ? stateOf(hash, native).update(rest).digest() : digest(statements.head + rest, hash);
  };
}

const digest = async (text: string, hash: HashName): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest(hash, utf8(text)));

import type { JsonObject } from '../../services/ports/index.ts';
import { idOf } from '../document/values.ts';
import { type Bytes, utf8 } from '../document/encoding.ts';
import { createDigester, type Digester } from './digest.ts';
import type { NativeCrypto } from './native-crypto.ts';
import { compileOptions, cryptosuites, type ProofOptions } from './proof-options.ts';
import type { Slot } from './slots.ts';
import { compileTemplate, type CanonizeText, type Template } from './template.ts';

/** A template with what is worked out once for all its documents. */
export type HeldTemplate = Template &
  Readonly<{
    issuer: string | undefined;
    /** The pieces of its JSON text in UTF-8. */
    encoded: readonly Bytes[];
    digest: Digester;
    /** By cryptosuite. */
    options: ReadonlyMap<string, ProofOptions>;
  }>;

export async function holdTemplate(
  document: JsonObject,
  slots: readonly Slot[],
  canonize: CanonizeText,
  native: NativeCrypto | undefined,
): Promise<HeldTemplate | string> {
  const template = await compileTemplate(document, slots, canonize);
  if (typeof template === 'string') return template;
  const { '@context': context, issuer } = document;
  const options = new Map<string, ProofOptions>();
  for (const cryptosuite of cryptosuites) {
    const compiled = await compileOptions(context, cryptosuite, canonize, native);
    if (compiled) options.set(cryptosuite, compiled);
  }
  const encoded = template.json.map(utf8);
  return {
    ...template,
    issuer: idOf(issuer),
    encoded,
    digest: createDigester(template.statements, native),
    options,
  };
}

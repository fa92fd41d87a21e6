import { sha256 } from '../../document/digests.ts';
import { documentLimits } from '../../document/limits.ts';
import { idOf, objectsOf } from '../../document/values.ts';
import { encodeMultikey } from '../../keys/multikey.ts';
import type { VerificationContext } from '../context.ts';

/**
 * Everything that decides whether a list's form, issuer and signatures hold: its address, its very text, its issuer,
 * and each key as its controller publishes it at this moment. Undefined where a key cannot be found: then the list
 * is checked as if it had never been seen.
 */
export async function basisOf(list: VerificationContext, text: string, address: string): Promise<string | undefined> {
  const { document, controllers } = list;
  const proofs = objectsOf(document['proof']).slice(0, documentLimits.members.proof);
  const found = await Promise.all(
    proofs.map((proof) => controllers.findKey(String(proof['verificationMethod']), 'assertionMethod')),
  );
  const keys = found.filter((key) => key.outcome === 'found');
  if (keys.length === 0 || keys.length < found.length) return undefined;
  const named = keys.map(({ publicKey, ...key }) => ({ ...key, publicKey: encodeMultikey(publicKey) }));
  return sha256(JSON.stringify([address, text, idOf(document['issuer']), named]));
}

import type { Certifier, Signer } from '../../../services/ports/index.ts';
import { decodeMultikey, encodeMultikey } from '../multikey.ts';
import type { PublicKey } from '../algorithms/index.ts';
import { checkChain } from './chain.ts';
import { chainToPem, readPem } from './pem.ts';
import { inOrder, openPkcs12 } from './pkcs12.ts';
import { fromPublicKeyInfo } from './public-key.ts';
import { refused } from './refused.ts';
import { requestFor } from './request.ts';
import { createTestAuthority } from './test-authority.ts';

function keyOf(publicKey: string): PublicKey {
  const key = decodeMultikey(publicKey);
  if (key) return key;
  throw new Error('This version knows no such kind of key.');
}

/** Whether the private half makes signatures that this public key confirms. */
async function belongTogether({ algorithm, bytes }: PublicKey, pkcs8: ArrayBuffer): Promise<boolean> {
  const probe = new TextEncoder().encode('probe');
  const signature = await algorithm.sign(await algorithm.importPrivateKey(pkcs8), probe);
  return algorithm.verify(await algorithm.importPublicKey(bytes), signature, probe);
}

/** X.509 certificates of seals. */
export const createCertifier = (signer: Pick<Signer, 'sign'>): Certifier => ({
  async readChain(pem, now) {
    const chain = readPem(pem);
    const publicKey = await checkChain(chain, now);
    return { publicKey: encodeMultikey(publicKey), certificates: chainToPem(chain) };
  },

  async openPkcs12(bytes, password, now) {
    const { algorithm, pkcs8, certificates } = await openPkcs12(bytes, password);
    const candidates = new Map<(typeof certificates)[number], PublicKey>();
    for (const certificate of certificates) {
      const { algorithmId } = certificate.subjectPublicKeyInfo.algorithm;
      // What an authority signs with may be of any kind.
      const key = algorithmId && attempt(() => fromPublicKeyInfo(certificate.subjectPublicKeyInfo));
      if (key && key.algorithm === algorithm && (await belongTogether(key, pkcs8))) candidates.set(certificate, key);
    }
    const chain = inOrder(certificates, (one) => candidates.has(one));
    if (chain.length === 0) throw refused('No certificate in the file belongs to its private key.');
    const publicKey = encodeMultikey(await checkChain(chain, now));
    return { algorithm: algorithm.id, pkcs8, publicKey, certificates: chainToPem(chain) };
  },

  request: ({ subject, key, signal }) =>
    requestFor(subject, keyOf(key.publicKey), (data) => signer.sign(key, data, signal)),

  async testAuthority(now) {
    const certify = await createTestAuthority(now);
    return (subject, publicKey) => certify(subject, keyOf(publicKey));
  },
});

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

import { base64url, fromBase64url } from '../../document/encoding.ts';
import type { KeyAlgorithm } from './algorithm.ts';

const name = 'Ed25519';

/** EdDSA over edwards25519 (RFC 8032). Its signatures are deterministic. */
export const ed25519: KeyAlgorithm = {
  id: name,
  multicodec: [0xed, 0x01],
  publicKeyLength: 32,
  signatureLength: 64,
  jose: 'EdDSA',
  hash: 'SHA-256',
  jwk: { kty: 'OKP', crv: name },
  toJwk: (publicKey) => ({ kty: 'OKP', crv: name, x: base64url(publicKey) }),
  fromJwk({ x, y }) {
    if (typeof x !== 'string' || y !== undefined) return undefined;
    try {
      const bytes = fromBase64url(x);
      return bytes.length === 32 ? bytes : undefined;
    } catch {
      return undefined;
    }
  },
  generate: async () => await crypto.subtle.generateKey(name, true, ['sign', 'verify']),
  importPrivateKey: (pkcs8) => crypto.subtle.importKey('pkcs8', pkcs8, name, false, ['sign']),
  importPublicKey: (publicKey) => crypto.subtle.importKey('raw', publicKey, name, false, ['verify']),
  exportPublicKey: async (publicKey) => new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)),
  sign: async (privateKey, data) => new Uint8Array(await crypto.subtle.sign(name, privateKey, data)),
  verify: (publicKey, signature, data) => crypto.subtle.verify(name, publicKey, signature, data),
};

import type { KeyAlgorithm } from './algorithm.ts';

const name = 'Ed25519';

/** EdDSA over edwards25519 (RFC 8032), as eddsa-rdfc-2022 wants it. Its signatures are deterministic. */
export const ed25519: KeyAlgorithm = {
  id: name,
  multicodec: [0xed, 0x01],
  publicKeyLength: 32,
  jwk: { kty: 'OKP', crv: name },
  generate: async () => await crypto.subtle.generateKey(name, true, ['sign', 'verify']),
  importPrivateKey: (pkcs8) => crypto.subtle.importKey('pkcs8', pkcs8, name, false, ['sign']),
  sign: async (privateKey, data) => new Uint8Array(await crypto.subtle.sign(name, privateKey, data)),
  async verify(publicKey, signature, data) {
    const key = await crypto.subtle.importKey('raw', publicKey, name, false, ['verify']);
    return crypto.subtle.verify(name, key, signature, data);
  },
};

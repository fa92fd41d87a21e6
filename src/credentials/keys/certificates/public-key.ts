import { AlgorithmIdentifier, PublicKeyInfo } from 'pkijs';
import { BitString, ObjectIdentifier } from 'asn1js';
import { base64url, type Bytes, fromBase64url } from '../../document/encoding.ts';
import { type KeyAlgorithm, keyAlgorithms, type PublicKey } from '../algorithms/index.ts';
import { refused } from './refused.ts';

const oids = { rsa: '1.2.840.113549.1.1.1', ec: '1.2.840.10045.2.1', ed25519: '1.3.101.112' } as const;
/** RFC 5480 §2.1.1.1. */
const curves: Readonly<Record<string, string>> = { 'P-256': '1.2.840.10045.3.1.7', 'P-384': '1.3.132.0.34' };

/** RFC 5480 §2, RFC 8410 §4: how X.509 writes a public key. */
export function toPublicKeyInfo({ algorithm, bytes }: PublicKey): PublicKeyInfo {
  const jwk = algorithm.toJwk(bytes);
  const curve = curves[algorithm.id];
  const point = jwk?.y === undefined ? bytes : Uint8Array.from([4, ...fromBase64url(jwk.x), ...fromBase64url(jwk.y)]);
  return new PublicKeyInfo({
    algorithm: new AlgorithmIdentifier({
      algorithmId: curve === undefined ? oids.ed25519 : oids.ec,
      ...(curve !== undefined && { algorithmParams: new ObjectIdentifier({ value: curve }) }),
    }),
    subjectPublicKey: new BitString({ valueHex: point.buffer }),
  });
}

/** The kind of key that an algorithm identifier of a public or private key means (RFC 5480, RFC 8410). */
export function keyKind({ algorithmId, algorithmParams }: AlgorithmIdentifier): KeyAlgorithm {
  if (algorithmId === oids.rsa) throw refused('Its key is of RSA; keys that sign here are of P-256, P-384 or Ed25519.');
  const curve = algorithmParams instanceof ObjectIdentifier ? algorithmParams.getValue() : undefined;
  const kind = keyAlgorithms.find(({ id }) =>
    curves[id] === undefined ? algorithmId === oids.ed25519 : algorithmId === oids.ec && curves[id] === curve,
  );
  if (kind) return kind;
  throw refused('Its key is of a kind that does not sign here; keys are of P-256, P-384 or Ed25519.');
}

/** Refuses keys of kinds that sign nothing here. */
export function fromPublicKeyInfo({ algorithm: identifier, subjectPublicKey }: PublicKeyInfo): PublicKey {
  const algorithm = keyKind(identifier);
  const bytes: Bytes = new Uint8Array(subjectPublicKey.valueBlock.valueHexView);
  const half = (bytes.length - 1) / 2;
  const members = { x: base64url(bytes.subarray(1, 1 + half)), y: base64url(bytes.subarray(1 + half)) };
  const point = algorithm.jwk.kty === 'OKP' ? bytes : bytes[0] === 4 ? algorithm.fromJwk(members) : undefined;
  if (point && point.length === algorithm.publicKeyLength) return { algorithm, bytes: point };
  throw refused('Its public key is not readable.');
}

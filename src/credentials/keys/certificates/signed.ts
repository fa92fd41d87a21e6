import { AlgorithmIdentifier, AttributeTypeAndValue, createCMSECDSASignature, Extension, Extensions } from 'pkijs';
import { GeneralName, GeneralNames, RelativeDistinguishedNames } from 'pkijs';
import { BitString, Utf8String, PrintableString } from 'asn1js';
import type { Subject } from '../../../services/ports/index.ts';
import type { Bytes } from '../../document/encoding.ts';
import type { KeyAlgorithm } from '../algorithms/index.ts';

export type Sign = (data: Bytes) => Promise<Bytes>;

/** RFC 5758 §3.2, RFC 8410 §3: the parameters are left out. */
const signatures: Readonly<Record<string, string>> = {
  'P-256': '1.2.840.10045.4.3.2',
  'P-384': '1.2.840.10045.4.3.3',
  Ed25519: '1.3.101.112',
};
const country = '2.5.4.6';
const attributes = { country, organisation: '2.5.4.10', organisationIdentifier: '2.5.4.97', name: '2.5.4.3' } as const;

export const signatureOf = (algorithm: KeyAlgorithm): AlgorithmIdentifier =>
  new AlgorithmIdentifier({ algorithmId: signatures[algorithm.id] ?? '' });

/** X.509 has r and s of ECDSA in DER (RFC 3279 §2.2.3), where we have them beside one another. */
export async function signatureValue(algorithm: KeyAlgorithm, sign: Sign, tbs: ArrayBuffer): Promise<BitString> {
  const signature = await sign(new Uint8Array(tbs));
  const isEcdsa = algorithm.jwk.kty === 'EC';
  return new BitString({ valueHex: isEcdsa ? createCMSECDSASignature(signature.buffer) : signature.buffer });
}

/** Of the subject what it has, in the order of ETSI EN 319 412-3 §4.2.1. */
export function nameOf(subject: Omit<Subject, 'uri'>): RelativeDistinguishedNames {
  const typesAndValues = (Object.keys(attributes) as (keyof typeof attributes)[]).flatMap((name) => {
    const value = subject[name];
    if (value === undefined) return [];
    const text = name === 'country' ? new PrintableString({ value }) : new Utf8String({ value });
    return [new AttributeTypeAndValue({ type: attributes[name], value: text })];
  });
  return new RelativeDistinguishedNames({ typesAndValues });
}

/** RFC 5280 §4.2.1.3: digitalSignature, or for an authority keyCertSign. */
export const keyUsage = (bits: number, unusedBits: number): Extension =>
  new Extension({
    extnID: '2.5.29.15',
    critical: true,
    extnValue: new BitString({ valueHex: Uint8Array.of(bits).buffer, unusedBits }).toBER(),
  });
export const digitalSignature = keyUsage(0b1000_0000, 7);

/** RFC 5280 §4.2.1.6: the address of the institution, by which a wallet knows who it is. */
export function alternativeName(uri: string): Extension {
  const names = new GeneralNames({ names: [new GeneralName({ type: 6, value: uri })] });
  return new Extension({ extnID: '2.5.29.17', critical: false, extnValue: names.toSchema().toBER() });
}

export const extensionsOf = (extensions: Extension[]): Extensions => new Extensions({ extensions });

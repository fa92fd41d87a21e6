import { BasicConstraints, Certificate, Extension } from 'pkijs';
import { Integer } from 'asn1js';
import type { Subject } from '../../../services/ports/index.ts';
import type { PublicKey } from '../algorithms/index.ts';
import { p256 } from '../algorithms/ecdsa.ts';
import { chainToPem } from './pem.ts';
import { toPublicKeyInfo } from './public-key.ts';
import {
  alternativeName,
  digitalSignature,
  extensionsOf,
  keyUsage,
  nameOf,
  type Sign,
  signatureOf,
  signatureValue,
} from './signed.ts';

const year = 365 * 86_400_000;
const authority = {
  organisation: 'mikromerit demo',
  name: 'TEST CA of the mikromerit demo: trust nothing that it signs',
};

const constraints = (cA: boolean): Extension =>
  new Extension({
    extnID: '2.5.29.19',
    critical: true,
    extnValue: new BasicConstraints({ cA, ...(cA && { pathLenConstraint: 0 }) }).toSchema().toBER(),
  });

type Content = Readonly<{
  subject: Omit<Subject, 'uri'>;
  key: PublicKey;
  extensions: Extension[];
  from: Date;
  years: number;
}>;

async function certified({ subject, key, extensions, from, years }: Content, sign: Sign): Promise<Certificate> {
  const serial = crypto.getRandomValues(new Uint8Array(16));
  // Positive and as short as can be (RFC 5280 §4.1.2.2, X.690 §8.3).
  serial[0] = 0x40 | ((serial[0] ?? 0) & 0x3f);
  const certificate = new Certificate({
    version: 2,
    serialNumber: new Integer({ valueHex: serial.buffer }),
    issuer: nameOf(authority),
    subject: nameOf(subject),
    subjectPublicKeyInfo: toPublicKeyInfo(key),
    signature: signatureOf(p256),
    signatureAlgorithm: signatureOf(p256),
    extensions: extensionsOf(extensions).extensions,
  });
  certificate.notBefore.value = from;
  certificate.notAfter.value = new Date(from.getTime() + years * year);
  const tbs = certificate.encodeTBS().toBER();
  certificate.tbsView = new Uint8Array(tbs);
  certificate.signatureValue = await signatureValue(p256, sign, tbs);
  return certificate;
}

/**
 * A test authority, for the demo alone: its key is made anew and forgotten, so nobody can ever trust it. Certifies keys, the
 * leaf before the root.
 */
export async function createTestAuthority(now: Date) {
  const from = new Date(Math.floor(now.getTime() / 1000) * 1000);
  const pair = await p256.generate();
  const sign: Sign = (data) => p256.sign(pair.privateKey, data);
  const key = { algorithm: p256, bytes: await p256.exportPublicKey(pair.publicKey) };
  const extensions = [constraints(true), keyUsage(0b0000_0110, 1)];
  const root = await certified({ subject: authority, key, extensions, from, years: 10 }, sign);
  return async ({ uri, ...subject }: Subject, key: PublicKey): Promise<string> => {
    const extensions = [constraints(false), digitalSignature, alternativeName(uri)];
    return chainToPem([await certified({ subject, key, extensions, from, years: 2 }, sign), root]);
  };
}

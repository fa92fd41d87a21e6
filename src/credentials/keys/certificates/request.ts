import { Attribute, CertificationRequest } from 'pkijs';
import type { Subject } from '../../../services/ports/index.ts';
import type { PublicKey } from '../algorithms/index.ts';
import { toPem } from './pem.ts';
import { toPublicKeyInfo } from './public-key.ts';
import {
  alternativeName,
  digitalSignature,
  extensionsOf,
  nameOf,
  type Sign,
  signatureOf,
  signatureValue,
} from './signed.ts';

/** PKCS#9 extensionRequest (RFC 2985 §5.4.2). */
const extensionRequest = '1.2.840.113549.1.9.14';

/** What an authority wants to have (PKCS#10, RFC 2986), signed with the key that it is about. */
export async function requestFor(subject: Subject, key: PublicKey, sign: Sign): Promise<string> {
  const extensions = extensionsOf([digitalSignature, alternativeName(subject.uri)]);
  const request = new CertificationRequest({
    version: 0,
    subject: nameOf(subject),
    subjectPublicKeyInfo: toPublicKeyInfo(key),
    attributes: [new Attribute({ type: extensionRequest, values: [extensions.toSchema()] })],
    signatureAlgorithm: signatureOf(key.algorithm),
  });
  // The library makes this part only where it signs itself.
  const tbs = (request as unknown as { encodeTBS(): { toBER(): ArrayBuffer } }).encodeTBS().toBER();
  request.tbsView = new Uint8Array(tbs);
  request.signatureValue = await signatureValue(key.algorithm, sign, tbs);
  return toPem('CERTIFICATE REQUEST', request.toSchema(false).toBER());
}

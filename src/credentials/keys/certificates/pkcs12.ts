import { type AuthenticatedSafe, type CertBag, Certificate, EncryptedData, type PFX, PKCS8ShroudedKeyBag } from 'pkijs';
import { PFX as Container, PrivateKeyInfo, type SafeContents } from 'pkijs';
import { fromBER, type Sequence } from 'asn1js';
import { utf8 } from '../../document/encoding.ts';
import type { KeyAlgorithm } from '../algorithms/index.ts';
import { keyKind } from './public-key.ts';
import { refused } from './refused.ts';

export type Opened = Readonly<{ algorithm: KeyAlgorithm; pkcs8: ArrayBuffer; certificates: readonly Certificate[] }>;

const oids = {
  keyBag: '1.2.840.113549.1.12.10.1.1',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certBag: '1.2.840.113549.1.12.10.1.3',
  encrypted: '1.2.840.113549.1.7.6',
  /** PBES2 (RFC 8018 §6.2): whatever came before it, RC2 and 3DES, is not opened. */
  pbes2: '1.2.840.113549.1.5.13',
} as const;
const largest = 1_000_000;

const tooOld = () =>
  refused(
    'The file is encrypted as programs did before 2022 (RC2, 3DES). Convert it, with its password in the variable P12: ' +
      'openssl pkcs12 -legacy -in OLD.p12 -passin env:P12 -nodes -out OPEN.pem && ' +
      'openssl pkcs12 -export -in OPEN.pem -passout env:P12 -out NEW.p12; rm OPEN.pem',
  );

function read(bytes: Uint8Array<ArrayBuffer>): PFX {
  if (bytes.length > largest) throw refused('The file is larger than any PKCS#12 file of one key.');
  try {
    return Container.fromBER(bytes);
  } catch {
    throw refused('The file is no PKCS#12 file.');
  }
}

/** The encrypted parts, after the code that protects the whole was compared: that tells a wrong password. */
async function safeOf(pfx: PFX, password: ArrayBuffer): Promise<AuthenticatedSafe> {
  await pfx.parseInternalValues({ password, checkIntegrity: true }).catch(() => {
    throw refused('The password is not the one of the file, or the file is damaged.');
  });
  const safe = pfx.parsedValue?.authenticatedSafe;
  if (!safe) throw refused('The file is no PKCS#12 file.');
  for (const { contentType, content } of safe.safeContents)
    if (contentType === oids.encrypted) {
      // Of a copy: the library takes apart what it reads.
      const { result } = fromBER((content as Sequence).toBER());
      const { encryptedContentInfo } = new EncryptedData({ schema: result });
      if (encryptedContentInfo.contentEncryptionAlgorithm.algorithmId !== oids.pbes2) throw tooOld();
    }
  await safe.parseInternalValues({ safeContents: safe.safeContents.map(() => ({ password })) }).catch(() => {
    throw refused('The file cannot be decrypted.');
  });
  return safe;
}

async function privateKeyIn(bag: unknown, password: ArrayBuffer): Promise<PrivateKeyInfo> {
  if (bag instanceof PrivateKeyInfo) return bag;
  if (!(bag instanceof PKCS8ShroudedKeyBag)) throw refused('The private key of the file is not readable.');
  if (bag.encryptionAlgorithm.algorithmId !== oids.pbes2) throw tooOld();
  // The library decrypts it and keeps it here.
  const opened = bag as unknown as {
    parseInternalValues(parameters: { password: ArrayBuffer }): Promise<void>;
    parsedValue?: PrivateKeyInfo;
  };
  await opened.parseInternalValues({ password }).catch(() => undefined);
  if (opened.parsedValue) return opened.parsedValue;
  throw refused('The private key of the file cannot be decrypted.');
}

/** One private key and the certificates beside it, in the order of the file (RFC 7292 §4). */
export async function openPkcs12(bytes: Uint8Array<ArrayBuffer>, password: string): Promise<Opened> {
  const secret = utf8(password).buffer;
  const safe = await safeOf(read(bytes), secret);
  const contents = (safe.parsedValue as { safeContents: readonly { value: SafeContents }[] }).safeContents;
  const bags = contents.flatMap(({ value }) => value.safeBags);
  const keys = bags.filter(({ bagId }) => bagId === oids.shroudedKeyBag || bagId === oids.keyBag);
  const [key] = keys;
  if (!key) throw refused('There is no private key in the file.');
  if (keys.length > 1) throw refused('There is more than one private key in the file.');
  const info = await privateKeyIn(key.bagValue, secret);
  const certificates = bags
    .filter(({ bagId }) => bagId === oids.certBag)
    .map(({ bagValue }): unknown => (bagValue as CertBag).parsedValue)
    .filter((certificate) => certificate instanceof Certificate);
  return { algorithm: keyKind(info.privateKeyAlgorithm), pkcs8: info.toSchema().toBER(), certificates };
}

/** Files give the leaf anywhere: it is put first, and then whoever signed the one before. */
export function inOrder(certificates: readonly Certificate[], isLeaf: (one: Certificate) => boolean): Certificate[] {
  const leaf = certificates.find(isLeaf);
  const chain = leaf ? [leaf] : [];
  for (let next = leaf; next;) {
    const { issuer } = next;
    next = certificates.find((one) => !chain.includes(one) && one.subject.isEqual(issuer));
    if (next) chain.push(next);
  }
  return chain;
}

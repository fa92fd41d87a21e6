import { type BasicConstraints, type Certificate, CertificateChainValidationEngine } from 'pkijs';
import type { BitString } from 'asn1js';
import type { PublicKey } from '../algorithms/index.ts';
import { fromPublicKeyInfo } from './public-key.ts';
import { refused } from './refused.ts';

const oids = { basicConstraints: '2.5.29.19', keyUsage: '2.5.29.15' } as const;
/** RFC 5280 §4.2.1.3: digitalSignature and contentCommitment, the first two bits. */
const signing = 0b1100_0000;

const extensionOf = (certificate: Certificate, oid: string): unknown =>
  certificate.extensions?.find(({ extnID }) => extnID === oid)?.parsedValue;

const nameOf = ({ subject }: Certificate): string =>
  subject.typesAndValues.map(({ value }) => String(value.valueBlock.value)).join(', ') || 'without a name';

function demandPeriod(certificate: Certificate, now: Date): void {
  const [from, until] = [certificate.notBefore.value, certificate.notAfter.value];
  if (until < now) throw refused(`${nameOf(certificate)} expired at ${until.toISOString()}.`);
  if (from > now) throw refused(`${nameOf(certificate)} is not valid before ${from.toISOString()}.`);
}

/** Of the leaf: it is no authority, and it may sign. */
function demandSigner(leaf: Certificate): void {
  const constraints = extensionOf(leaf, oids.basicConstraints) as BasicConstraints | undefined;
  if (constraints?.cA === true)
    throw refused('The first certificate is of an authority. The one of the institution comes first.');
  const usage = extensionOf(leaf, oids.keyUsage) as BitString | undefined;
  const bits = usage?.valueBlock.valueHexView[0] ?? signing;
  if ((bits & signing) === 0) throw refused('The use of its key is not signing (keyUsage).');
}

async function demandSignedBy(certificate: Certificate, next: Certificate): Promise<void> {
  const isNamed = certificate.issuer.isEqual(next.subject);
  if (!isNamed)
    throw refused(`${nameOf(certificate)} is not by ${nameOf(next)}, which follows it: order or chain is wrong.`);
  const isSigned = await certificate.verify(next).catch(() => false);
  if (!isSigned) throw refused(`${nameOf(certificate)} was not signed by ${nameOf(next)}.`);
}

/**
 * Leaf first, each signed by the next, all in force, by the rules of RFC 5280 §6.1 up to the last. Whether anybody trusts
 * that last one is not asked: readers have their own lists. Returns the public key of the leaf.
 */
export async function checkChain(chain: readonly Certificate[], now: Date): Promise<PublicKey> {
  const [leaf, ...others] = chain;
  const last = chain.at(-1);
  if (!leaf || !last) throw refused('There is none.');
  const publicKey = fromPublicKeyInfo(leaf.subjectPublicKeyInfo);
  chain.forEach((certificate) => demandPeriod(certificate, now));
  demandSigner(leaf);
  for (const [index, next] of others.entries()) await demandSignedBy(chain[index] ?? leaf, next);
  if (others.length === 0) {
    if (leaf.issuer.isEqual(leaf.subject)) throw refused('It is signed by itself, so it tells nobody whose it is.');
    return publicKey;
  }
  const engine = new CertificateChainValidationEngine({
    trustedCerts: [last],
    // The engine takes the last of these for the one to check.
    certs: chain.slice(0, -1).toReversed(),
    checkDate: now,
  });
  const { result, resultMessage } = await engine.verify();
  if (!result) throw refused(`The chain does not hold: ${resultMessage}`);
  return publicKey;
}

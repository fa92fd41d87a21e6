import type { Addresses } from '../../src/domain/addresses/addresses.ts';
import { timestamp } from '../../src/domain/shared/dates.ts';
import {
  checkNames,
  type CredentialCheckName,
  type Outcome,
  verdictOf,
} from '../../src/domain/verification/verification.ts';
import type { Verifier } from '../../src/services/ports/index.ts';
import { fakeProof } from './fake-writer.ts';

type Read = (url: string) => Promise<Readonly<{ text: string }> | undefined>;
type FakeEntry = Readonly<{ purpose: 'revocation' | 'suspension'; list: string; index: number }>;

/**
 * Checks what the fake writer writes, by reading the DID document, the status lists and the version at their
 * addresses as a real verifier would. What cannot be read is unknown, never passed.
 */
export function createFakeVerifier(addresses: Addresses, read: Read): Verifier {
  const json = async (url: string): Promise<any> => {
    const found = await read(url);
    return found && JSON.parse(found.text);
  };

  async function proofOf({ proof, ...document }: any): Promise<Outcome> {
    if (!proof) return 'failed';
    const slug = String(document.issuer).split(':').at(-1) ?? '';
    const controller = await json(addresses.didDocument(slug));
    if (!controller) return 'unknown';
    const keys: readonly { publicKey: string }[] = controller.keys;
    return keys.some(({ publicKey }) => proof.value === fakeProof(document, publicKey)) ? 'passed' : 'failed';
  }

  async function isSet({ list, index }: FakeEntry): Promise<boolean | undefined> {
    const document = await json(list);
    return document && (document.set as number[]).includes(index);
  }

  const verifier: Verifier = {
    verifyReceived: (received, now) => verifier.verify('json' in received ? received.json : undefined, now),

    async verify(credential, now) {
      const { type, issuer, validFrom, status, achievement } = credential as any;
      const entries: readonly FakeEntry[] = status ?? [];
      const found = await Promise.all(entries.map(async (entry) => ({ ...entry, isSet: await isSet(entry) })));
      const findings = {
        revoked: found.some((entry) => entry.purpose === 'revocation' && entry.isSet),
        suspended: found.some((entry) => entry.purpose === 'suspension' && entry.isSet),
        expired: false,
        notYetValid: String(validFrom) > timestamp(now),
      };
      const version = await json(String(achievement?.id));
      const outcomes: Record<CredentialCheckName, Outcome> = {
        format: type === 'FakeCredential' ? 'passed' : 'failed',
        issuer: typeof issuer === 'string' ? 'passed' : 'failed',
        proof: await proofOf(credential),
        period: findings.notYetValid ? 'failed' : 'passed',
        status:
          findings.revoked || findings.suspended
            ? 'failed'
            : found.some((entry) => entry.isSet === undefined)
              ? 'unknown'
              : 'passed',
        catalogue: version ? 'passed' : 'unknown',
      };
      const checks = checkNames.map((name) => ({
        name,
        outcome: outcomes[name],
        source: 'fake',
        time: timestamp(now),
      }));
      return {
        verdict: verdictOf(checks, findings),
        kind: 'credential',
        checkedAt: timestamp(now),
        checks,
        summary: {},
      };
    },
  };
  return verifier;
}

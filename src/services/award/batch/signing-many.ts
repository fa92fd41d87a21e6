import type { Ports, SignedDocument } from '../../ports/index.ts';
import { faultName } from '../fault-name.ts';
import type { LeasedDocument, Signature, Signing } from '../signing.ts';
import { within } from '../within.ts';

/** A remote signer is asked for so many signatures at once. */
const atOnce = 4;

type Needs = Pick<Ports, 'log'>;

/**
 * Signs the documents of a chunk and stores them in one statement. One that cannot be signed stays prepared, in nobody's
 * hands, and holds up none of the others.
 */
export function createSigningMany({ log }: Needs, { sign, store, giveUp, finishAnew }: Signing) {
  const failed = async (leased: LeasedDocument, error: unknown): Promise<undefined> => {
    log('error', 'a prepared credential could not be signed', {
      award: leased.document.awardId,
      fault: faultName(error),
    });
    await giveUp(leased);
    return undefined;
  };

  async function signAll(leased: readonly LeasedDocument[]): Promise<readonly Signature[]> {
    const signatures: Signature[] = [];
    const rest = leased.values();
    const work = async () => {
      for (const each of rest) {
        const signed: SignedDocument | undefined = await sign(each).catch((error: unknown) => failed(each, error));
        if (signed) signatures.push({ leased: each, signed });
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    return signatures;
  }

  /** `before`: what is to be done before a document is out. */
  return async (leased: readonly LeasedDocument[], before: () => Promise<void>): Promise<void> => {
    const [first] = leased;
    if (!first) return;
    try {
      await within(first.signal, before());
      const signatures = await signAll(leased);
      if (signatures.length === 0) return;
      const outcomes = await store(first.institution.id, signatures);
      for (const [index, signature] of signatures.entries())
        if (outcomes[index] === 'key-retired') await finishAnew(signature.leased);
    } catch (error) {
      // Also what was stored all the same, where the answer was lost: then its lease is over, and there is none to give up.
      for (const each of leased) await failed(each, error);
    }
  };
}

import type { Institution } from '../../domain/institution/institution.ts';
import type { AwardEntry, DocumentKey, Ports } from '../ports/index.ts';
import { SignerError } from '../ports/remote-signing.ts';
import { faultFacts } from './fault-name.ts';
import { firstDocument } from './documents.ts';
import { leaseTimes, mostPolls } from './lease-times.ts';
import type { LeasedDocument, Signing } from './signing.ts';
import { listOf, type StatusPublishing } from './status-publishing.ts';

type Needs = Pick<Ports, 'transact' | 'writer' | 'wait' | 'log'>;
export type Issuing = ReturnType<typeof createIssuing>;

/** Signs what is on record and unsigned: for who asks for it again, and by itself. */
export function createIssuing(
  { transact, writer, wait, log }: Needs,
  { lease, take, finish }: Pick<Signing, 'lease' | 'take' | 'finish'>,
  lists: Pick<StatusPublishing, 'ensure'>,
) {
  /** What this run passes over: documents that could not be signed, and all documents of keys whose signer failed. */
  type Run = Readonly<{ failed: DocumentKey[]; keys: string[]; isAlone: boolean }>;
  type Taken = Readonly<{ leased: LeasedDocument; institution: Institution; list: ReturnType<typeof listOf> }>;

  const takeNext = ({ failed, keys, isAlone }: Run): Promise<Taken | undefined> =>
    transact(undefined, async (stores) => {
      const claimed = await stores.documents.claimNext(failed, isAlone, keys);
      if (!claimed) return undefined;
      // Where no lease can be had (there is no key), it is passed over like one that cannot be signed.
      failed.push(claimed);
      const institution = await stores.institutions.get(claimed.institutionId);
      const entry = await stores.awards.find(institution.id, claimed.awardId, { seesProtected: true });
      if (!entry) throw new Error(`award ${claimed.awardId} is missing`);
      return { leased: await lease(stores, institution, claimed), institution, list: listOf(entry.award) };
    });

  /** Signs the next; `failed` grows by it where that does not succeed, and `keys` by a key that does not sign. */
  async function resumeNext(run: Run): Promise<'none' | 'signed' | 'not'> {
    const { failed, keys } = run;
    const known = failed.length;
    try {
      const taken = await takeNext(run);
      if (!taken) return 'none';
      const { leased, institution, list } = taken;
      // As for every award: the lists that it points to are out before it is.
      const isMine = await finish(leased, () => lists.ensure(institution, list));
      failed.pop();
      return isMine ? 'signed' : 'not';
    } catch (error) {
      const document = failed[known];
      if (!document) throw error;
      if (error instanceof SignerError && error.key) keys.push(error.key.id);
      log('error', 'a prepared credential could not be signed', { award: document.awardId, ...faultFacts(error) });
      return 'not';
    }
  }

  return {
    /**
     * The award with its credential signed; where another has it in hand, waits for them a little. It comes back as
     * `prepared` where that was not enough.
     */
    async complete(institution: Institution, read: () => Promise<AwardEntry>): Promise<AwardEntry> {
      for (let polls = 0; ; polls += 1) {
        const entry = await read();
        if (entry.award.state !== 'prepared') return entry;
        const leased = await take(institution, firstDocument(writer, entry.award.id));
        if (leased) {
          await finish(leased, () => lists.ensure(institution, listOf(entry.award)));
        } else if (polls >= mostPolls) return entry;
        else await wait(leaseTimes.pollMs);
      }
    },

    /**
     * Finishes whatever was prepared and never signed, and is in nobody's hands; returns how many. Safe in several
     * processes at once; `isAlone`: there is no other, so whoever held a lease is gone. One that cannot be signed is
     * logged and left for the next time; it does not hold up the others.
     */
    async resume(isAlone = false): Promise<number> {
      let finished = 0;
      const run: Run = { failed: [], keys: [], isAlone };
      for (let result = await resumeNext(run); result !== 'none'; result = await resumeNext(run))
        if (result === 'signed') finished += 1;
      if (finished > 0) log('info', 'finished credentials that were prepared and not signed', { count: finished });
      return finished;
    },
  };
}

import { isCalendarDate, todayIn } from '../../domain/shared/dates.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import { institutionCalled } from '../institution/access.ts';
import { createRecorder, operator } from '../institution/audit.ts';
import { dayInMs } from '../institution/idempotency.ts';
import { doOrTry } from '../institution/trial.ts';
import type { Ports } from '../ports/index.ts';

type Needs = Pick<Ports, 'stores' | 'transact' | 'now' | 'sha256' | 'canonicalJson'>;
export type Retained = Readonly<{ slug: string; keysDeleted: number; addressesEmptied: number }>;

/** So many persons in one transaction, and their ids in one audit event. */
const batch = 500;

/** Ends what has outlived its time, by the rules of docs/data-protection.md. */
export function createRetention(ports: Needs) {
  const { stores, now } = ports;
  const record = createRecorder(ports);

  const sweepKeys = ({ id }: Institution, isTrial: boolean) =>
    doOrTry(ports, id, isTrial, (stores) => stores.idempotency.sweep(id, new Date(now().getTime() - dayInMs)));

  /** A trial goes through all at once: it leaves them as they are, and would find the first ones again. */
  async function emptyAddresses({ id }: Institution, before: string, isTrial: boolean): Promise<number> {
    const limit = isTrial ? Number.MAX_SAFE_INTEGER : batch;
    let emptied = 0;
    for (let found = limit; found === limit; emptied += found) {
      found = await doOrTry(ports, id, isTrial, async (stores) => {
        const learners = await stores.erasure.emptyPastContact(id, before, limit);
        if (learners.length > 0)
          await record(stores, {
            institutionId: id,
            actor: operator,
            action: 'contact-data-emptied',
            subjects: learners,
            detail: { before },
          });
        return learners.length;
      });
    }
    return emptied;
  }

  return {
    /**
     * Of one institution, or of all. `before`: contact data go where the last offering that a person registered for
     * ended before this day. The institution decides the day, so it is given for one institution at a time.
     */
    async run(slug?: string, before?: string, isTrial = false): Promise<readonly Retained[]> {
      if (before !== undefined && slug === undefined)
        throw new DomainError(
          'malformed-request',
          'Name the INSTITUTION that decided the date: it is no rule for others.',
        );
      const institutions =
        slug === undefined ? await stores.institutions.list() : [await institutionCalled(slug, stores)];
      if (before !== undefined) demandPast(before, institutions);
      const done: Retained[] = [];
      for (const institution of institutions) {
        const keysDeleted = await sweepKeys(institution, isTrial);
        const addressesEmptied = before === undefined ? 0 : await emptyAddresses(institution, before, isTrial);
        done.push({ slug: institution.slug, keysDeleted, addressesEmptied });
      }
      return done;
    },
  };

  /** Not what has not ended yet: a slip in the year would empty what is in use. */
  function demandPast(before: string, institutions: readonly Institution[]): void {
    if (!isCalendarDate(before))
      throw new DomainError('malformed-request', 'Write the date as YYYY-MM-DD, one that exists.');
    for (const { country } of institutions)
      if (before > todayIn({ country }, now()))
        throw new DomainError('malformed-request', `${before} has not come yet, and what has not ended is in use.`);
  }
}

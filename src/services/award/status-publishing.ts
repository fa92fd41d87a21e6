import type { Award } from '../../domain/award/award.ts';
import { hasPassed } from '../../domain/shared/age.ts';
import { type StatusPurpose, statusPurposes } from '../../domain/addresses/grammar.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import { noSigningKey } from '../institution/signing-keys/no-signing-key.ts';
import type { Lease, Ports, SigningKey, StatusListName, StatusPublication } from '../ports/index.ts';
import { faultFacts } from './fault-name.ts';
import { leaseTimes, mostPolls } from './lease-times.ts';
import { within } from './within.ts';

type Needs = Pick<Ports, 'stores' | 'transact' | 'writer' | 'now' | 'after' | 'newToken' | 'sha256' | 'wait' | 'log'>;
export type StatusPublishing = ReturnType<typeof createStatusPublishing>;

/** A list is signed anew at most this often, however many revocations come. */
const shortestIntervalInMs = 1000;
/** After an attempt that failed, strangers are shown what there is for so long before the next is made. */
const holdOffInMs = 5000;
/** How long a reader may keep a list: `ttl` of the list and `max-age` of the answer. */
export const statusListTtlInSeconds = 60;

type List = Readonly<{ id: string; number: number }>;
/** One of the two lists of an institution's list of awards. */
type ListOfPurpose = Readonly<{ institution: Pick<Institution, 'id' | 'slug'>; list: List; purpose: StatusPurpose }>;
const nameOf = ({ list, purpose }: ListOfPurpose): StatusListName => ({ listId: list.id, purpose });
/** By what this process remembers it. */
const keyOf = (place: ListOfPurpose): string => JSON.stringify([place.institution.id, nameOf(place)]);

/** The list that an award has its place in. */
export const listOf = ({ status: { listId, listNumber } }: Pick<Award, 'status'>): List => ({
  id: listId,
  number: listNumber,
});

type LeasedList = Readonly<{
  lease: Lease;
  key: SigningKey;
  signal: AbortSignal;
  changes: number;
  set: readonly number[];
}>;

/**
 * Publishes the status lists: signed documents that anyone fetches and caches. Signed as certificates are, under a lease
 * and outside any transaction; but whoever takes a lease over signs the list as it is by then.
 */
export function createStatusPublishing({ stores, transact, writer, now, after, newToken, sha256, wait, log }: Needs) {
  /** Undefined where another signs it, or has done so since it was `seen`: of all who find it out of date, one signs. */
  const take = (
    { institution, ...place }: ListOfPurpose,
    seen: StatusPublication | undefined,
  ): Promise<LeasedList | undefined> => {
    const signal = after(leaseTimes.attemptMs);
    const name = nameOf({ institution, ...place });
    return transact(institution.id, async (stores) => {
      const key = await stores.signingKeys.current(institution.id, writer.statusListAlgorithm, 'credentials');
      if (!key) throw noSigningKey(institution.slug, writer.statusListAlgorithm);
      const lease = { token: newToken(16), forMs: leaseTimes.leaseMs, keyId: key.id, created: now(), salts: [] };
      const changes = await stores.statusLists.lease(institution.id, name, lease, seen?.etag);
      if (changes === undefined) return undefined;
      // Read afterwards, so that every change that is counted is in it.
      return { lease, key, signal, changes, set: await stores.statusLists.setIndexes(institution.id, name) };
    });
  };

  async function sign({ institution, list, purpose }: ListOfPurpose, leased: LeasedList): Promise<StatusPublication> {
    const { lease, key, signal, changes, set } = leased;
    const { slug } = institution;
    const facts = { slug, list: list.number, purpose, set, validFrom: lease.created };
    const document = await writer.composeStatusList({ ...facts, ttlSeconds: statusListTtlInSeconds });
    const securing = { key, slug, created: lease.created, signal };
    const { bytes } = await within(signal, writer.secureStatusList(document, securing));
    const text = new TextDecoder().decode(bytes);
    return { text, etag: await sha256(text), publishedAt: lease.created, changes, published: changes };
  }

  /** False where the lease is another's by now, or the key was retired meanwhile: what was signed is thrown away. */
  const store = (place: ListOfPurpose, { lease }: LeasedList, publication: StatusPublication): Promise<boolean> =>
    transact(place.institution.id, async (stores) => {
      const { id } = place.institution;
      if (await stores.signingKeys.lockUsable(id, lease.keyId))
        return stores.statusLists.publish(id, nameOf(place), lease.token, publication);
      await stores.statusLists.release(id, nameOf(place), lease.token);
      return false;
    });

  async function rebuild(
    place: ListOfPurpose,
    seen: StatusPublication | undefined,
  ): Promise<StatusPublication | undefined> {
    const leased = await take(place, seen);
    if (!leased) return undefined;
    try {
      const publication = await sign(place, leased);
      return (await store(place, leased, publication)) ? publication : undefined;
    } catch (error) {
      const { id } = place.institution;
      await transact(id, (stores) => stores.statusLists.release(id, nameOf(place), leased.lease.token)).catch(
        () => undefined,
      );
      throw error;
    }
  }

  /** In this process nobody asks the database whether another here is done. */
  const underWay = new Map<string, Promise<StatusPublication | undefined>>();

  /** Undefined where another does it or did, in this process or elsewhere; then they are done or in the middle of it. */
  async function rebuildOnce(
    place: ListOfPurpose,
    seen: StatusPublication | undefined,
  ): Promise<StatusPublication | undefined> {
    const name = keyOf(place);
    const others = underWay.get(name);
    if (others) {
      await others.catch(() => undefined);
      return undefined;
    }
    const mine = rebuild(place, seen);
    underWay.set(name, mine);
    try {
      const rebuilt = await mine;
      if (!rebuilt) await wait(leaseTimes.pollMs);
      return rebuilt;
    } finally {
      underWay.delete(name);
    }
  }

  /** Milliseconds until the list may be rebuilt, at most the interval; 0 where it may be now. */
  function restOfInterval({ publishedAt }: StatusPublication): number {
    const at = now();
    if (hasPassed(shortestIntervalInMs, publishedAt, at)) return 0;
    return publishedAt.getTime() + shortestIntervalInMs - at.getTime();
  }

  /** With its `validFrom` in the future a list is not valid yet for whoever reads it, so it is published anew. */
  const isOfTheFuture = ({ publishedAt }: StatusPublication) => publishedAt > now();

  /** `found`: what there is of it now. */
  async function current(
    place: ListOfPurpose,
    found: StatusPublication | undefined,
    isFresh: boolean,
  ): Promise<StatusPublication> {
    const read = () => stores.statusLists.publication(place.institution.id, nameOf(place));
    const changes = found?.changes ?? 0;
    for (let polls = 0; polls <= mostPolls; polls += 1) {
      if (found && found.published >= changes && !isOfTheFuture(found)) return found;
      const rest = found ? restOfInterval(found) : 0;
      if (found && rest > 0) {
        if (!isFresh) return found;
        await wait(rest);
      }
      const rebuilt = await rebuildOr(found, place, isFresh);
      if (rebuilt) return rebuilt;
      found = await read();
    }
    if (found && !isFresh) return found;
    throw new DomainError('busy', 'The status list is being signed. Try again in a moment.');
  }

  /** By list and purpose: when signing failed last. */
  const failedAt = new Map<string, Date>();

  /** What was published last is better than nothing, and says when it was; our own checks want the newest or none. */
  async function rebuildOr(found: StatusPublication | undefined, place: ListOfPurpose, isFresh: boolean) {
    const isLenient = found !== undefined && !isFresh;
    const name = keyOf(place);
    const failed = failedAt.get(name);
    if (isLenient && failed && !hasPassed(holdOffInMs, failed, now())) return found;
    failedAt.delete(name);
    return rebuildOnce(place, found).catch((error: unknown) => {
      if (!isLenient) throw error;
      if (error instanceof DomainError && error.code === 'busy') return found;
      failedAt.set(name, now());
      const { list, purpose } = place;
      log('error', 'a status list could not be signed', { list: list.id, purpose, ...faultFacts(error) });
      return found;
    });
  }

  return {
    /** The published list. `isFresh` (our own checks) waits until every change made so far is in it. */
    async read(
      slug: string,
      number: number,
      purpose: StatusPurpose,
      isFresh = false,
    ): Promise<StatusPublication | undefined> {
      const at = await stores.statusLists.publicationAt(slug, number, purpose);
      return at && current({ institution: at.institution, list: at.list, purpose }, at.publication, isFresh);
    },

    /** Publishes the lists that a credential is about to point to, if they are not yet out. */
    async ensure(institution: Institution, list: List): Promise<void> {
      for (const purpose of statusPurposes) {
        const place = { institution, list, purpose };
        if (!(await stores.statusLists.publication(institution.id, nameOf(place))))
          await current(place, undefined, false);
      }
    },
  };
}

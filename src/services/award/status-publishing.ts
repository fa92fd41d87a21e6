import { hasPassed } from '../../domain/shared/age.ts';
import { type StatusPurpose, statusPurposes } from '../../domain/shared/addresses.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import type { Ports, StatusPublication } from '../ports/index.ts';

type Needs = Pick<Ports, 'stores' | 'transact' | 'writer' | 'now' | 'sha256' | 'wait'>;
export type StatusPublishing = ReturnType<typeof createStatusPublishing>;

/** A list is signed anew at most this often, however many revocations come. */
const shortestIntervalInMs = 1000;
/** How long a reader may keep a list: `ttl` of the list and `max-age` of the answer. */
export const statusListTtlInSeconds = 60;

/** Thrown to undo a transaction that came second: what it cleared of the dirty mark may stand for a later change. */
class Overtaken extends Error {}

/** Publishes the status lists: signed documents that anyone fetches and caches. */
export function createStatusPublishing({ stores, transact, writer, now, sha256, wait }: Needs) {
  type List = Readonly<{ id: string; number: number }>;

  /** Signs the list anew, unless somebody did so since it was `seen`: of all who find it out of date, one signs. */
  async function rebuild(
    institution: Institution,
    list: List,
    purpose: StatusPurpose,
    seen: StatusPublication | undefined,
  ): Promise<void> {
    try {
      await sign(institution, list, purpose, seen);
    } catch (error) {
      if (!(error instanceof Overtaken)) throw error;
    }
  }

  async function sign(
    institution: Institution,
    list: List,
    purpose: StatusPurpose,
    seen: StatusPublication | undefined,
  ): Promise<void> {
    await transact(institution.id, async (stores) => {
      await stores.statusLists.beginPublication(institution.id, list.id, purpose);
      const standing = await stores.statusLists.publication(institution.id, list.id, purpose);
      if (standing?.etag !== seen?.etag) throw new Overtaken();
      const key = await stores.signingKeys.current(institution.id);
      if (!key) throw new Error(`institution ${institution.id} has no signing key`);
      const set = await stores.statusLists.setIndexes(institution.id, list.id, purpose);
      const publishedAt = now();
      const facts = {
        slug: institution.slug,
        list: list.number,
        purpose,
        set,
        validFrom: publishedAt,
        ttlSeconds: statusListTtlInSeconds,
      };
      const signed = await writer.sign(await writer.composeStatusList(facts), key, institution.slug, publishedAt);
      const text = JSON.stringify(signed);
      await stores.statusLists.publish(institution.id, list.id, purpose, {
        text,
        etag: await sha256(text),
        publishedAt,
      });
    });
  }

  /** Milliseconds until the list may be rebuilt, at most the interval; 0 where it may be now. */
  function restOfInterval({ publishedAt }: StatusPublication): number {
    const at = now();
    if (hasPassed(shortestIntervalInMs, publishedAt, at)) return 0;
    return publishedAt.getTime() + shortestIntervalInMs - at.getTime();
  }

  /** With its `validFrom` in the future a list is not valid yet for whoever reads it, so it is published anew. */
  const isOfTheFuture = ({ publishedAt }: StatusPublication) => publishedAt > now();

  async function current(
    institution: Institution,
    list: List,
    purpose: StatusPurpose,
    isFresh: boolean,
  ): Promise<StatusPublication> {
    const found = await stores.statusLists.publication(institution.id, list.id, purpose);
    if (found && !found.isDirty && !isOfTheFuture(found)) return found;
    if (found && restOfInterval(found) > 0) {
      if (!isFresh) return found;
      await wait(restOfInterval(found));
    }
    try {
      await rebuild(institution, list, purpose, found);
    } catch (error) {
      // Others keep what is needed for it busy; what was published last is better than nothing, and says when it was.
      if (found && !isFresh && error instanceof DomainError && error.code === 'busy') return found;
      throw error;
    }
    const rebuilt = await stores.statusLists.publication(institution.id, list.id, purpose);
    if (!rebuilt) throw new Error(`status list ${list.id} was not published`);
    return rebuilt;
  }

  return {
    /** The published list. `isFresh` (our own checks) waits until every change made so far is in it. */
    async read(
      institution: Institution,
      number: number,
      purpose: StatusPurpose,
      isFresh = false,
    ): Promise<StatusPublication | undefined> {
      const list = await stores.statusLists.find(institution.id, number);
      return list && current(institution, list, purpose, isFresh);
    },

    /** Publishes the lists that a credential is about to point to, if they are not yet out. */
    async ensure(institution: Institution, list: List): Promise<void> {
      for (const purpose of statusPurposes) {
        if (!(await stores.statusLists.publication(institution.id, list.id, purpose)))
          await rebuild(institution, list, purpose, undefined);
      }
    },
  };
}

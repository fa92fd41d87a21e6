import type { Institution } from '../../domain/institution/institution.ts';
import { createRecorder, operator } from '../institution/audit.ts';
import type { JsonObject, Ports, PreparedCredential, SignedCredential, Stores } from '../ports/index.ts';
import type { StatusPublishing } from './status-publishing.ts';

type Needs = Pick<Ports, 'stores' | 'transact' | 'writer' | 'now' | 'sha256' | 'canonicalJson' | 'log'>;
export type Issuing = ReturnType<typeof createIssuing>;

/**
 * The second half of record → sign → store. What we mean to sign is on record before this starts; the row is held
 * by one process while it signs, so there is never a second signature and never one that nobody recorded.
 */
export function createIssuing(ports: Needs, lists: Pick<StatusPublishing, 'ensure'>) {
  const { stores, transact, writer, now, sha256, log } = ports;
  const record = createRecorder(ports);

  async function sign(stores: Stores, institution: Institution, prepared: PreparedCredential): Promise<void> {
    const key = await stores.signingKeys.current(institution.id);
    if (!key) throw new Error(`institution ${institution.id} has no signing key`);
    const issuedAt = now();
    const signed = await writer.sign(JSON.parse(prepared.unsigned) as JsonObject, key, institution.slug, issuedAt);
    const text = JSON.stringify(signed);
    const credential: SignedCredential = { awardId: prepared.awardId, text, etag: await sha256(text), issuedAt };
    await stores.credentials.storeSigned(institution.id, credential, prepared.id);
    const award = await stores.awards.lock(institution.id, prepared.awardId, { seesProtected: true });
    // An award that was revoked before it was signed stays revoked.
    if (award?.state === 'prepared') await stores.awards.setState(institution.id, prepared.awardId, 'issued');
    await record(stores, {
      institutionId: institution.id,
      actor: operator,
      action: 'issued',
      subjects: [prepared.awardId, key.id],
      detail: { digest: await sha256(prepared.salt + text) },
    });
  }

  return {
    /** Signs one award's credential, unless another process has it in hand or it is signed. */
    async issue(institution: Institution, awardId: string): Promise<void> {
      const status = await stores.credentials.statusOf(institution.id, awardId);
      if (!status) return;
      await lists.ensure(institution, { id: status.listId, number: status.listNumber });
      await transact(institution.id, async (stores) => {
        const prepared = await stores.credentials.takePreparedOf(institution.id, awardId);
        if (prepared) await sign(stores, institution, prepared);
      });
    },

    /**
     * Finishes whatever was prepared before this moment (or is dated in the future) and never signed; returns how many. Safe in several processes
     * at once. One that cannot be signed is logged and left for the next time; it does not hold up the others.
     */
    async resume(preparedBefore: Date = now()): Promise<number> {
      let finished = 0;
      const failed: string[] = [];
      for (;;) {
        const result = await resumeNext(preparedBefore, failed);
        if (result === 'none') break;
        if (result === 'signed') finished += 1;
        else failed.push(result.failed);
      }
      if (finished > 0) log('info', 'finished credentials that were prepared and not signed', { count: finished });
      return finished;
    },
  };

  async function resumeNext(
    preparedBefore: Date,
    except: readonly string[],
  ): Promise<'none' | 'signed' | { failed: string }> {
    let taken: PreparedCredential | undefined;
    try {
      return await transact(undefined, async (stores) => {
        taken = await stores.credentials.takePrepared(preparedBefore, now(), except);
        if (!taken) return 'none';
        await sign(stores, await stores.institutions.get(taken.institutionId), taken);
        return 'signed';
      });
    } catch (error) {
      if (!taken) throw error;
      // The name alone: what a library or a database says may quote the document.
      const fault = error instanceof Error ? error.name : 'unknown';
      log('error', 'a prepared credential could not be signed', { award: taken.awardId, fault });
      return { failed: taken.id };
    }
  }
}

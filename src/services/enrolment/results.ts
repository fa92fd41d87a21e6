import type { CorrectionTask, CorrectionTaskState } from '../../domain/enrolment/correction-task.ts';
import type { Result, ResultInput } from '../../domain/enrolment/result.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import type { Actor } from '../../domain/institution/staff.ts';
import { type Access, visibilityOf } from '../institution/access.ts';
import { createOnce } from '../institution/idempotency.ts';
import type { Page, PageRequest, Ports, Stores } from '../ports/index.ts';
import { attemptEach, type RowOutcome, showEach } from './batch.ts';
import { createResultRecording } from './recording.ts';
import type { Recorded, RecordingContext } from './resending.ts';
import { type ResultRequest, resultInput } from './result-request.ts';

type Needs = Pick<Ports, 'stores' | 'transact' | 'now' | 'newId' | 'sha256' | 'canonicalJson'>;
/** What was recorded, or the task that came of it: a register says something else of what is on record. */
export type Outcome = Readonly<{ result: Result }> | Readonly<{ task: CorrectionTask }>;
export type BatchOutcome = RowOutcome<Outcome>;
export type Results = ReturnType<typeof createResults>;

/** What examiners found, passed or not, and what corrects it. */
export function createResults(ports: Needs, access: Access) {
  const { stores, transact } = ports;
  const recordOne = createResultRecording(ports);
  const once = createOnce(ports);

  /**
   * All persons of a batch before the first result, in one order: two with the same persons never wait for each other. Then
   * the runs, none of which is cancelled or moved meanwhile.
   */
  async function lock(stores: Stores, { id }: Institution, registrations: readonly string[]): Promise<void> {
    await stores.learners.lock(id, { registrations });
    await stores.offerings.keep(id, registrations);
  }

  async function stored(stores: Stores, actor: Actor, id: string): Promise<Result> {
    const found = await stores.results.find(actor.institutionId, id, visibilityOf(actor));
    if (found) return found;
    throw new DomainError('not-found', `There is no result with the id ${id}.`);
  }

  async function storedTask(stores: Stores, actor: Actor, id: string): Promise<CorrectionTask> {
    const found = await stores.correctionTasks.find(actor.institutionId, id, visibilityOf(actor));
    if (found) return found;
    throw new DomainError('not-found', `There is no correction task with the id ${id}.`);
  }

  const outcomeOf = async (stores: Stores, actor: Actor, recorded: Recorded): Promise<Outcome> =>
    'task' in recorded
      ? { task: await storedTask(stores, actor, recorded.task) }
      : { result: asRecorded(await stored(stores, actor, recorded.id)) };

  /** With what was found for each row, which is refused in its turn. */
  async function readEach(context: RecordingContext, requests: readonly ResultRequest[]) {
    const read: (ResultInput | DomainError)[] = [];
    for (const request of requests)
      read.push(
        await resultInput(context, request).catch((error: unknown) => {
          if (error instanceof DomainError && error.code === 'result-invalid') return error;
          throw error;
        }),
      );
    return read;
  }

  return {
    async record(actor: Actor, slug: string, request: ResultRequest, key?: string): Promise<Outcome> {
      const institution = await access.enter(actor, slug, 'record-result');
      return transact(institution.id, async (stores) => {
        const context = { stores, actor, institution };
        let registration = '';
        const work = async () => {
          const input = await resultInput(context, request);
          registration = input.registrationId;
          await lock(stores, institution, [registration]);
          return recordOne(context, input);
        };
        const asked = { actor, operation: 'recordResult', body: request, key };
        return outcomeOf(stores, actor, await once(stores, asked, work, () => [registration]));
      });
    },

    /** As many outcomes as results, in their order. One that is refused does not hold up the others. */
    async recordAll(
      actor: Actor,
      slug: string,
      requests: readonly ResultRequest[],
      key?: string,
    ): Promise<readonly BatchOutcome[]> {
      const institution = await access.enter(actor, slug, 'record-result');
      return transact(institution.id, async (stores) => {
        const context = { stores, actor, institution };
        let registrations: readonly string[] = [];
        const work = async () => {
          const inputs = await readEach(context, requests);
          registrations = inputs.flatMap((input) => (input instanceof DomainError ? [] : [input.registrationId]));
          await lock(stores, institution, registrations);
          return attemptEach('results', inputs, async (input) => {
            if (input instanceof DomainError) throw input;
            return recordOne(context, input);
          });
        };
        const asked = { actor, operation: 'recordResults', body: requests, key };
        const attempts = await once(stores, asked, work, () => registrations);
        return showEach('results', attempts, (made) => outcomeOf(stores, actor, made));
      });
    },

    async read(actor: Actor, slug: string, id: string): Promise<Result> {
      await access.enter(actor, slug, 'read-people');
      return stored(stores, actor, id);
    },

    async list(actor: Actor, slug: string, page: PageRequest): Promise<Page<Result>> {
      const institution = await access.enter(actor, slug, 'read-people');
      return stores.results.list(institution.id, page, visibilityOf(actor));
    },

    async task(actor: Actor, slug: string, id: string): Promise<CorrectionTask> {
      await access.enter(actor, slug, 'read-people');
      return storedTask(stores, actor, id);
    },

    async tasks(
      actor: Actor,
      slug: string,
      state: CorrectionTaskState | undefined,
      page: PageRequest,
    ): Promise<Page<CorrectionTask>> {
      const institution = await access.enter(actor, slug, 'read-people');
      return stores.correctionTasks.list(institution.id, state, page, visibilityOf(actor));
    },
  };
}

/** A repeated request gets the result as it was recorded, whatever has corrected it since. */
const asRecorded = ({ correctedBy: _, ...result }: Result): Result => result;

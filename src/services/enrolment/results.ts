import type { Result, ResultInput } from '../../domain/enrolment/result.ts';
import { DomainError, type ErrorCode, type Violation } from '../../domain/shared/errors.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import type { Actor } from '../../domain/institution/staff.ts';
import { type Access, visibilityOf } from '../institution/access.ts';
import { createOnce } from '../institution/idempotency.ts';
import type { Page, PageRequest, Ports, Stores } from '../ports/index.ts';
import { createResultRecording, type RecordingContext } from './recording.ts';

type Needs = Pick<Ports, 'stores' | 'transact' | 'now' | 'newId' | 'sha256' | 'canonicalJson'>;
export type ResultRefusal = Readonly<{ code: ErrorCode; detail: string; violations: readonly Violation[] }>;
export type BatchOutcome = Readonly<{ index: number }> &
  (Readonly<{ result: Result }> | Readonly<{ refusal: ResultRefusal }>);
export type Results = ReturnType<typeof createResults>;
type Attempt = Readonly<{ id: string }> | Readonly<{ refusal: ResultRefusal }>;

/** What examiners found, passed or not, and what corrects it. */
export function createResults(ports: Needs, access: Access) {
  const { stores, transact } = ports;
  const recordOne = createResultRecording(ports);
  const once = createOnce(ports);

  /** All of a batch before the first result, in one order: two with the same persons never wait for each other. */
  const lockPersons = (stores: Stores, institution: Institution, inputs: readonly ResultInput[]) =>
    stores.learners.lock(institution.id, { registrations: subjectsOf(inputs) });

  async function stored(stores: Stores, actor: Actor, id: string): Promise<Result> {
    const found = await stores.results.find(actor.institutionId, id, visibilityOf(actor));
    if (found) return found;
    throw new DomainError('not-found', `There is no result with the id ${id}.`);
  }

  return {
    async record(actor: Actor, slug: string, input: ResultInput, key?: string): Promise<Result> {
      const institution = await access.enter(actor, slug, 'record-result');
      return transact(institution.id, async (stores) => {
        const request = { actor, operation: 'recordResult', body: input, key };
        const work = async () => {
          await lockPersons(stores, institution, [input]);
          return { id: await recordOne({ stores, actor, institution }, input) };
        };
        const { id } = await once(stores, request, work, () => subjectsOf([input]));
        return asRecorded(await stored(stores, actor, id));
      });
    },

    /** As many outcomes as results, in their order. One that is refused does not hold up the others. */
    async recordAll(
      actor: Actor,
      slug: string,
      inputs: readonly ResultInput[],
      key?: string,
    ): Promise<readonly BatchOutcome[]> {
      const institution = await access.enter(actor, slug, 'record-result');
      const request = { actor, operation: 'recordResults', body: inputs, key };
      return transact(institution.id, async (stores) => {
        const work = async () => {
          await lockPersons(stores, institution, inputs);
          const done: Attempt[] = [];
          for (const [index, input] of inputs.entries())
            done.push(await attempt({ stores, actor, institution }, input, index));
          return done;
        };
        const attempts = await once(stores, request, work, () => subjectsOf(inputs));
        const outcomes: BatchOutcome[] = [];
        for (const [index, each] of attempts.entries()) outcomes.push(await shown(stores, actor, index, each));
        return outcomes;
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
  };

  /** A person who came under protection since is not there for everyone; that does not hold up the others either. */
  async function shown(stores: Stores, actor: Actor, index: number, attempt: Attempt): Promise<BatchOutcome> {
    if ('refusal' in attempt) return { index, ...attempt };
    try {
      return { index, result: asRecorded(await stored(stores, actor, attempt.id)) };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { index, refusal: toRefusal(error, index) };
    }
  }

  async function attempt(context: RecordingContext, input: ResultInput, index: number): Promise<Attempt> {
    try {
      return { id: await recordOne(context, input) };
    } catch (error) {
      // The database undoes all of a transaction that it had to interrupt.
      if (!(error instanceof DomainError) || error.code === 'busy') throw error;
      return { refusal: toRefusal(error, index) };
    }
  }
}

const subjectsOf = (inputs: readonly ResultInput[]) => inputs.map(({ registrationId }) => registrationId);

/** A repeated request gets the result as it was recorded, whatever has corrected it since. */
const asRecorded = ({ correctedBy: _, ...result }: Result): Result => result;

const toRefusal = ({ code, message, violations }: DomainError, index: number): ResultRefusal => ({
  code,
  detail: message,
  violations: violations.map(({ pointer, detail }) => ({
    pointer: pointer.replace(/^#/, `#/results/${index}`),
    detail,
  })),
});

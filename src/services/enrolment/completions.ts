import { type Completion, completionFaults, type CompletionInput } from '../../domain/enrolment/completion.ts';
import { calendarDate, timeZoneOf } from '../../domain/shared/dates.ts';
import { decide, type Decision } from '../../domain/institution/decision.ts';
import { DomainError, type ErrorCode, type Violation } from '../../domain/shared/errors.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import type { Actor } from '../../domain/institution/staff.ts';
import { type Access, visibilityOf } from '../institution/access.ts';
import { createRecorder } from '../institution/audit.ts';
import { createOnce } from '../institution/idempotency.ts';
import type { Page, PageRequest, Ports, Stores } from '../ports/index.ts';

type Needs = Pick<Ports, 'stores' | 'transact' | 'now' | 'newId' | 'sha256' | 'canonicalJson'>;
export type Refusal = Readonly<{ code: ErrorCode; detail: string; violations: readonly Violation[] }>;
export type BatchOutcome = Readonly<{ index: number }> &
  (Readonly<{ completion: Completion }> | Readonly<{ refusal: Refusal }>);
export type Completions = ReturnType<typeof createCompletions>;
type Prepared = Readonly<{ completion: Completion; decision: Decision }>;

/** What examiners found. The decision is the examiner's, whoever types it in. */
export function createCompletions(ports: Needs, access: Access) {
  const { stores, transact, now, newId } = ports;
  const record = createRecorder(ports);
  const once = createOnce(ports);

  async function check(
    stores: Stores,
    actor: Actor,
    institution: Institution,
    input: CompletionInput,
    today: string,
  ): Promise<void> {
    const registration = await stores.registrations.find(institution.id, input.registrationId, visibilityOf(actor));
    if (!registration)
      throw invalid([{ pointer: '#/registrationId', detail: 'There is no registration with this id.' }]);
    const offering = await stores.offerings.find(institution.id, registration.offeringId);
    const version =
      offering &&
      (await stores.microcredentials.findVersion(institution.id, offering.microcredentialId, offering.version));
    if (!offering || !version)
      throw new DomainError('state-forbids', 'The registration is for a version that is not published.');
    const facts = { scheme: version.content.gradingScheme, today, startDate: offering.startDate };
    const faults: Violation[] = completionFaults(input, facts);
    const examiner = await stores.staff.find(institution.id, input.examinerId);
    if (!examiner || examiner.endedAt)
      faults.push({ pointer: '#/examinerId', detail: 'There is no member of staff with this id.' });
    if (faults.length > 0) throw invalid(faults);
  }

  async function prepare(
    stores: Stores,
    actor: Actor,
    institution: Institution,
    input: CompletionInput,
  ): Promise<Prepared> {
    const today = calendarDate(now(), timeZoneOf(institution.country));
    await check(stores, actor, institution, input, today);
    const { decision: said, ...rest } = input;
    const id = newId();
    const facts = {
      id: newId(),
      institutionId: institution.id,
      personId: input.examinerId,
      subjectId: id,
      recordedBy: actor.id,
      now: now(),
      today,
    };
    const decision = decide(
      'result',
      { capacity: 'examiner', date: input.date, ...(said ?? { ground: 'examination' }) },
      facts,
    );
    const completion = { ...rest, id, institutionId: institution.id, decisionId: decision.id, createdAt: now() };
    return { completion, decision };
  }

  /** All of a batch before the first result, in one order: two with the same persons never wait for each other. */
  const lockPersons = (stores: Stores, institution: Institution, inputs: readonly CompletionInput[]) =>
    stores.learners.lock(institution.id, { registrations: inputs.map(({ registrationId }) => registrationId) });

  async function write(stores: Stores, actor: Actor, { completion, decision }: Prepared): Promise<void> {
    // The completion first: whoever comes second is refused before anything else is written.
    await stores.completions.insert(completion);
    await stores.decisions.insert(decision);
    await record(stores, {
      institutionId: completion.institutionId,
      actor: actor.id,
      action: 'result-recorded',
      subjects: [completion.id, decision.id],
    });
  }

  async function stored(stores: Stores, actor: Actor, id: string): Promise<Completion> {
    const found = await stores.completions.find(actor.institutionId, id, visibilityOf(actor));
    if (found) return found;
    throw new DomainError('not-found', `There is no completion with the id ${id}.`);
  }

  return {
    async record(actor: Actor, slug: string, input: CompletionInput, key?: string): Promise<Completion> {
      const institution = await access.enter(actor, slug, 'record-result');
      return transact(institution.id, async (stores) => {
        const request = { actor, operation: 'recordCompletion', body: input, key };
        const { id } = await once(stores, request, async () => {
          await lockPersons(stores, institution, [input]);
          const prepared = await prepare(stores, actor, institution, input);
          await write(stores, actor, prepared);
          return { id: prepared.completion.id };
        });
        return stored(stores, actor, id);
      });
    },

    /** As many outcomes as completions, in their order. One that is refused does not hold up the others. */
    async recordAll(
      actor: Actor,
      slug: string,
      inputs: readonly CompletionInput[],
      key?: string,
    ): Promise<readonly BatchOutcome[]> {
      const institution = await access.enter(actor, slug, 'record-result');
      const request = { actor, operation: 'recordCompletions', body: inputs, key };
      return transact(institution.id, async (stores) => {
        const results = await once(stores, request, async () => {
          await lockPersons(stores, institution, inputs);
          const done: Attempt[] = [];
          for (const [index, input] of inputs.entries())
            done.push(await attempt(stores, actor, institution, input, index));
          return done;
        });
        const outcomes: BatchOutcome[] = [];
        for (const [index, result] of results.entries()) outcomes.push(await shown(stores, actor, index, result));
        return outcomes;
      });
    },

    async read(actor: Actor, slug: string, id: string): Promise<Completion> {
      await access.enter(actor, slug, 'read-people');
      return stored(stores, actor, id);
    },

    async list(actor: Actor, slug: string, page: PageRequest): Promise<Page<Completion>> {
      const institution = await access.enter(actor, slug, 'read-people');
      return stores.completions.list(institution.id, page, visibilityOf(actor));
    },
  };

  /** A person who came under protection since is not there for everyone; that does not hold up the others either. */
  async function shown(stores: Stores, actor: Actor, index: number, result: Attempt): Promise<BatchOutcome> {
    if ('refusal' in result) return { index, ...result };
    try {
      return { index, completion: await stored(stores, actor, result.id) };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { index, refusal: toRefusal(error, index) };
    }
  }

  /** Refusals come before anything is written, so the transaction goes on after one. */
  async function attempt(
    stores: Stores,
    actor: Actor,
    institution: Institution,
    input: CompletionInput,
    index: number,
  ): Promise<Attempt> {
    try {
      const prepared = await prepare(stores, actor, institution, input);
      await write(stores, actor, prepared);
      return { id: prepared.completion.id };
    } catch (error) {
      // The database undoes all of a transaction that it had to interrupt.
      if (!(error instanceof DomainError) || error.code === 'busy') throw error;
      return { refusal: toRefusal(error, index) };
    }
  }
}

type Attempt = Readonly<{ id: string }> | Readonly<{ refusal: Refusal }>;

const toRefusal = ({ code, message, violations }: DomainError, index: number): Refusal => ({
  code,
  detail: message,
  violations: violations.map(({ pointer, detail }) => ({
    pointer: pointer.replace(/^#/, `#/completions/${index}`),
    detail,
  })),
});

const invalid = (violations: readonly Violation[]): DomainError =>
  new DomainError('completion-invalid', 'The completion cannot be recorded like this.', { violations });

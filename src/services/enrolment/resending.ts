import {
  type CorrectionTask,
  demandNewest,
  recordedBefore,
  type Said,
  type Sent,
  type Step,
  stepOn,
} from '../../domain/enrolment/correction-task.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import type { Result } from '../../domain/enrolment/result.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import type { Actor } from '../../domain/institution/staff.ts';
import { present } from '../../domain/shared/present.ts';
import { createRecorder } from '../institution/audit.ts';
import type { Ports, Stores, TaskEnd } from '../ports/index.ts';

type Needs = Pick<Ports, 'now' | 'newId' | 'sha256' | 'canonicalJson'>;
/** Who records a result where; the transaction has locked the person. */
export type RecordingContext = Readonly<{ stores: Stores; actor: Actor; institution: Institution }>;

/** What became of it: the id of the result, or of the task to correct the one that is on record. */
export type Recorded = Readonly<{ id: string }> | Readonly<{ task: string }>;
type Received = Sent & Pick<Result, 'corrects'>;

/** What a register sends once more: the same, or something else than what is on record of it. */
export function createResending(ports: Needs) {
  const { now, newId } = ports;
  const record = createRecorder(ports);

  const audit = (stores: Stores, { id: actor, institutionId }: Actor, step: keyof typeof actions, ...ids: string[]) =>
    record(stores, { institutionId, actor, action: actions[step], subjects: ids });

  async function finish(stores: Stores, actor: Actor, end: TaskEnd): Promise<void> {
    const task = await stores.correctionTasks.finish(actor.institutionId, end);
    if (task !== undefined) await audit(stores, actor, 'finish', task, end.resultId);
  }

  async function openTask({ stores, actor }: RecordingContext, sent: Sent, { id: resultId }: Result): Promise<string> {
    const { registrationId } = sent;
    const made = { id: newId(), institutionId: actor.institutionId, registrationId, resultId, createdAt: now() };
    await stores.correctionTasks.insert({ ...saidIn(sent), ...made, state: 'open' });
    await audit(stores, actor, 'open', made.id, resultId);
    return made.id;
  }

  async function changeTask({ stores, actor }: RecordingContext, sent: Sent, task: CorrectionTask): Promise<void> {
    const { examination: _, ...rest } = task;
    await stores.correctionTasks.update({ ...rest, ...saidIn(sent) });
    await audit(stores, actor, 'change', task.id, task.resultId);
  }

  async function take(
    context: RecordingContext,
    step: Step,
    sent: Sent,
    recorded: Result,
    task: CorrectionTask | undefined,
  ): Promise<Recorded> {
    const { stores, actor } = context;
    if (step === 'open') return { task: await openTask(context, sent, recorded) };
    if (step === 'finish') await finish(stores, actor, { resultId: recorded.id, doneAt: now() });
    if (step === 'change' && task) await changeTask(context, sent, task);
    return (step === 'change' || step === 'same') && task ? { task: task.id } : { id: recorded.id };
  }

  return {
    /** What it comes to where the result is on record; undefined for one that is to be recorded. */
    async receive(context: RecordingContext, sent: Received): Promise<Recorded | undefined> {
      const { stores, institution } = context;
      const { system, id } = sent.decidedIn;
      const known = await stores.results.listDecidedIn(institution.id, system, id);
      if (sent.corrects !== undefined) {
        demandFree(known, sent.corrects);
        demandNewest(sent, await stores.correctionTasks.findOpen(institution.id, sent.corrects));
        return undefined;
      }
      const recorded = recordedBefore(sent, known);
      if (!recorded) return undefined;
      const task = await stores.correctionTasks.findOpen(institution.id, recorded.id);
      return take(context, stepOn(sent, recorded, task), sent, recorded, task);
    },

    /** Ends the task of a result that was corrected, where it has one. */
    settle: (stores: Stores, actor: Actor, resultId: string, settledBy: string): Promise<void> =>
      finish(stores, actor, { resultId, doneAt: now(), settledBy }),
  };
}

const actions = {
  open: 'correction-task-opened',
  change: 'correction-task-changed',
  finish: 'correction-task-done',
} as const;

/** A correction may keep the register's id, which is then that of no other result that stands. */
function demandFree(known: readonly Result[], corrects: string): void {
  if (known.every(({ id, correctedBy }) => id === corrects || correctedBy !== undefined)) return;
  throw new DomainError('already-exists', 'A result with this id of this register is on record.');
}

/** A task says it in the register's words. */
const saidIn = ({ grade, passed, date, examination, decidedIn }: Sent): Said & Attested => ({
  ...present({ grade, passed, date, examination }),
  attestedBy: decidedIn.attestedBy,
  attestedAt: decidedIn.attestedAt,
});
type Attested = Pick<CorrectionTask, 'attestedBy' | 'attestedAt'>;

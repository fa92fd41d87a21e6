import type { OfferingInput } from '../../../src/domain/catalogue/offering.ts';
import { DomainError, type ErrorCode } from '../../../src/domain/shared/errors.ts';
import type { Actor } from '../../../src/domain/institution/staff.ts';
import type { RowOutcome } from '../../../src/services/enrolment/batch.ts';
import type { Services } from '../../../src/services/index.ts';
import { awardDecision, completeContent, publishDecision, revokeDecision, runFormsOf } from '../../setup/index.ts';
import { jointOperations } from './joint-operations.ts';
import { page, type Subjects } from './subjects.ts';

const runInput: OfferingInput = {
  startDate: '2026-09-01',
  endDate: '2026-10-01',
  language: 'sv',
  attendance: 'fixed-mix',
  forms: runFormsOf(completeContent),
};

type Call = (services: Services, actor: Actor, slug: string, subjects: Subjects) => Promise<unknown>;
/** `absent`: how it is refused where what it is asked about is not there; 'list' where it lists what there is. */
export type Operation = Readonly<{
  call: Call;
  absent: ErrorCode | 'list';
  /** Only reads; so it is asked of protected persons, too. */
  reads?: true;
}>;

const resultInput = ({ registration, examiner }: Subjects) => ({
  registrationId: registration,
  grade: 'G',
  date: '2026-02-27',
  examinerId: examiner,
});

/** A batch answers for each of its rows; for the walks one that is refused is a refusal. */
function first<T>([outcome]: readonly RowOutcome<T>[]) {
  if (outcome && 'refusal' in outcome) throw new DomainError(outcome.refusal.code, outcome.refusal.detail);
  return outcome;
}

/** Every use case that asks who is asking. `tenants.test.ts` fails where a service has one that is not here. */
export const operations: Readonly<Record<string, Operation>> = {
  'drafting.create': {
    call: ({ drafting }, actor, slug, { unit }) =>
      drafting.create(actor, slug, { slug: 'new', ownerUnit: unit, content: completeContent }),
    absent: 'content-invalid',
  },
  'drafting.read': {
    call: ({ drafting }, actor, slug, { code }) => drafting.read(actor, slug, code),
    absent: 'not-found',
    reads: true,
  },
  'drafting.list': {
    call: ({ drafting }, actor, slug) => drafting.list(actor, slug, page),
    absent: 'list',
    reads: true,
  },
  'drafting.update': {
    call: ({ drafting }, actor, slug, { code, unit }) =>
      drafting.update(actor, slug, code, { publishedVersion: 0, revision: 1 }, { ownerUnit: unit, content: {} }),
    absent: 'not-found',
  },
  'drafting.startNext': {
    call: ({ drafting }, actor, slug, { code }) => drafting.startNext(actor, slug, code),
    absent: 'not-found',
  },
  'drafting.submit': {
    call: ({ drafting }, actor, slug, { code }) => drafting.submit(actor, slug, code),
    absent: 'not-found',
  },
  'drafting.approve': {
    call: ({ drafting }, actor, slug, { code }) => drafting.approve(actor, slug, code),
    absent: 'not-found',
  },
  'drafting.return': {
    call: ({ drafting }, actor, slug, { code }) => drafting.return(actor, slug, code, 'Not yet.'),
    absent: 'not-found',
  },
  'catalogue.publish': {
    call: ({ catalogue }, actor, slug, { code }) => catalogue.publish(actor, slug, code, publishDecision),
    absent: 'not-found',
  },
  'catalogue.withdraw': {
    call: ({ catalogue }, actor, slug, { code }) => catalogue.withdraw(actor, slug, code),
    absent: 'not-found',
  },
  ...jointOperations,
  'offerings.create': {
    call: ({ offerings }, actor, slug, { code }) => offerings.create(actor, slug, code, runInput),
    absent: 'not-found',
  },
  'offerings.cancel': {
    call: ({ offerings }, actor, slug, { offering }) => offerings.cancel(actor, slug, offering, { sv: 'Inställt.' }),
    absent: 'not-found',
  },
  'offerings.change': {
    call: ({ offerings }, actor, slug, { offering }) =>
      offerings.change(actor, slug, offering, { seen: '*', input: runInput }),
    absent: 'not-found',
  },
  'offerings.createHosted': {
    call: ({ offerings }, actor, slug, { agreement }) => offerings.createHosted(actor, slug, agreement, runInput),
    absent: 'not-found',
  },
  'hosting.offer': {
    call: ({ hosting }, actor, slug, { code }) =>
      hosting.offer(actor, slug, code, { host: 'koesaari', version: 1, awardedBy: 'owner' }),
    absent: 'not-found',
  },
  'hosting.read': {
    call: ({ hosting }, actor, slug, { agreement }) => hosting.read(actor, slug, agreement),
    absent: 'not-found',
    reads: true,
  },
  'hosting.list': {
    call: ({ hosting }, actor, slug) => hosting.list(actor, slug, page),
    absent: 'list',
    reads: true,
  },
  'hosting.act': {
    call: ({ hosting }, actor, slug, { agreement }) => hosting.act(actor, slug, agreement, 'accept'),
    absent: 'not-found',
  },
  'hostedCompletions.list': {
    call: ({ hostedCompletions }, actor, slug) => hostedCompletions.list(actor, slug, page),
    absent: 'list',
    reads: true,
  },
  'registrations.register': {
    call: ({ registrations }, actor, slug, { offering, learner }) =>
      registrations.register(actor, slug, offering, { form: 'se-regular', learnerId: learner }),
    absent: 'not-found',
  },
  'registrations.registerAll': {
    call: async ({ registrations }, actor, slug, { offering, learner }) => {
      const inputs = [{ form: 'other', learnerId: learner } as const];
      return first(await registrations.registerAll(actor, slug, offering, { inputs }));
    },
    absent: 'not-found',
  },
  'registrations.read': {
    call: ({ registrations }, actor, slug, { registration }) => registrations.read(actor, slug, registration),
    absent: 'not-found',
    reads: true,
  },
  'registrations.list': {
    call: ({ registrations }, actor, slug, { offering }) => registrations.list(actor, slug, offering, page),
    absent: 'not-found',
    reads: true,
  },
  'registrations.learner': {
    call: ({ registrations }, actor, slug, { learner }) => registrations.learner(actor, slug, learner),
    absent: 'not-found',
    reads: true,
  },
  'registrations.learners': {
    call: ({ registrations }, actor, slug) => registrations.learners(actor, slug, page),
    absent: 'list',
    reads: true,
  },
  'registrations.updateLearner': {
    call: ({ registrations }, actor, slug, { learner }) =>
      registrations.updateLearner(actor, slug, learner, { nameAsAwarded: 'Kim', email: 'kim@example.org' }),
    absent: 'not-found',
  },
  'staffDirectory.list': {
    call: ({ staffDirectory }, actor, slug) => staffDirectory.list(actor, slug),
    absent: 'list',
    reads: true,
  },
  'registrations.protect': {
    call: ({ registrations }, actor, slug, { learner }) => registrations.protect(actor, slug, learner, true),
    absent: 'not-found',
  },
  'results.record': {
    call: ({ results }, actor, slug, subjects) => results.record(actor, slug, resultInput(subjects)),
    absent: 'result-invalid',
  },
  'results.recordAll': {
    call: async ({ results }, actor, slug, subjects) => {
      return first(await results.recordAll(actor, slug, [resultInput(subjects)]));
    },
    absent: 'result-invalid',
  },
  'results.read': {
    call: ({ results }, actor, slug, { completion }) => results.read(actor, slug, completion),
    absent: 'not-found',
    reads: true,
  },
  'results.list': {
    call: ({ results }, actor, slug) => results.list(actor, slug, page),
    absent: 'list',
    reads: true,
  },
  // The task of a person, whom the id of a result of theirs leads to; that of a task is tried over HTTP.
  'results.task': {
    call: ({ results }, actor, slug, { completion }) => results.task(actor, slug, completion),
    absent: 'not-found',
  },
  'results.tasks': {
    call: ({ results }, actor, slug) => results.tasks(actor, slug, undefined, page),
    absent: 'list',
    reads: true,
  },
  'awarding.make': {
    call: ({ awarding }, actor, slug, { completion }) =>
      awarding.make(actor, slug, { completionId: completion, decision: awardDecision }),
    absent: 'content-invalid',
  },
  'awardBatches.read': {
    call: ({ awardBatches }, actor, slug, { award }) => awardBatches.read(actor, slug, award, page),
    absent: 'not-found',
  },
  'awarding.read': {
    call: ({ awarding }, actor, slug, { award }) => awarding.read(actor, slug, award),
    absent: 'not-found',
    reads: true,
  },
  'awarding.list': {
    call: ({ awarding }, actor, slug) => awarding.list(actor, slug, page),
    absent: 'list',
    reads: true,
  },
  'awarding.credential': {
    call: ({ awarding }, actor, slug, { award }) => awarding.credential(actor, slug, award),
    absent: 'not-found',
    reads: true,
  },
  'awarding.revoke': {
    call: ({ awarding }, actor, slug, { award }) => awarding.revoke(actor, slug, award, revokeDecision),
    absent: 'not-found',
  },
  'awarding.showPage': {
    call: ({ awarding }, actor, slug, { award }) => awarding.showPage(actor, slug, award, true),
    absent: 'not-found',
  },
  'decisions.read': {
    call: ({ decisions }, actor, slug, { decision }) => decisions.read(actor, slug, decision),
    absent: 'not-found',
    reads: true,
  },
};
export const named = Object.entries(operations).map(([name, operation]) => ({ name, ...operation }));

import {
  decidedSince,
  demandPlace,
  passes,
  type Result,
  resultFaults,
  type ResultInput,
} from '../../domain/enrolment/result.ts';
import type { LearnerCategory } from '../../domain/legal-form/categories.ts';
import { calendarDate, timeZoneOf } from '../../domain/shared/dates.ts';
import type { Decision, Since } from '../../domain/institution/decision.ts';
import { DomainError, type Violation } from '../../domain/shared/errors.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import type { Actor } from '../../domain/institution/staff.ts';
import { visibilityOf } from '../institution/access.ts';
import { createRecorder } from '../institution/audit.ts';
import { createDeciding } from '../institution/deciding.ts';
import type { Ports, Stores } from '../ports/index.ts';

type Needs = Pick<Ports, 'now' | 'newId' | 'sha256' | 'canonicalJson'>;
/** Who records a result where; the transaction has locked the person. */
export type RecordingContext = Readonly<{ stores: Stores; actor: Actor; institution: Institution }>;

/** One result in a transaction: what is wrong with it, the examiner's decision, and what is written. */
export function createResultRecording(ports: Needs) {
  const { now, newId } = ports;
  const record = createRecorder(ports);
  const decideOn = createDeciding(ports);

  /** What the registration is of, and what it has already. */
  async function factsOf({ stores, actor, institution }: RecordingContext, registrationId: string) {
    const registration = await stores.registrations.find(institution.id, registrationId, visibilityOf(actor));
    if (!registration)
      throw invalid([{ pointer: '#/registrationId', detail: 'There is no registration with this id.' }]);
    const offering = await stores.offerings.find(institution.id, registration.offeringId);
    const version =
      offering &&
      (await stores.microcredentials.findVersion(institution.id, offering.microcredentialId, offering.version));
    if (!offering || !version)
      throw new DomainError('state-forbids', 'The registration is for a version that is not published.');
    if (offering.cancelledAt)
      throw new DomainError('state-forbids', 'The run is cancelled; no result can be recorded for it.');
    const results = await stores.results.ofRegistration(institution.id, registrationId);
    return {
      scheme: version.content.gradingScheme,
      startDate: offering.startDate,
      category: registration.category,
      results,
    };
  }

  type Checked = Readonly<{ passed: boolean; since: Since; category: LearnerCategory }>;

  /** Returns whether the grade passes, what the decision cannot be dated before, and whose grounds hold for it. */
  async function check(context: RecordingContext, input: ResultInput, today: string): Promise<Checked> {
    const { stores, institution } = context;
    const facts = await factsOf(context, input.registrationId);
    const faults: Violation[] = resultFaults(input, { ...facts, today });
    const examiner = await stores.staff.find(institution.id, input.examinerId);
    if (!examiner || examiner.endedAt)
      faults.push({ pointer: '#/examinerId', detail: 'There is no member of staff with this id.' });
    if (faults.length > 0) throw invalid(faults);
    const { corrects } = input;
    const passed = passes(facts.scheme, input.grade) === true;
    const isAwarded = corrects !== undefined && (await stores.results.isAwarded(institution.id, corrects));
    demandPlace({ passed, ...(corrects !== undefined && { corrects }) }, facts.results, isAwarded);
    return { passed, since: decidedSince(input, facts.results), category: facts.category };
  }

  /** The decision is the examiner's, whoever types it in; that of a correction is made today unless told. */
  function decisionOf(
    { actor, institution }: RecordingContext,
    input: ResultInput,
    { category, ...of }: Readonly<{ subjectId: string; since: Since; category: LearnerCategory }>,
  ): Decision {
    const matter = { actor, institution, personId: input.examinerId, ...of };
    const said = { capacity: 'examiner', ...(input.decision ?? { ground: 'examination' }) };
    if (input.corrects !== undefined) return decideOn('correct', said, { ...matter, category });
    return decideOn('result', { date: input.date, ...said }, matter);
  }

  async function write({ stores, actor }: RecordingContext, result: Result, decision: Decision): Promise<void> {
    // The result first: whoever comes second is refused before anything else is written.
    await stores.results.insert(result);
    await stores.decisions.insert(decision);
    const { corrects } = result;
    await record(stores, {
      institutionId: result.institutionId,
      actor: actor.id,
      action: corrects === undefined ? 'result-recorded' : 'result-corrected',
      subjects: [result.id, decision.id, ...(corrects === undefined ? [] : [corrects])],
    });
  }

  /** Returns the id of the result. Refusals come before anything is written, so a transaction can go on after one. */
  return async (context: RecordingContext, input: ResultInput): Promise<string> => {
    const { institution } = context;
    const today = calendarDate(now(), timeZoneOf(institution.country));
    const { passed, ...checked } = await check(context, input, today);
    const id = newId();
    const decision = decisionOf(context, input, { subjectId: id, ...checked });
    const { decision: _, ...rest } = input;
    const made = { id, institutionId: institution.id, passed, decisionId: decision.id, createdAt: now() };
    await write(context, { ...rest, ...made }, decision);
    return id;
  };
}

export const invalid = (violations: readonly Violation[]): DomainError =>
  new DomainError('result-invalid', 'The result cannot be recorded like this.', { violations });

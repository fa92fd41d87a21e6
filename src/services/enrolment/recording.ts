import {
  cleanResult,
  decidedSince,
  demandPlace,
  passes,
  type Result,
  type ResultInput,
} from '../../domain/enrolment/result.ts';
import type { LearnerCategory } from '../../domain/legal-form/categories.ts';
import { resultFaults } from '../../domain/enrolment/result-faults.ts';
import { timeZoneOf } from '../../domain/shared/dates.ts';
import type { Decision, Since } from '../../domain/institution/decision.ts';
import { DomainError, type Violation } from '../../domain/shared/errors.ts';
import { visibilityOf } from '../institution/access.ts';
import { createRecorder } from '../institution/audit.ts';
import { createDeciding } from '../institution/deciding.ts';
import type { Ports } from '../ports/index.ts';
import { createResending, type Recorded, type RecordingContext } from './resending.ts';

type Needs = Pick<Ports, 'now' | 'newId' | 'sha256' | 'canonicalJson'>;
/** One result in a transaction: what is wrong with it, the examiner's decision, and what is written. */
export function createResultRecording(ports: Needs) {
  const { now, newId } = ports;
  const record = createRecorder(ports);
  const decideOn = createDeciding(ports);
  const resending = createResending(ports);

  /** What the registration is of, and what it has already. */
  async function factsOf({ stores, actor, institution }: RecordingContext, registrationId: string) {
    const registration = await stores.registrations.find(institution.id, registrationId, visibilityOf(actor));
    if (!registration)
      throw invalid([{ pointer: '#/registrationId', detail: 'There is no registration with this id.' }]);
    const offering = await stores.offerings.find(institution.id, registration.offeringId);
    const version =
      offering &&
      (await stores.microcredentials.findVersion(offering.ownerId, offering.microcredentialId, offering.version));
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

  type Facts = Awaited<ReturnType<typeof factsOf>>;

  async function check(context: RecordingContext, input: ResultInput, facts: Facts): Promise<void> {
    const { stores, institution } = context;
    const timeZone = timeZoneOf(institution.country);
    const faults: Violation[] = resultFaults(input, { ...facts, now: now(), timeZone });
    const { examinerId } = input;
    const examiner = examinerId === undefined ? undefined : await stores.staff.find(institution.id, examinerId);
    if (examinerId !== undefined && (!examiner || examiner.endedAt))
      faults.push({ pointer: '#/examinerId', detail: 'There is no member of staff with this id.' });
    if (faults.length > 0) throw invalid(faults);
  }

  async function demandItsPlace(
    { stores, institution }: RecordingContext,
    { corrects, passed }: Pick<Result, 'corrects' | 'passed'>,
    { results }: Facts,
  ): Promise<void> {
    const isAwarded = corrects !== undefined && (await stores.results.isAwarded(institution.id, corrects));
    demandPlace({ passed, ...(corrects !== undefined && { corrects }) }, results, isAwarded);
  }

  /**
   * The decision is the examiner's, whoever types it in; that of a correction is made today unless told. Where a register
   * has decided there is none here.
   */
  function decisionOf(
    { actor, institution }: RecordingContext,
    input: ResultInput,
    { category, ...of }: Readonly<{ subjects: readonly string[]; since: Since; category: LearnerCategory }>,
  ): Decision | undefined {
    if (input.examinerId === undefined) return undefined;
    const matter = { actor, institution, personId: input.examinerId, ...of };
    const said = { capacity: 'examiner', ...(input.decision ?? { ground: 'examination' }) };
    if (input.corrects !== undefined) return decideOn('correct', said, { ...matter, category });
    return decideOn('result', { date: input.date, ...said }, matter);
  }

  async function write(
    { stores, actor }: RecordingContext,
    result: Result,
    decision: Decision | undefined,
  ): Promise<void> {
    // The result first: whoever comes second is refused before anything else is written.
    await stores.results.insert(result);
    if (decision) await stores.decisions.insert(decision);
    const { corrects } = result;
    await record(stores, {
      institutionId: result.institutionId,
      actor: actor.id,
      action: corrects === undefined ? 'result-recorded' : 'result-corrected',
      subjects: [result.id, ...(decision ? [decision.id] : []), ...(corrects === undefined ? [] : [corrects])],
    });
  }

  /** Refusals come before anything is written, so a transaction can go on after one. */
  return async (context: RecordingContext, input: ResultInput): Promise<Recorded> => {
    const { institution, actor, stores } = context;
    const facts = await factsOf(context, input.registrationId);
    await check(context, input, facts);
    const said = { ...cleanResult(input), passed: passes(facts.scheme, input.grade) === true };
    const known = said.decidedIn && (await resending.receive(context, { ...said, decidedIn: said.decidedIn }));
    if (known) return known;
    await demandItsPlace(context, said, facts);
    const id = newId();
    const since = decidedSince(input, facts.results);
    const decision = decisionOf(context, input, { subjects: [id], since, category: facts.category });
    const made = { id, institutionId: institution.id, createdAt: now() };
    await write(context, { ...said, ...made, ...(decision && { decisionId: decision.id }) }, decision);
    if (said.corrects !== undefined) await resending.settle(stores, actor, said.corrects, id);
    return { id };
  };
}

export const invalid = (violations: readonly Violation[]): DomainError =>
  new DomainError('result-invalid', 'The result cannot be recorded like this.', { violations });

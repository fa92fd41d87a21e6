import { type Award, issueGate } from '../../domain/award/award.ts';
import { languageOfAward } from '../../domain/catalogue/version.ts';
import { isCompletion, type Result } from '../../domain/enrolment/result.ts';
import { todayIn } from '../../domain/shared/dates.ts';
import type { DecisionInput } from '../../domain/institution/decision.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import type { Actor } from '../../domain/institution/staff.ts';
import { visibilityOf } from '../institution/access.ts';
import { createRecorder } from '../institution/audit.ts';
import { createDeciding } from '../institution/deciding.ts';
import { noSigningKey } from '../institution/signing-keys/no-signing-key.ts';
import type { AwardEntry, AwardFacts, Ports, StatusLists, Stores } from '../ports/index.ts';
import { firstDocument } from './documents.ts';
import type { LeasedDocument, Signing } from './signing.ts';
import { listOf, type StatusPublishing } from './status-publishing.ts';

type Needs = Pick<Ports, 'writer' | 'now' | 'newId' | 'draw' | 'newToken' | 'sha256' | 'canonicalJson'>;
export type AwardInput = Readonly<{ completionId: string; decision: DecisionInput }>;
type Asked = Readonly<{ actor: Actor; personId: string; institution: Institution; input: AwardInput }>;
/** An award on record, and the lease under which it is to be signed. */
export type Recorded = Readonly<{ entry: AwardEntry; leased: LeasedDocument; isPublished: boolean }>;
type Parties = Readonly<{ issuer: Institution; host: Institution; owner: Institution }>;
export type AwardPath = ReturnType<typeof createAwardPath>;

/**
 * What a decision to award becomes: record → sign → store, each step once. Steps 1 to 6 are one transaction, step 9
 * another (signing.ts); between them nothing is held but a lease.
 */
export function createAwardPath(
  ports: Needs,
  { newLease, finish }: Pick<Signing, 'newLease' | 'finish'>,
  lists: Pick<StatusPublishing, 'ensure'>,
) {
  const { writer, now, newId, draw, newToken, sha256 } = ports;
  const record = createRecorder(ports);
  const decideOn = createDeciding(ports);

  /** The institution whose person it is, locked there: this one, or one that gives a course of this one. */
  async function hostOf(stores: Stores, { institution, input }: Asked): Promise<string> {
    const person = { result: input.completionId };
    if ((await stores.learners.lock(institution.id, person)).length > 0) return institution.id;
    const hostId = await stores.awards.hostOf(institution.id, input.completionId);
    if (hostId === undefined) throw nothingToAward('There is no completion with this id.');
    await stores.learners.lock(hostId, person);
    return hostId;
  }

  /** 1. The person is locked: what is known of them, and who may see it, stays as it is. 2. One question for it all. */
  async function factsOf(stores: Stores, asked: Asked): Promise<AwardFacts> {
    const hostId = await hostOf(stores, asked);
    const { keyAlgorithm } = writer.defaultForm;
    const facts = await stores.awards.facts(hostId, asked.input.completionId, keyAlgorithm, visibilityOf(asked.actor));
    if (!facts) throw nothingToAward('There is no completion with this id.');
    if (facts.issuerId !== asked.institution.id)
      throw nothingToAward('By the agreement the owner of the course awards it, and not the institution that gave it.');
    demandAwardable(facts.completion);
    if (facts.openTask !== undefined)
      throw new DomainError(
        'state-forbids',
        `The register says something else of this result by now. Settle the correction task ${facts.openTask} first.`,
      );
    return facts;
  }

  /** All three are one institution unless an agreement says otherwise. */
  async function partiesOf(stores: Stores, { institution }: Asked, { hostId, ownerId }: AwardFacts): Promise<Parties> {
    const party = (id: string) => (id === institution.id ? institution : stores.institutions.get(id));
    return { issuer: institution, host: await party(hostId), owner: await party(ownerId) };
  }

  /** 3. The decision, and whether it may be made. */
  function decided({ actor, personId, institution, input }: Asked, facts: AwardFacts) {
    const { learner, completion, version, hostId } = facts;
    const id = newId();
    const decision = decideOn('award', input.decision, { actor, personId, institution, subjectId: id });
    const today = todayIn(institution, now());
    const isHosted = hostId !== institution.id;
    const { content } = version;
    const faults = issueGate({ learner, completion, content, awardedOn: decision.date, today, isHosted });
    if (faults.length === 0) return { id, decision };
    throw new DomainError('gate-refused', 'The award cannot be made yet.', { violations: faults });
  }

  type AllocatedEntry = Awaited<ReturnType<StatusLists['allocate']>>;
  type Decided = ReturnType<typeof decided>;

  function awardOf(
    institution: Institution,
    { id, decision }: Decided,
    { learner, completion, hostId, ownerId, legalForm, version }: AwardFacts,
    place: AllocatedEntry,
  ): Award {
    const { listId, listNumber, index } = place;
    return {
      id,
      institutionId: decision.institutionId,
      hostId,
      ownerId,
      completionId: completion.id,
      learnerId: learner.id,
      microcredentialId: version.microcredentialId,
      version: version.number,
      versionDigest: version.digest,
      legalForm,
      language: languageOfAward(version.content, institution),
      nameAsAwarded: learner.nameAsAwarded,
      grade: completion.grade,
      completedOn: completion.date,
      awardedOn: decision.date,
      decisionId: decision.id,
      status: { listId, listNumber, index },
      state: 'prepared',
      createdAt: now(),
    };
  }

  /** 5. What is to be signed, and with what. */
  function prepared({ issuer, host, owner }: Parties, award: Award, facts: AwardFacts): LeasedDocument {
    const { completion, version, microcredentialSlug, key } = facts;
    if (!key) throw noSigningKey(issuer.slug, writer.defaultForm.keyAlgorithm);
    const document = firstDocument(writer, award.id);
    const entry = { award, completion, institution: owner, issuer, host, version, microcredentialSlug };
    const said = { ...entry, status: award.status, validFrom: now() };
    const composed = writer.compose(document.format, said);
    const salt = newToken(16);
    const unsigned = JSON.stringify(composed);
    return {
      institution: issuer,
      document: { ...document, institutionId: issuer.id, unsigned, salt, preparedAt: now() },
      ...newLease(document.format, composed, key),
    };
  }

  return {
    /** Steps 1 to 6, in the transaction of the caller. */
    async record(stores: Stores, asked: Asked): Promise<Recorded> {
      const { actor, institution } = asked;
      const facts = await factsOf(stores, asked);
      const parties = await partiesOf(stores, asked, facts);
      const made = decided(asked, facts);
      // 4. Its place in a status list.
      const place = await stores.statusLists.allocate(institution.id, newId, draw);
      const award = awardOf(institution, made, facts, place);
      const leased = prepared(parties, award, facts);
      const { decision } = made;
      // 6. All of it, and that it was done.
      await stores.awards.record({ decision, award, document: leased.document, lease: leased.lease });
      await record(stores, {
        institutionId: institution.id,
        actor: actor.id,
        action: 'awarded',
        subjects: [award.id, decision.id],
        detail: { digest: await sha256(leased.document.salt + leased.document.unsigned) },
      });
      const { microcredentialSlug } = facts;
      const { issuer, host, owner } = parties;
      const slugs = { issuer: issuer.slug, host: host.slug, owner: owner.slug };
      return { entry: { award, parties: slugs, microcredentialSlug }, leased, isPublished: place.isPublished };
    },

    /** Steps 7 to 9. False where another process stored a signature meanwhile. */
    issue(institution: Institution, { entry, leased, isPublished }: Recorded): Promise<boolean> {
      // 7. The lists that it points to are out before it is.
      const before = isPublished ? undefined : () => lists.ensure(institution, listOf(entry.award));
      // 8. Sign. 9. Store.
      return finish(leased, before);
    },
  };
}

/** Only a completion that stands is awarded. */
function demandAwardable(result: Result): void {
  const detail = !isCompletion(result)
    ? `The result has the grade ${result.grade}, which does not pass. Only a completion, a passing result, is awarded.`
    : result.correctedBy !== undefined
      ? `This result is corrected by ${result.correctedBy} and counts no more.`
      : undefined;
  if (detail !== undefined) throw nothingToAward(detail);
}

const nothingToAward = (detail: string): DomainError =>
  new DomainError('content-invalid', 'There is nothing to award.', {
    violations: [{ pointer: '#/completionId', detail }],
  });

import { type Award, issueGate } from '../../domain/award/award.ts';
import { languageOfAward } from '../../domain/catalogue/version.ts';
import { isCompletion, type Result } from '../../domain/enrolment/result.ts';
import { calendarDate, timeZoneOf } from '../../domain/shared/dates.ts';
import { decide, type DecisionInput } from '../../domain/institution/decision.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import { type Actor, demandPerson } from '../../domain/institution/staff.ts';
import { type Access, visibilityOf } from '../institution/access.ts';
import { createRecorder } from '../institution/audit.ts';
import { createOnce } from '../institution/idempotency.ts';
import type { Issuing } from './issuing.ts';
import type { Page, PageRequest, Ports, SignedCredential, Stores } from '../ports/index.ts';

type Needs = Pick<
  Ports,
  'stores' | 'transact' | 'writer' | 'now' | 'newId' | 'draw' | 'sha256' | 'canonicalJson' | 'newToken'
>;
export type AwardInput = Readonly<{ completionId: string; decision: DecisionInput }>;
/** An award with the words a reader of it needs. */
export type AwardView = Readonly<{
  award: Award;
  institution: Institution;
  microcredentialSlug: string;
  certificateToken?: string;
}>;
export type Awarding = ReturnType<typeof createAwarding>;

/** The decision to certify, and what becomes of it. */
export function createAwarding(ports: Needs, access: Access, issuing: Pick<Issuing, 'issue'>) {
  const { stores, transact, writer, now, newId, draw, newToken, sha256 } = ports;
  const record = createRecorder(ports);
  const once = createOnce(ports);

  async function dossier(stores: Stores, actor: Actor, institution: Institution, completionId: string) {
    const visibility = visibilityOf(actor);
    const completion = await stores.results.find(institution.id, completionId, visibility);
    if (completion) demandAwardable(completion);
    const registration =
      completion && (await stores.registrations.find(institution.id, completion.registrationId, visibility));
    const learner = registration && (await stores.learners.find(institution.id, registration.learnerId, visibility));
    const offering = registration && (await stores.offerings.find(institution.id, registration.offeringId));
    const microcredential =
      offering && (await stores.microcredentials.findById(institution.id, offering.microcredentialId));
    const version =
      offering &&
      (await stores.microcredentials.findVersion(institution.id, offering.microcredentialId, offering.version));
    if (completion && learner && microcredential && version) return { completion, learner, microcredential, version };
    throw nothingToAward('There is no completion with this id.');
  }

  /** Record: decision, award, status index and the document that we mean to sign, in one transaction. */
  async function prepare(
    stores: Stores,
    actor: Actor,
    personId: string,
    institution: Institution,
    input: AwardInput,
  ): Promise<string> {
    await stores.learners.lock(institution.id, { result: input.completionId });
    const { completion, learner, microcredential, version } = await dossier(
      stores,
      actor,
      institution,
      input.completionId,
    );
    const today = calendarDate(now(), timeZoneOf(institution.country));
    const id = newId();
    const facts = {
      id: newId(),
      institutionId: institution.id,
      personId,
      subjectId: id,
      recordedBy: actor.id,
      now: now(),
      today,
    };
    const decision = decide('award', input.decision, facts);
    const faults = issueGate({ learner, completion, content: version.content, awardedOn: decision.date, today });
    if (faults.length > 0)
      throw new DomainError('gate-refused', 'The award cannot be made yet.', { violations: faults });
    const award: Award = {
      id,
      institutionId: institution.id,
      completionId: completion.id,
      learnerId: learner.id,
      microcredentialId: microcredential.id,
      version: version.number,
      versionDigest: version.digest,
      language: languageOfAward(version.content, institution),
      nameAsAwarded: learner.nameAsAwarded,
      grade: completion.grade,
      completedOn: completion.date,
      awardedOn: decision.date,
      decisionId: decision.id,
      state: 'prepared',
      createdAt: now(),
    };
    await stores.decisions.insert(decision);
    await stores.awards.insert(award);
    const status = await stores.statusLists.allocate(institution.id, newId, draw);
    const document = writer.compose({
      award,
      institution,
      version,
      microcredentialSlug: microcredential.slug,
      status,
      validFrom: now(),
    });
    const prepared = {
      id: newId(),
      institutionId: institution.id,
      awardId: id,
      format: 'open-badge-3',
      status,
      preparedAt: now(),
    } as const;
    const salt = newToken(16);
    const unsigned = JSON.stringify(document);
    await stores.credentials.prepare({ ...prepared, unsigned, salt });
    await record(stores, {
      institutionId: institution.id,
      actor: actor.id,
      action: 'awarded',
      subjects: [id, decision.id],
      detail: { digest: await sha256(salt + unsigned) },
    });
    return id;
  }

  async function shown(institution: Institution, award: Award): Promise<AwardView> {
    const microcredential = await stores.microcredentials.findById(institution.id, award.microcredentialId);
    const certificateToken = await stores.awards.certificateToken(institution.id, award.id);
    if (!microcredential) throw new Error(`micro-credential ${award.microcredentialId} is missing`);
    return {
      award,
      institution,
      microcredentialSlug: microcredential.slug,
      ...(certificateToken !== undefined && { certificateToken }),
    };
  }

  async function find(actor: Actor, institution: Institution, id: string): Promise<Award> {
    const award = await stores.awards.find(institution.id, id, visibilityOf(actor));
    if (award) return award;
    throw new DomainError('not-found', `There is no award with the id ${id}.`);
  }

  return {
    async make(actor: Actor, slug: string, input: AwardInput, key?: string): Promise<AwardView> {
      const institution = await access.enter(actor, slug, 'award');
      const personId = demandPerson(actor);
      const { id } = await transact(institution.id, (stores) =>
        once(stores, { actor, operation: 'makeAward', body: input, key }, async () => ({
          id: await prepare(stores, actor, personId, institution, input),
        })),
      );
      await issuing.issue(institution, id);
      return asMade(await shown(institution, await find(actor, institution, id)));
    },

    async read(actor: Actor, slug: string, id: string): Promise<AwardView> {
      const institution = await access.enter(actor, slug, 'read-people');
      return shown(institution, await find(actor, institution, id));
    },

    async list(actor: Actor, slug: string, page: PageRequest): Promise<Page<AwardView>> {
      const institution = await access.enter(actor, slug, 'read-people');
      const { items, ...rest } = await stores.awards.list(institution.id, page, visibilityOf(actor));
      return { ...rest, items: items.map((entry) => ({ ...entry, institution })) };
    },

    async credential(actor: Actor, slug: string, id: string): Promise<SignedCredential> {
      const institution = await access.enter(actor, slug, 'read-people');
      await find(actor, institution, id);
      const signed = await stores.credentials.findSigned(institution.id, id);
      if (signed) return signed;
      throw new DomainError(
        'not-issued',
        'The award is recorded and its credential is not signed yet. Try again in a moment.',
      );
    },

    async revoke(actor: Actor, slug: string, id: string, input: DecisionInput): Promise<AwardView> {
      const institution = await access.enter(actor, slug, 'revoke');
      const personId = demandPerson(actor);
      await transact(institution.id, async (stores) => {
        await stores.learners.lock(institution.id, { award: id });
        const award = await stores.awards.lock(institution.id, id, visibilityOf(actor));
        if (!award) throw new DomainError('not-found', `There is no award with the id ${id}.`);
        if (award.state === 'revoked') throw new DomainError('already-revoked', 'This award is revoked already.');
        const status = await stores.credentials.statusOf(institution.id, id);
        if (!status) throw new Error(`award ${id} has no status entry`);
        const today = calendarDate(now(), timeZoneOf(institution.country));
        const facts = {
          id: newId(),
          institutionId: institution.id,
          personId,
          subjectId: id,
          recordedBy: actor.id,
          now: now(),
          today,
        };
        const decision = decide('revoke', input, facts);
        await stores.decisions.insert(decision);
        await stores.awards.setState(institution.id, id, 'revoked', now());
        await stores.statusLists.set(institution.id, status, 'revocation', true);
        await record(stores, {
          institutionId: institution.id,
          actor: actor.id,
          action: 'revoked',
          subjects: [id, decision.id],
          detail: { ground: decision.ground },
        });
      });
      return shown(institution, await find(actor, institution, id));
    },

    /** On gives the page a new unguessable address; off ends the old one for good. */
    async showPage(actor: Actor, slug: string, id: string, on: boolean): Promise<string | undefined> {
      const institution = await access.enter(actor, slug, 'show-certificate');
      const token = await transact(institution.id, async (stores) => {
        await stores.learners.lock(institution.id, { award: id });
        const award = await stores.awards.lock(institution.id, id, visibilityOf(actor));
        if (!award) throw new DomainError('not-found', `There is no award with the id ${id}.`);
        if (on && award.state === 'prepared') throw new DomainError('not-issued', 'The award is not issued yet.');
        const present = await stores.awards.certificateToken(institution.id, id);
        if (on && present !== undefined) return present;
        const next = on ? newToken(24) : undefined;
        await stores.awards.setCertificateToken(institution.id, id, next);
        await record(stores, {
          institutionId: institution.id,
          actor: actor.id,
          action: on ? 'page-on' : 'page-off',
          subjects: [id],
        });
        return next;
      });
      return token;
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

/**
 * An award as it is when it has just been issued: what a repeated request gets, whatever has become of the award since.
 * Nothing of the first answer has to be kept for that.
 */
const asMade = ({
  award: { revokedAt: _, ...award },
  institution,
  microcredentialSlug: slug,
}: AwardView): AwardView => ({
  award: { ...award, state: award.state === 'prepared' ? 'prepared' : 'issued' },
  institution,
  microcredentialSlug: slug,
});

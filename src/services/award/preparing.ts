import { type Award, issueGate } from '../../domain/award/award.ts';
import type { StatusEntry } from '../../domain/award/status-list.ts';
import { languageOfAward } from '../../domain/catalogue/version.ts';
import { isCompletion, type Result } from '../../domain/enrolment/result.ts';
import type { Decision } from '../../domain/institution/decision.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import { todayIn } from '../../domain/shared/dates.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import { createLinks } from '../institution/audit.ts';
import { institutionsById } from '../institution/institutions-by-id.ts';
import { noSigningKey } from '../institution/signing-keys/no-signing-key.ts';
import type { AwardEntry, AwardFacts, NewAward, Ports, Stores } from '../ports/index.ts';
import { firstDocument } from './documents.ts';
import type { LeasedDocument, Signing } from './signing.ts';

type Needs = Pick<Ports, 'writer' | 'now' | 'newToken' | 'sha256' | 'canonicalJson'>;
export type Parties = Readonly<{ issuer: Institution; host: Institution; owner: Institution }>;
export type Preparing = ReturnType<typeof createPreparing>;

/** An award that may be made: what stands behind it, and where its bits are. */
type Allowed = Readonly<{
  id: string;
  facts: AwardFacts;
  parties: Parties;
  decision: Decision;
  status: StatusEntry;
}>;
/** As it is recorded, as it is answered, and what is to be signed. */
export type Prepared = Readonly<{ award: NewAward; entry: AwardEntry; leased: LeasedDocument }>;

/** From what is known of a completion to an award that is to be recorded; asks the database for nothing but parties. */
export function createPreparing({ writer, newToken, ...ports }: Needs, { newLease }: Pick<Signing, 'newLease'>) {
  const { now, sha256 } = ports;
  const linkOf = createLinks(ports);

  /** What is to be signed, and with what. */
  function documentOf({ parties: { issuer, host, owner }, facts }: Allowed, award: Award): LeasedDocument {
    const { completion, version, microcredentialSlug, key } = facts;
    if (!key) throw noSigningKey(issuer.slug, writer.defaultForm.keyAlgorithm);
    const document = firstDocument(writer, award.id);
    const entry = { award, completion, institution: owner, issuer, host, version, microcredentialSlug };
    const draft = writer.draft(document.format, { ...entry, status: award.status, validFrom: now() });
    const salt = newToken(16);
    return {
      institution: issuer,
      document: { ...document, institutionId: issuer.id, unsigned: draft.text, salt, preparedAt: now() },
      ...newLease(document.format, draft, key),
    };
  }

  return {
    /** Throws where this completion is not for this institution to award, whatever it decides. */
    demandAwardable(facts: AwardFacts, institution: Institution): void {
      if (facts.issuerId !== institution.id)
        throw nothingToAward(
          'By the agreement the owner of the course awards it, and not the institution that gave it.',
        );
      demandStanding(facts.completion);
      if (facts.openTask !== undefined)
        throw new DomainError(
          'state-forbids',
          `The register says something else of this result by now. Settle the correction task ${facts.openTask} first.`,
        );
    },

    /** Throws where the award may not be made with this date, or lacks what a certificate needs. */
    demandGate(facts: AwardFacts, institution: Institution, awardedOn: string): void {
      const { learner, completion, version, hostId } = facts;
      const today = todayIn(institution, now());
      const isHosted = hostId !== institution.id;
      const faults = issueGate({ learner, completion, content: version.content, awardedOn, today, isHosted });
      if (faults.length > 0)
        throw new DomainError('gate-refused', 'The award cannot be made yet.', { violations: faults });
    },

    /** All three are one institution unless an agreement says otherwise. */
    async partiesOf(
      { institutions }: Pick<Stores, 'institutions'>,
      institution: Institution,
      { hostId, ownerId }: Pick<AwardFacts, 'hostId' | 'ownerId'>,
    ): Promise<Parties> {
      const party = await institutionsById({ institutions }, [hostId, ownerId], [institution]);
      return { issuer: institution, host: party(hostId), owner: party(ownerId) };
    },

    async prepare(allowed: Allowed): Promise<Prepared> {
      const { facts, parties, decision } = allowed;
      const award = awardOf(allowed, now());
      const leased = documentOf(allowed, award);
      const { document, lease } = leased;
      const link = linkOf({
        institutionId: award.institutionId,
        actor: decision.recordedBy,
        action: 'awarded',
        subjects: [award.id, decision.id],
        detail: { digest: await sha256(document.salt + document.unsigned) },
      });
      const slugs = { issuer: parties.issuer.slug, host: parties.host.slug, owner: parties.owner.slug };
      const entry = { award, parties: slugs, microcredentialSlug: facts.microcredentialSlug };
      return { award: { award, document, lease, link }, entry, leased };
    },
  };
}

function awardOf({ id, facts, parties, decision, status }: Allowed, createdAt: Date): Award {
  const { learner, completion, hostId, ownerId, legalForm, version } = facts;
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
    language: languageOfAward(version.content, parties.issuer),
    nameAsAwarded: learner.nameAsAwarded,
    grade: completion.grade,
    completedOn: completion.date,
    awardedOn: decision.date,
    decisionId: decision.id,
    status,
    state: 'prepared',
    createdAt,
  };
}

/** Only a completion that stands is awarded. */
function demandStanding(result: Result): void {
  const detail = !isCompletion(result)
    ? `The result has the grade ${result.grade}, which does not pass. Only a completion, a passing result, is awarded.`
    : result.correctedBy !== undefined
      ? `This result is corrected by ${result.correctedBy} and counts no more.`
      : undefined;
  if (detail !== undefined) throw nothingToAward(detail);
}

export const nothingToAward = (detail: string): DomainError =>
  new DomainError('content-invalid', 'There is nothing to award.', {
    violations: [{ pointer: '#/completionId', detail }],
  });

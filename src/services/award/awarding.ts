import type { DecisionInput } from '../../domain/institution/decision.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import { type Actor, demandPerson } from '../../domain/institution/staff.ts';
import type { Award } from '../../domain/award/award.ts';
import { type Access, visibilityOf } from '../institution/access.ts';
import { createRecorder } from '../institution/audit.ts';
import { createDeciding } from '../institution/deciding.ts';
import { createOnce } from '../institution/idempotency.ts';
import type { AwardEntry, Page, PageRequest, PartnerBehind, Ports, Stores } from '../ports/index.ts';
import type { AwardInput, AwardPath, Recorded } from './award-path.ts';
import { faultFacts, isOfSigner, isPaused } from './fault-name.ts';
import { firstDocument, type SignedCredential, toText } from './documents.ts';
import type { Issuing } from './issuing.ts';

type Needs = Pick<
  Ports,
  'stores' | 'transact' | 'writer' | 'now' | 'newId' | 'sha256' | 'canonicalJson' | 'newToken' | 'log'
>;
/** An award as an institution reads it; with the decisions of partners behind a joint one, where one is read. */
export type AwardView = AwardEntry & Readonly<{ reader: Institution; partnerDecisions?: readonly PartnerBehind[] }>;
export type Awarding = ReturnType<typeof createAwarding>;

/** The decision to certify, and what becomes of it. */
export function createAwarding(ports: Needs, access: Access, path: AwardPath, issuing: Pick<Issuing, 'complete'>) {
  const { stores, transact, writer, now, newToken, log } = ports;
  const record = createRecorder(ports);
  const decideOn = createDeciding(ports);
  const once = createOnce(ports);

  async function find(actor: Actor, institution: Institution, id: string): Promise<AwardEntry> {
    return demandFound(await stores.awards.findOfParty(institution.id, id, visibilityOf(actor)), id);
  }

  /** The award is on record all the same, and is signed later (issuing.ts, resume): nothing of the request is lost. */
  function unsigned(award: string, error: unknown): 'later' {
    if (isPaused(error)) return 'later';
    log('error', 'an award is on record and could not be signed', { award, ...faultFacts(error) });
    return 'later';
  }

  /** Also where it was revoked since; one revoked before it was signed never was. */
  async function wasIssued({ award }: AwardEntry, { documents }: Pick<Stores, 'documents'> = stores): Promise<boolean> {
    if (award.state !== 'revoked') return award.state === 'issued';
    return (await documents.findCurrent(award.institutionId, firstDocument(writer, award.id))) !== undefined;
  }

  /** Of whoever made it, for a person of whomever: first the person, wherever they are on record. */
  async function lock(stores: Stores, actor: Actor, institution: Institution, id: string): Promise<AwardEntry> {
    const seen = visibilityOf(actor);
    const { award } = demandFound(await stores.awards.findOfParty(institution.id, id, seen), id);
    await stores.learners.lock(award.hostId, { award: id });
    return demandFound(await stores.awards.lock(award.institutionId, id, seen), id);
  }

  /** Whether the law or an agreement gives the grounds: as the person was registered. */
  async function categoryOf(stores: Stores, actor: Actor, { hostId, completionId }: Award) {
    const seen = visibilityOf(actor);
    const completion = await stores.results.find(hostId, completionId, seen);
    const registration = completion && (await stores.registrations.find(hostId, completion.registrationId, seen));
    if (registration) return registration.category;
    throw new Error(`the registration behind the completion ${completionId} is missing`);
  }

  return {
    /** Comes back as `prepared` where it could not be signed yet, or another process signs it and is not done. */
    async make(actor: Actor, slug: string, input: AwardInput, key?: string): Promise<AwardView> {
      const institution = await access.enter(actor, slug, 'award');
      const personId = demandPerson(actor);
      let recorded: Recorded | undefined;
      const { id } = await transact(institution.id, (stores) =>
        once(
          stores,
          { actor, operation: 'makeAward', body: input, key },
          async () => {
            recorded = await path.record(stores, { actor, personId, institution, input });
            return { id: recorded.entry.award.id };
          },
          () => [input.completionId],
        ),
      );
      if (recorded) {
        const outcome = await path.issue(institution, recorded).catch((error: unknown) => unsigned(id, error));
        const state = outcome === true ? 'issued' : 'prepared';
        if (outcome !== false)
          return { ...recorded.entry, award: { ...recorded.entry.award, state }, reader: institution };
      }
      // Asked a second time, or signed by another meanwhile.
      const read = () => find(actor, institution, id);
      const entry = await issuing.complete(institution, read).catch((error: unknown) => {
        if (!isOfSigner(error)) throw error;
        unsigned(id, error);
        return read();
      });
      return { ...((await wasIssued(entry)) ? asMade(entry) : entry), reader: institution };
    },

    async read(actor: Actor, slug: string, id: string): Promise<AwardView> {
      const institution = await access.enter(actor, slug, 'read-people');
      const entry = await find(actor, institution, id);
      const { ownerId, microcredentialId, version } = entry.award;
      const partnerDecisions = await stores.partnerships.behind(ownerId, microcredentialId, version);
      return { ...entry, reader: institution, ...(partnerDecisions.length > 0 && { partnerDecisions }) };
    },

    /** `others`: what other institutions awarded to people of this one. */
    async list(
      actor: Actor,
      slug: string,
      page: PageRequest,
      by: 'itself' | 'others' = 'itself',
    ): Promise<Page<AwardView>> {
      const institution = await access.enter(actor, slug, 'read-people');
      const { items, ...rest } = await stores.awards.list(institution.id, page, visibilityOf(actor), by);
      return { ...rest, items: items.map((entry) => ({ ...entry, reader: institution })) };
    },

    async credential(actor: Actor, slug: string, id: string): Promise<SignedCredential> {
      const institution = await access.enter(actor, slug, 'read-people');
      const { award } = await find(actor, institution, id);
      const signed = await stores.documents.findCurrent(award.institutionId, firstDocument(writer, id));
      if (signed) return toText(signed);
      throw award.state === 'revoked' ? neverIssued() : notIssuedYet();
    },

    async revoke(actor: Actor, slug: string, id: string, input: DecisionInput): Promise<AwardView> {
      const institution = await access.enter(actor, slug, 'revoke');
      const personId = demandPerson(actor);
      return transact(institution.id, async (stores) => {
        const entry = await lock(stores, actor, institution, id);
        const { award } = entry;
        if (award.institutionId !== institution.id) throw madeByAnother(entry);
        if (award.state === 'revoked') throw new DomainError('already-revoked', 'This award is revoked already.');
        const since = { what: 'the award', date: award.awardedOn };
        const category = await categoryOf(stores, actor, award);
        const decision = decideOn('revoke', input, { actor, personId, institution, subjects: [id], since, category });
        const revokedAt = now();
        await stores.decisions.insert(decision);
        await stores.awards.revoke(institution.id, id, revokedAt);
        await stores.statusLists.set(institution.id, award.status, 'revocation', true);
        await record(stores, {
          institutionId: institution.id,
          actor: actor.id,
          action: 'revoked',
          subjects: [id, decision.id],
          detail: { ground: decision.ground },
        });
        return { ...entry, award: { ...award, state: 'revoked', revokedAt }, reader: institution };
      });
    },

    /** On gives the page a new unguessable address; off ends the old one for good. */
    async showPage(actor: Actor, slug: string, id: string, on: boolean): Promise<string | undefined> {
      const institution = await access.enter(actor, slug, 'show-certificate');
      return transact(institution.id, async (stores) => {
        const entry = await lock(stores, actor, institution, id);
        const { award, certificateToken: present } = entry;
        if (on && award.state === 'prepared') throw notIssuedYet();
        if (on && !(await wasIssued(entry, stores))) throw neverIssued();
        if (on && present !== undefined) return present;
        const next = on ? newToken(24) : undefined;
        await stores.awards.setCertificateToken(award.institutionId, id, next);
        await record(stores, {
          institutionId: institution.id,
          actor: actor.id,
          action: on ? 'page-on' : 'page-off',
          subjects: [id],
        });
        return next;
      });
    },
  };
}

function demandFound(entry: AwardEntry | undefined, id: string): AwardEntry {
  if (entry) return entry;
  throw new DomainError('not-found', `There is no award with the id ${id}.`);
}

const madeByAnother = ({ parties }: AwardEntry) =>
  new DomainError('state-forbids', `The award was made by ${parties.issuer}, which alone may revoke it. Ask them.`);
const notIssuedYet = () =>
  new DomainError('not-issued', 'The award is recorded and its credential is not signed yet. Try again in a moment.');
const neverIssued = () =>
  new DomainError('not-issued', 'The award was revoked before its credential was signed, so there is none.');

/**
 * An award as it is when it has just been issued: what a repeated request gets, whatever has become of the award since.
 * Nothing of the first answer has to be kept for that.
 */
function asMade({ award, parties, microcredentialSlug }: AwardEntry): AwardEntry {
  const { revokedAt: _, ...made } = award;
  return { award: { ...made, state: 'issued' }, parties, microcredentialSlug };
}

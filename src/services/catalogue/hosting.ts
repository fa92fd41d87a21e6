import {
  actOn,
  type HostingAct,
  type HostingAgreement,
  hostFormFaults,
  hostingFaults,
  type HostingTerms,
  keptTerms,
} from '../../domain/catalogue/run/hosting.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import type { Actor } from '../../domain/institution/staff.ts';
import { todayIn } from '../../domain/shared/dates.ts';
import { DomainError, type Violation } from '../../domain/shared/errors.ts';
import type { Access } from '../institution/access.ts';
import { createRecorder } from '../institution/audit.ts';
import { institutionsById } from '../institution/institutions-by-id.ts';
import type { Page, PageRequest, Ports, Stores } from '../ports/index.ts';

type Needs = Pick<Ports, 'stores' | 'transact' | 'now' | 'newId' | 'canonicalJson'>;
/** `host`: the slug of who may give it. */
export type HostingOffer = HostingTerms & Readonly<{ host: string }>;
/** An agreement with the words a reader of it needs. */
export type HostingView = Readonly<{
  agreement: HostingAgreement;
  owner: Institution;
  host: Institution;
  microcredentialSlug: string;
}>;
export type Hosting = ReturnType<typeof createHosting>;

const done: Readonly<Record<HostingAct, string>> = {
  accept: 'hosting-accepted',
  decline: 'hosting-declined',
  end: 'hosting-ended',
};

/** Courses that are given elsewhere: the owner offers, the host accepts, and either ends it. */
export function createHosting(ports: Needs, access: Access) {
  const { stores, transact, now, newId } = ports;
  const record = createRecorder(ports);

  async function viewsOf(agreements: readonly HostingAgreement[], from: Stores = stores): Promise<HostingView[]> {
    const ids = agreements.flatMap(({ institutionId, hostId }) => [institutionId, hostId]);
    const institutionOf = await institutionsById(from, ids);
    const views: HostingView[] = [];
    for (const agreement of agreements) {
      const { institutionId, hostId, microcredentialId } = agreement;
      const found = await from.microcredentials.findById(institutionId, microcredentialId);
      if (!found) throw new Error(`the micro-credential ${microcredentialId} is missing`);
      const [owner, host] = [institutionOf(institutionId), institutionOf(hostId)];
      views.push({ agreement, owner, host, microcredentialSlug: found.slug });
    }
    return views;
  }

  async function viewOf(agreement: HostingAgreement, from: Stores = stores): Promise<HostingView> {
    const [view] = await viewsOf([agreement], from);
    return view as HostingView;
  }

  /** What is offered: a version that is published, of a course that is not withdrawn. */
  async function offered(
    stores: Stores,
    institution: Institution,
    microcredentialSlug: string,
    { version, awardedBy }: HostingTerms,
  ) {
    const found = await stores.microcredentials.find(institution.id, microcredentialSlug);
    if (!found)
      throw new DomainError('not-found', `${institution.slug} has no micro-credential called ${microcredentialSlug}.`);
    if (found.withdrawnAt)
      throw new DomainError('state-forbids', 'This micro-credential is withdrawn; nothing new starts.');
    const published = await stores.microcredentials.findVersion(institution.id, found.id, version);
    if (!published) throw invalid([{ pointer: '#/version', detail: `No version ${version} of it is published.` }]);
    if (awardedBy === 'host' && published.content.awardingBodies.length > 1)
      throw invalid([
        {
          pointer: '#/awardedBy',
          detail:
            'Several bodies award this course, and its owner signs for them all. A host can only give it: "owner".',
        },
      ]);
    return { found, forms: published.content.legalForms };
  }

  async function hostCalled(stores: Stores, institution: Institution, slug: string): Promise<Institution> {
    const host = await stores.institutions.find(slug);
    if (!host) throw invalid([{ pointer: '#/host', detail: `No institution is called ${slug} here.` }]);
    if (host.id === institution.id)
      throw invalid([{ pointer: '#/host', detail: 'The owner gives its course without any agreement.' }]);
    return host;
  }

  return {
    async offer(
      actor: Actor,
      slug: string,
      microcredentialSlug: string,
      { host: hostSlug, ...terms }: HostingOffer,
    ): Promise<HostingView> {
      const institution = await access.enter(actor, slug, 'agree');
      const faults = hostingFaults(terms, todayIn(institution, now()));
      if (faults.length > 0) throw invalid(faults);
      return transact(institution.id, async (stores) => {
        const { found, forms } = await offered(stores, institution, microcredentialSlug, terms);
        const host = await hostCalled(stores, institution, hostSlug);
        const unusable = hostFormFaults(forms, host.country);
        if (unusable.length > 0) throw invalid(unusable);
        const made = { id: newId(), institutionId: institution.id, hostId: host.id, microcredentialId: found.id };
        const agreement: HostingAgreement = { ...made, ...keptTerms(terms), offeredAt: now() };
        await stores.hostingAgreements.insert(agreement);
        await record(stores, {
          institutionId: institution.id,
          actor: actor.id,
          action: 'hosting-offered',
          subjects: [agreement.id, found.id, host.id],
        });
        return { agreement, owner: institution, host, microcredentialSlug };
      });
    },

    async read(actor: Actor, slug: string, id: string): Promise<HostingView> {
      const institution = await access.enter(actor, slug, 'read-drafts');
      const found = await stores.hostingAgreements.findOfParty(institution.id, id);
      if (!found) throw noAgreement(slug, id);
      return viewOf(found);
    },

    async list(actor: Actor, slug: string, page: PageRequest): Promise<Page<HostingView>> {
      const institution = await access.enter(actor, slug, 'read-drafts');
      const { items, ...rest } = await stores.hostingAgreements.list(institution.id, page);
      return { ...rest, items: await viewsOf(items) };
    },

    /** A party does this to it; it is recorded with the party. */
    async act(actor: Actor, slug: string, id: string, act: HostingAct): Promise<HostingView> {
      const institution = await access.enter(actor, slug, 'agree');
      return transact(institution.id, async (stores) => {
        const found = await stores.hostingAgreements.lockOfParty(institution.id, id);
        if (!found) throw noAgreement(slug, id);
        const party = found.institutionId === institution.id ? 'owner' : 'host';
        const next = actOn(found, act, party, now());
        await stores.hostingAgreements.update(next);
        await record(stores, {
          institutionId: institution.id,
          actor: actor.id,
          action: done[act],
          subjects: [id, found.microcredentialId],
        });
        return viewOf(next, stores);
      });
    },
  };
}

export const noAgreement = (slug: string, id: string): DomainError =>
  new DomainError('not-found', `${slug} has no agreement with the id ${id}.`);

const invalid = (violations: readonly Violation[]): DomainError =>
  new DomainError('content-invalid', 'The course cannot be offered like this.', { violations });

import { todayIn } from '../../domain/shared/dates.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import { type LanguageMap, languagesIn } from '../../domain/shared/language.ts';
import { isSeen } from '../../domain/shared/names.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import type { PublishedVersion } from '../../domain/catalogue/microcredential.ts';
import { type Offering, offeringFaults, type OfferingInput } from '../../domain/catalogue/offering.ts';
import { demandOpenable } from '../../domain/catalogue/run/hosting.ts';
import { type OfferingState, offeringStateOf } from '../../domain/catalogue/run/offering-state.ts';
import { inOrder } from '../../domain/catalogue/run/session.ts';
import type { Actor } from '../../domain/institution/staff.ts';
import type { Access } from '../institution/access.ts';
import { createRecorder } from '../institution/audit.ts';
import { institutionsById } from '../institution/institutions-by-id.ts';
import type { Catalogue } from './catalogue.ts';
import { noAgreement } from './hosting.ts';
import { createOfferingChange, type Precondition } from './offering-change.ts';
import type { ListedRun, Page, PageRequest, Ports, Stores } from '../ports/index.ts';

type Needs = Pick<Ports, 'stores' | 'transact' | 'now' | 'newId' | 'sha256' | 'canonicalJson'>;
/** An offering with its state and what it runs. */
export type OfferingView = Readonly<{
  offering: Offering;
  state: OfferingState;
  /** Who gives it, and whose course it is. */
  institution: Institution;
  owner: Institution;
  /** Slug of who awards it. */
  issuer: string;
  microcredentialSlug: string;
}>;
type Run = Pick<OfferingView, 'offering' | 'microcredentialSlug'>;
type Parties = Pick<Offering, 'ownerId' | 'issuerId' | 'agreementId'>;
export type Offerings = ReturnType<typeof createOfferings>;

/** One in a list of several courses, with the title of its own. */
export type ComingView = OfferingView & Pick<ListedRun, 'title'>;

/** At most this many stand on one page. */
const mostUpcoming = 100;
const mostComing = 12;

/** Dated runs of a published version. */
export function createOfferings(ports: Needs, access: Access, catalogue: Pick<Catalogue, 'newest'>) {
  const { stores, transact, now, newId } = ports;
  const record = createRecorder(ports);
  const changing = createOfferingChange(ports);

  /** Who gives each of them is read once, and so is how many are registered at each. */
  async function viewsOf(runs: readonly Run[], atHand: readonly Institution[]): Promise<OfferingView[]> {
    const ids = runs.flatMap(({ offering }) => [offering.institutionId, offering.ownerId]);
    const institutionOf = await institutionsById(stores, ids, atHand);
    const counts = new Map<string, number>();
    const limited = runs.map(({ offering }) => offering).filter(({ places }) => places !== undefined);
    for (const [giver, those] of Map.groupBy(limited, ({ institutionId }) => institutionId)) {
      const taken = await stores.registrations.counts(
        giver,
        those.map(({ id }) => id),
      );
      for (const [id, count] of taken) counts.set(id, count);
    }
    return runs.map(({ offering, microcredentialSlug }) => {
      const institution = institutionOf(offering.institutionId);
      const today = todayIn(institution, now());
      const state = offeringStateOf(offering, { today, taken: counts.get(offering.id) ?? 0 });
      const issuer = institutionOf(offering.issuerId).slug;
      return { offering, state, institution, owner: institutionOf(offering.ownerId), issuer, microcredentialSlug };
    });
  }

  async function viewOf(run: Run, atHand: Institution): Promise<OfferingView> {
    const [view] = await viewsOf([run], [atHand]);
    return view as OfferingView;
  }

  async function read(slug: string, id: string): Promise<OfferingView> {
    const institution = await access.institution(slug);
    const offering = await stores.offerings.find(institution.id, id);
    const microcredential =
      offering && (await stores.microcredentials.findById(offering.ownerId, offering.microcredentialId));
    if (!offering || !microcredential) throw noSuch(slug, id);
    return viewOf({ offering, microcredentialSlug: microcredential.slug }, institution);
  }

  /** In the transaction of the caller. */
  async function open(
    stores: Stores,
    actor: Actor,
    institution: Institution,
    run: Readonly<{ version: PublishedVersion; input: OfferingInput; parties: Parties }>,
  ): Promise<Offering> {
    const { version, input, parties } = run;
    const faults = offeringFaults(input, version.content, institution.country);
    if (faults.length > 0)
      throw new DomainError('offering-invalid', 'The offering cannot be given like this.', { violations: faults });
    const offering: Offering = {
      ...input,
      ...(input.sessions && { sessions: inOrder(input.sessions) }),
      id: newId(),
      institutionId: institution.id,
      ...parties,
      microcredentialId: version.microcredentialId,
      version: version.number,
      createdAt: now(),
    };
    await stores.offerings.insert(offering);
    await record(stores, {
      institutionId: institution.id,
      actor: actor.id,
      action: 'offering-opened',
      subjects: [offering.id],
    });
    return offering;
  }

  return {
    async create(actor: Actor, slug: string, microcredentialSlug: string, input: OfferingInput): Promise<OfferingView> {
      const institution = await access.enter(actor, slug, 'write-offering');
      const known = await stores.microcredentials.find(institution.id, microcredentialSlug);
      if (known && known.publishedVersion === undefined) {
        throw new DomainError(
          'state-forbids',
          'This micro-credential is not published yet; only a published version can be given.',
        );
      }
      const { version, withdrawnAt } = await catalogue.newest(slug, microcredentialSlug);
      if (withdrawnAt) throw withdrawn();
      const parties = { ownerId: institution.id, issuerId: institution.id };
      const offering = await transact(institution.id, (stores) =>
        open(stores, actor, institution, { version, input, parties }),
      );
      return viewOf({ offering, microcredentialSlug }, institution);
    },

    /** A run of another's course, of the version that the agreement names. */
    async createHosted(actor: Actor, slug: string, agreementId: string, input: OfferingInput): Promise<OfferingView> {
      const institution = await access.enter(actor, slug, 'write-offering');
      const run = await transact(institution.id, async (stores) => {
        const agreement = await stores.hostingAgreements.lockOfParty(institution.id, agreementId);
        if (!agreement) throw noAgreement(slug, agreementId);
        if (agreement.hostId !== institution.id)
          throw new DomainError(
            'state-forbids',
            'The host opens runs under it. Yours are opened at the course itself.',
          );
        demandOpenable(agreement, input.startDate);
        const { institutionId: ownerId, microcredentialId } = agreement;
        const course = await stores.microcredentials.findById(ownerId, microcredentialId);
        const version = await stores.microcredentials.findVersion(ownerId, microcredentialId, agreement.version);
        if (!course || !version) throw new Error(`version ${agreement.version} of ${microcredentialId} is missing`);
        if (course.withdrawnAt) throw withdrawn();
        const issuerId = agreement.awardedBy === 'owner' ? ownerId : institution.id;
        const parties = { ownerId, issuerId, agreementId };
        const offering = await open(stores, actor, institution, { version, input, parties });
        return { offering, microcredentialSlug: course.slug };
      });
      return viewOf(run, institution);
    },

    /** `seen`: what the change is based on; where that is no longer so, another change would be lost. */
    async change(
      actor: Actor,
      slug: string,
      id: string,
      { seen, input }: Readonly<{ seen: Precondition; input: OfferingInput }>,
    ): Promise<OfferingView> {
      const institution = await access.enter(actor, slug, 'write-offering');
      await transact(institution.id, async (stores) => {
        const found = await locked(stores, institution, id);
        await changing.change({ stores, actor, institution }, found, { seen, input });
      });
      return read(slug, id);
    },

    digestOf: changing.digestOf,

    /** Whoever is registered stays so; nobody else comes, and no result is recorded. One that has ended was given. */
    async cancel(actor: Actor, slug: string, id: string, reason: LanguageMap): Promise<OfferingView> {
      const institution = await access.enter(actor, slug, 'write-offering');
      if (!languagesIn(reason).some((language) => isSeen(reason[language] ?? ''))) throw withoutReason();
      await transact(institution.id, async (stores) => {
        const found = await locked(stores, institution, id);
        if (found.cancelledAt) throw new DomainError('state-forbids', 'The run is cancelled already.');
        if (todayIn(institution, now()) > found.endDate)
          throw new DomainError('state-forbids', `The run ended on ${found.endDate}; it can no longer be cancelled.`);
        await stores.offerings.cancel({ ...found, cancelledAt: now(), cancelReason: reason });
        await record(stores, {
          institutionId: institution.id,
          actor: actor.id,
          action: 'offering-cancelled',
          subjects: [id],
        });
      });
      return read(slug, id);
    },

    read,

    /** What somebody can still take part in, soonest first, wherever it is given. */
    async upcoming(slug: string, microcredentialSlug: string): Promise<readonly OfferingView[]> {
      const { institution: owner, version } = await catalogue.newest(slug, microcredentialSlug);
      const today = todayIn(owner, now());
      const offerings = await stores.offerings.upcoming(owner.id, version.microcredentialId, today, mostUpcoming);
      return viewsOf(
        offerings.map((offering) => ({ offering, microcredentialSlug })),
        [owner],
      );
    },

    /** What begins at the institution today or later, whatever it is of, soonest first. */
    async coming(slug: string): Promise<readonly ComingView[]> {
      const institution = await access.institution(slug);
      const runs = await stores.offerings.listComing(institution.id, todayIn(institution, now()), mostComing);
      const views = await viewsOf(runs, [institution]);
      return views.map((view, index) => ({ ...view, title: (runs[index] as ListedRun).title }));
    },

    async list(slug: string, microcredentialSlug: string, page: PageRequest): Promise<Page<OfferingView>> {
      const { institution: owner, version } = await catalogue.newest(slug, microcredentialSlug);
      const { items, ...rest } = await stores.offerings.list(owner.id, version.microcredentialId, page);
      const runs = items.map((offering) => ({ offering, microcredentialSlug }));
      return { ...rest, items: await viewsOf(runs, [owner]) };
    },
  };
}

async function locked(stores: Stores, { id: institutionId, slug }: Institution, id: string): Promise<Offering> {
  const found = await stores.offerings.lock(institutionId, id);
  if (found) return found;
  throw noSuch(slug, id);
}

const noSuch = (slug: string, id: string): DomainError =>
  new DomainError('not-found', `${slug} has no offering with the id ${id}.`);

const withdrawn = (): DomainError =>
  new DomainError('state-forbids', 'This micro-credential is withdrawn; nothing new starts.');

const withoutReason = (): DomainError =>
  new DomainError('offering-invalid', 'A run is cancelled with a reason.', {
    violations: [{ pointer: '#/reason', detail: 'Say in one language at least why it is cancelled.' }],
  });

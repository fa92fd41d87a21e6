import { calendarDate, timeZoneOf } from '../../domain/shared/dates.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import { type LanguageMap, languagesIn } from '../../domain/shared/language.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import { type Offering, offeringFaults, type OfferingInput } from '../../domain/catalogue/offering.ts';
import { type OfferingState, offeringStateOf } from '../../domain/catalogue/run/offering-state.ts';
import { inOrder } from '../../domain/catalogue/run/session.ts';
import type { Actor } from '../../domain/institution/staff.ts';
import type { Access } from '../institution/access.ts';
import { createRecorder } from '../institution/audit.ts';
import type { Catalogue } from './catalogue.ts';
import type { Page, PageRequest, Ports } from '../ports/index.ts';

type Needs = Pick<Ports, 'stores' | 'transact' | 'now' | 'newId' | 'sha256' | 'canonicalJson'>;
/** An offering with its state and the slug of what it runs. */
export type OfferingView = Readonly<{
  offering: Offering;
  state: OfferingState;
  institution: Institution;
  microcredentialSlug: string;
}>;
export type Offerings = ReturnType<typeof createOfferings>;

/** At most this many stand on one page. */
const mostUpcoming = 100;

/** Dated runs of a published version. */
export function createOfferings(ports: Needs, access: Access, catalogue: Pick<Catalogue, 'newest'>) {
  const { stores, transact, now, newId } = ports;
  const record = createRecorder(ports);

  async function viewsOf(
    institution: Institution,
    offerings: readonly Offering[],
    microcredentialSlug: string,
  ): Promise<OfferingView[]> {
    const today = calendarDate(now(), timeZoneOf(institution.country));
    const limited = offerings.filter(({ places }) => places !== undefined).map(({ id }) => id);
    const counts = await stores.registrations.counts(institution.id, limited);
    return offerings.map((offering) => ({
      offering,
      state: offeringStateOf(offering, { today, taken: counts.get(offering.id) ?? 0 }),
      institution,
      microcredentialSlug,
    }));
  }

  async function viewOf(institution: Institution, offering: Offering, slug: string): Promise<OfferingView> {
    const [view] = await viewsOf(institution, [offering], slug);
    return view as OfferingView;
  }

  async function read(slug: string, id: string): Promise<OfferingView> {
    const institution = await access.institution(slug);
    const offering = await stores.offerings.find(institution.id, id);
    const microcredential =
      offering && (await stores.microcredentials.findById(institution.id, offering.microcredentialId));
    if (offering && microcredential) return viewOf(institution, offering, microcredential.slug);
    throw noSuch(slug, id);
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
      if (withdrawnAt)
        throw new DomainError('state-forbids', 'This micro-credential is withdrawn; nothing new starts.');
      const faults = offeringFaults(input, version.content);
      if (faults.length > 0)
        throw new DomainError('offering-invalid', 'The offering cannot be given like this.', { violations: faults });
      const offering: Offering = {
        ...input,
        ...(input.sessions && { sessions: inOrder(input.sessions) }),
        id: newId(),
        institutionId: institution.id,
        microcredentialId: version.microcredentialId,
        version: version.number,
        createdAt: now(),
      };
      await transact(institution.id, async (stores) => {
        await stores.offerings.insert(offering);
        await record(stores, {
          institutionId: institution.id,
          actor: actor.id,
          action: 'offering-opened',
          subjects: [offering.id],
        });
      });
      return viewOf(institution, offering, microcredentialSlug);
    },

    /** Whoever is registered stays so; nobody else comes, and no result is recorded. One that has ended was given. */
    async cancel(actor: Actor, slug: string, id: string, reason: LanguageMap): Promise<OfferingView> {
      const institution = await access.enter(actor, slug, 'write-offering');
      if (languagesIn(reason).length === 0) throw withoutReason();
      await transact(institution.id, async (stores) => {
        const found = await stores.offerings.lock(institution.id, id);
        if (!found) throw noSuch(slug, id);
        if (found.cancelledAt) throw new DomainError('state-forbids', 'The run is cancelled already.');
        if (calendarDate(now(), timeZoneOf(institution.country)) > found.endDate)
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

    /** What somebody can still take part in, soonest first. */
    async upcoming(slug: string, microcredentialSlug: string): Promise<readonly OfferingView[]> {
      const { institution, version } = await catalogue.newest(slug, microcredentialSlug);
      const today = calendarDate(now(), timeZoneOf(institution.country));
      const offerings = await stores.offerings.upcoming(institution.id, version.microcredentialId, today, mostUpcoming);
      return viewsOf(institution, offerings, microcredentialSlug);
    },

    async list(slug: string, microcredentialSlug: string, page: PageRequest): Promise<Page<OfferingView>> {
      const { institution, version } = await catalogue.newest(slug, microcredentialSlug);
      const { items, ...rest } = await stores.offerings.list(institution.id, version.microcredentialId, page);
      return { ...rest, items: await viewsOf(institution, items, microcredentialSlug) };
    },
  };
}

const noSuch = (slug: string, id: string): DomainError =>
  new DomainError('not-found', `${slug} has no offering with the id ${id}.`);

const withoutReason = (): DomainError =>
  new DomainError('offering-invalid', 'A run is cancelled with a reason.', {
    violations: [{ pointer: '#/reason', detail: 'Say in one language at least why it is cancelled.' }],
  });

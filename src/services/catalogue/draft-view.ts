import type { Funding } from '../../domain/catalogue/description/description.ts';
import type { Publication } from '../../domain/catalogue/gate-check.ts';
import type { Microcredential } from '../../domain/catalogue/microcredential.ts';
import { publishGate, type GateReport } from '../../domain/catalogue/publish-gate.ts';
import type { Institution, OrganisationalUnit } from '../../domain/institution/institution.ts';
import { isCalendarDate } from '../../domain/shared/dates.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import { present } from '../../domain/shared/present.ts';
import type { ListedMicrocredential, MicrocredentialFilter, Page, PageRequest, Ports, Stores } from '../ports/index.ts';
import { knownOf } from './known.ts';
import { publicationBy } from './publication.ts';

/** A micro-credential with the words a reader of it needs. */
export type DraftView = Readonly<{
  microcredential: Microcredential;
  institution: Institution;
  ownerUnit?: string;
  gate?: GateReport;
  /** Where in the source stood what a copy has not. */
  dropped?: readonly string[];
  /** That of the newest published version, where it was asked for. */
  funding?: Funding;
}>;
/** What is shown of drafts: who owns them, and what the publish gate says of them today. */
export function createDraftViews({ stores, addresses, now }: Pick<Ports, 'stores' | 'addresses' | 'now'>) {
  /** As if it were published today. */
  const publicationIn = async (institution: Institution, from: Pick<Stores, 'themes' | 'emblems'> = stores) =>
    publicationBy({ addresses }, institution, now(), await knownOf(from, institution.id));

  function describe(
    institution: Institution,
    units: readonly OrganisationalUnit[],
    microcredential: Microcredential,
    publication: Publication,
  ): DraftView {
    const unit = units.find(({ id }) => id === microcredential.ownerUnitId);
    return {
      microcredential,
      institution,
      ...(unit && { ownerUnit: unit.code }),
      ...(microcredential.draft && { gate: publishGate(microcredential.draft.content, publication) }),
    };
  }

  const draftView = async (institution: Institution, microcredential: Microcredential): Promise<DraftView> =>
    describe(
      institution,
      await stores.institutions.units(institution.id),
      microcredential,
      await publicationIn(institution),
    );

  async function listed(
    institution: Institution,
    page: PageRequest,
    filter: MicrocredentialFilter,
  ): Promise<Page<DraftView>> {
    demandDate(filter.fundingEndsBefore);
    const { items, ...rest } = await stores.microcredentials.list(institution.id, page, filter);
    const units = await stores.institutions.units(institution.id);
    const publication = await publicationIn(institution);
    const described = ({ funding, ...item }: ListedMicrocredential) => ({
      ...describe(institution, units, item, publication),
      ...present({ funding }),
    });
    return { ...rest, items: items.map((item) => described(item)) };
  }

  return { draftView, publicationIn, listed };
}

function demandDate(date: string | undefined): void {
  if (date === undefined || isCalendarDate(date)) return;
  throw new DomainError('malformed-request', 'This day does not exist.', {
    violations: [{ pointer: '#/fundingEndsBefore', detail: 'Write a date that exists, as YYYY-MM-DD.' }],
  });
}

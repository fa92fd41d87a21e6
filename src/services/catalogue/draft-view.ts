import type { Funding } from '../../domain/catalogue/description/description.ts';
import type { Known, Publication } from '../../domain/catalogue/gate-check.ts';
import { awaited } from '../../domain/catalogue/joint/joint-gate.ts';
import type { Microcredential, MicrocredentialContent } from '../../domain/catalogue/microcredential.ts';
import { publishGate, type GateReport } from '../../domain/catalogue/publish-gate.ts';
import type { Institution, OrganisationalUnit } from '../../domain/institution/institution.ts';
import { isCalendarDate } from '../../domain/shared/dates.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import { present } from '../../domain/shared/present.ts';
import type { ListedMicrocredential, MicrocredentialFilter, Page, PageRequest, Ports, Stores } from '../ports/index.ts';
import { knownOf } from './known.ts';
import { createTogether, type Together } from './joint/together.ts';
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
type Facts = Together & Readonly<{ known: Known }>;
type Readable = Pick<Stores, 'themes' | 'emblems' | 'institutions' | 'partnerships'>;

/** What is shown of drafts: who owns them, and what the publish gate says of them today. */
export function createDraftViews(ports: Pick<Ports, 'stores' | 'addresses' | 'now' | 'sha256' | 'canonicalJson'>) {
  const { stores, now } = ports;
  const togetherIn = createTogether(ports);

  /** What the gate has to know of the courses of an institution, or of the one with this id. */
  async function factsIn(institution: Institution, from: Readable, microcredentialId?: string) {
    const known = await knownOf(from, institution.id);
    const together = await togetherIn(from, institution, microcredentialId);
    return async ({ id, draft }: Microcredential): Promise<Facts> => ({
      known,
      ...(await together({ id, content: draft?.content })),
    });
  }

  /** As if it were published today. */
  async function publicationIn(institution: Institution, microcredential: Microcredential, from: Readable = stores) {
    const facts = await factsIn(institution, from, microcredential.id);
    return publicationBy(ports, institution, now(), await facts(microcredential));
  }

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
      ...(microcredential.draft && { gate: gateOf(microcredential.draft.content, publication) }),
    };
  }

  const draftView = async (institution: Institution, microcredential: Microcredential): Promise<DraftView> =>
    describe(
      institution,
      await stores.institutions.units(institution.id),
      microcredential,
      await publicationIn(institution, microcredential),
    );

  async function listed(
    institution: Institution,
    page: PageRequest,
    filter: MicrocredentialFilter,
  ): Promise<Page<DraftView>> {
    demandDate(filter.fundingEndsBefore);
    const { items, ...rest } = await stores.microcredentials.list(institution.id, page, filter);
    const units = await stores.institutions.units(institution.id);
    const facts = await factsIn(institution, stores);
    const described = async ({ funding, ...item }: ListedMicrocredential) => ({
      ...describe(institution, units, item, publicationBy(ports, institution, now(), await facts(item))),
      ...present({ funding }),
    });
    return { ...rest, items: await Promise.all(items.map((item) => described(item))) };
  }

  return { draftView, publicationIn, listed };
}

function gateOf(content: MicrocredentialContent, publication: Publication): GateReport {
  const still = awaited(content, publication);
  return { ...publishGate(content, publication), ...(still.length > 0 && { awaited: still }) };
}

function demandDate(date: string | undefined): void {
  if (date === undefined || isCalendarDate(date)) return;
  throw new DomainError('malformed-request', 'This day does not exist.', {
    violations: [{ pointer: '#/fundingEndsBefore', detail: 'Write a date that exists, as YYYY-MM-DD.' }],
  });
}

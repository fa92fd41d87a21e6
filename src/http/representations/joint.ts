import type { Addresses } from '../../domain/addresses/addresses.ts';
import type { Locale } from '../../domain/shared/language.ts';
import { present } from '../../domain/shared/present.ts';
import type { PartnerView } from '../../services/catalogue/joint/partners.ts';
import type { PartnershipView } from '../../services/catalogue/joint/partnerships.ts';
import { toMicrocredential } from './catalogue.ts';
import type { Schemas } from './schemas.ts';

export function toPartner({ institution, partnership, state, decision }: PartnerView): Schemas['Partner'] {
  const { mayEdit, invitedAt, leftAt, decision: made } = partnership;
  return {
    institution: institution.slug,
    name: institution.name,
    mayEdit,
    invitedAt: invitedAt.toISOString(),
    state,
    ...present({
      leftAt: leftAt?.toISOString(),
      note: made?.note,
      decision: decision && { id: decision.id, date: decision.date },
    }),
  };
}

export function toPartnership(
  { partnership, owner, microcredential, state, draft: shown }: PartnershipView,
  addresses: Addresses,
  locale: Locale,
): Schemas['Partnership'] {
  const { id, mayEdit, invitedAt, leftAt, decision } = partnership;
  const { slug, publishedVersion } = microcredential;
  const { draft, gate } = shown ? toMicrocredential(shown, addresses, locale) : {};
  return {
    id,
    owner: owner.slug,
    ownerName: owner.name,
    slug,
    address: addresses.microcredential(owner.slug, slug),
    mayEdit,
    invitedAt: invitedAt.toISOString(),
    state,
    ...present({
      leftAt: leftAt?.toISOString(),
      note: decision?.note,
      decisionId: decision?.decisionId,
      publishedVersion,
      draft,
      gate,
    }),
  };
}

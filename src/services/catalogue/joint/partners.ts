import {
  demandInvitable,
  type Partnership,
  type PartnerState,
  partnerState,
} from '../../../domain/catalogue/joint/partnership.ts';
import type { Microcredential } from '../../../domain/catalogue/microcredential.ts';
import type { Decision } from '../../../domain/institution/decision.ts';
import type { Institution } from '../../../domain/institution/institution.ts';
import type { Actor } from '../../../domain/institution/staff.ts';
import { DomainError } from '../../../domain/shared/errors.ts';
import type { Access } from '../../institution/access.ts';
import { createRecorder } from '../../institution/audit.ts';
import type { PartnerBehind, Ports, Stores } from '../../ports/index.ts';
import { locked, noSuch } from '../drafting.ts';
import { digestOfContent } from './together.ts';

type Needs = Pick<Ports, 'stores' | 'transact' | 'now' | 'newId' | 'sha256' | 'canonicalJson'>;
export type Partners = ReturnType<typeof createPartners>;

/** A partner as the owner of the course sees it. */
export type PartnerView = Readonly<{
  institution: Institution;
  partnership: Partnership;
  state: PartnerState;
  decision?: Decision;
}>;
type PartnersView = Readonly<{ items: readonly PartnerView[]; behind: readonly PartnerBehind[] }>;

/** Whom the owner of a course invites to give it together with itself. */
export function createPartners(ports: Needs, access: Access) {
  const { stores, transact, now, newId } = ports;
  const record = createRecorder(ports);

  async function seen(
    partnership: Partnership,
    { draft }: Microcredential,
    partner?: Institution,
  ): Promise<PartnerView> {
    const { institutionId, decision: made } = partnership;
    const digest = draft && (await digestOfContent(ports, draft.content));
    const decision = made && (await stores.decisions.find(institutionId, made.decisionId));
    return {
      institution: partner ?? (await stores.institutions.get(institutionId)),
      partnership,
      state: partnerState(partnership, digest),
      ...(decision && { decision }),
    };
  }

  async function listed(institution: Institution, microcredentialSlug: string): Promise<PartnersView> {
    const found = await stores.microcredentials.find(institution.id, microcredentialSlug);
    if (!found) throw noSuch(institution, microcredentialSlug);
    const items: PartnerView[] = [];
    for (const one of await stores.partnerships.ofOwner(institution.id, found.id)) items.push(await seen(one, found));
    return { items, behind: await stores.partnerships.behind(institution.id, found.id) };
  }

  /** Changes who is a partner, under the lock that publication takes, too. */
  async function change<T>(
    actor: Actor,
    [slug, microcredentialSlug, partnerSlug]: readonly [string, string, string],
    action: string,
    work: (
      found: Microcredential,
      partner: Institution,
      stands: Partnership | undefined,
      stores: Stores,
    ) => Promise<Readonly<{ partnership: Partnership; outcome: T }>>,
  ) {
    const institution = await access.enter(actor, slug, 'agree');
    const partner = await access.institution(partnerSlug);
    return transact(institution.id, async (stores) => {
      const found = await locked(stores, institution, microcredentialSlug);
      const all = await stores.partnerships.ofOwner(institution.id, found.id);
      const stands = all.find(({ institutionId }) => institutionId === partner.id);
      const { partnership, outcome } = await work(found, partner, stands, stores);
      await record(stores, {
        institutionId: institution.id,
        actor: actor.id,
        action,
        subjects: [found.id, partnership.id],
        detail: { partner: partner.id, mayEdit: partnership.mayEdit },
      });
      return { found, partner, partnership, outcome };
    });
  }

  return {
    /** Again: says whether the partner may edit. One that left is invited anew, and decides anew. */
    async invite(
      actor: Actor,
      slug: string,
      microcredentialSlug: string,
      partnerSlug: string,
      mayEdit: boolean,
    ): Promise<PartnerView & Readonly<{ isNew: boolean }>> {
      const place = [slug, microcredentialSlug, partnerSlug] as const;
      const { found, partner, partnership, outcome } = await change(
        actor,
        place,
        'partner-invited',
        async (found, partner, stands, stores) => {
          demandInvitable(found, partner.id);
          const of = { institutionId: partner.id, ownerId: found.institutionId, microcredentialId: found.id };
          const isNew = !stands || stands.leftAt !== undefined;
          const partnership: Partnership = isNew
            ? { ...of, id: stands?.id ?? newId(), mayEdit, invitedAt: now() }
            : { ...stands, mayEdit };
          await (stands ? stores.partnerships.update(partnership) : stores.partnerships.insert(partnership));
          return { partnership, outcome: isNew };
        },
      );
      return { ...(await seen(partnership, found, partner)), isNew: outcome };
    },

    /** What it has decided stays on record, and behind what is published. */
    async takeBack(
      actor: Actor,
      slug: string,
      microcredentialSlug: string,
      partnerSlug: string,
    ): Promise<PartnersView> {
      const place = [slug, microcredentialSlug, partnerSlug] as const;
      await change(actor, place, 'partner-removed', async (_, partner, stands, stores) => {
        if (!stands) throw new DomainError('not-found', `${microcredentialSlug} has no partner ${partner.slug}.`);
        await stores.partnerships.remove(stands);
        return { partnership: stands, outcome: undefined };
      });
      return listed(await access.institution(slug), microcredentialSlug);
    },

    list: async (actor: Actor, slug: string, microcredentialSlug: string): Promise<PartnersView> =>
      listed(await access.enter(actor, slug, 'read-drafts'), microcredentialSlug),
  };
}

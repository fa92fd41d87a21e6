import {
  demandDecidable,
  demandMayEdit,
  demandPartner,
  type PartnerOutcome,
  type Partnership,
  type PartnerState,
  partnerState,
} from '../../../domain/catalogue/joint/partnership.ts';
import type { Microcredential, MicrocredentialContent } from '../../../domain/catalogue/microcredential.ts';
import { workingCopy } from '../../../domain/catalogue/publishing.ts';
import type { DecisionInput } from '../../../domain/institution/decision.ts';
import type { Institution } from '../../../domain/institution/institution.ts';
import { type Actor, demandPerson, type Permission } from '../../../domain/institution/staff.ts';
import { DomainError } from '../../../domain/shared/errors.ts';
import { present } from '../../../domain/shared/present.ts';
import type { Access } from '../../institution/access.ts';
import { createRecorder, type Recordable } from '../../institution/audit.ts';
import { createDeciding } from '../../institution/deciding.ts';
import type { Page, PageRequest, Ports, Stores } from '../../ports/index.ts';
import type { DraftView } from '../draft-view.ts';
import { demandUnchanged, type Drafting, edited, locked, type Precondition } from '../drafting.ts';
import { digestOfContent } from './together.ts';

type Needs = Pick<Ports, 'stores' | 'transact' | 'now' | 'newId' | 'sha256' | 'canonicalJson'>;
export type Partnerships = ReturnType<typeof createPartnerships>;
export type JoinInput = Readonly<{ outcome: PartnerOutcome; note?: string; decision: DecisionInput }>;

/** A course of another institution as a partner sees it; its draft only while it is a partner. */
export type PartnershipView = Readonly<{
  partnership: Partnership;
  /** The partner itself. */
  institution: Institution;
  owner: Institution;
  microcredential: Microcredential;
  state: PartnerState;
  draft?: DraftView;
}>;
type Course = Omit<PartnershipView, 'state' | 'draft'>;
type Changed = Readonly<{ partnership?: Partnership; microcredential?: Microcredential }> &
  Pick<Recordable, 'action' | 'detail'> &
  Readonly<{ subjects?: readonly string[] }>;

/** What an institution does with the courses that another has invited it to; everything is on record in its own chain. */
export function createPartnerships(ports: Needs, access: Access, { draftView }: Pick<Drafting, 'draftView'>) {
  const { stores, transact, now } = ports;
  const record = createRecorder(ports);
  const decideOn = createDeciding(ports);

  async function seen(course: Course): Promise<PartnershipView> {
    const { content } = course.microcredential.draft ?? {};
    const digest = content && (await digestOfContent(ports, content));
    return { ...course, state: partnerState(course.partnership, digest) };
  }

  async function whole(course: Course): Promise<PartnershipView> {
    const isShown = course.partnership.leftAt === undefined && course.microcredential.draft !== undefined;
    const view = isShown ? await draftView(course.owner, course.microcredential) : undefined;
    return { ...(await seen(course)), ...present({ draft: view }) };
  }

  async function found(institution: Institution, id: string, from: Stores): Promise<Course> {
    const partnership = await from.partnerships.find(institution.id, id);
    const [microcredential] = partnership ? await from.partnerships.courses(institution.id, [id]) : [];
    if (!partnership || !microcredential)
      throw new DomainError('not-found', `There is no partnership with the id ${id}.`);
    return { partnership, institution, microcredential, owner: await from.institutions.get(partnership.ownerId) };
  }

  /** The same, once nobody else changes the course: it is its owner's row that is locked, as publication locks it. */
  async function held(institution: Institution, id: string, from: Stores): Promise<Course> {
    const before = await found(institution, id, from);
    const microcredential = await locked(from, before.owner, before.microcredential.slug);
    return { ...(await found(institution, id, from)), microcredential };
  }

  async function change(
    actor: Actor,
    slug: string,
    id: string,
    permission: Permission,
    work: (course: Course, stores: Stores) => Promise<Changed> | Changed,
  ): Promise<PartnershipView> {
    const institution = await access.enter(actor, slug, permission);
    const changed = await transact(institution.id, async (stores) => {
      const course = await held(institution, id, stores);
      const { partnership, microcredential, action, detail, subjects = [] } = await work(course, stores);
      if (partnership) await stores.partnerships.update(partnership);
      if (microcredential) await stores.microcredentials.update(microcredential);
      await record(stores, {
        institutionId: institution.id,
        actor: actor.id,
        action,
        subjects: [course.microcredential.id, id, ...subjects],
        ...(detail && { detail }),
      });
      return { ...course, ...present({ partnership, microcredential }) };
    });
    return whole(changed);
  }

  return {
    async list(actor: Actor, slug: string, page: PageRequest): Promise<Page<PartnershipView>> {
      const institution = await access.enter(actor, slug, 'read-drafts');
      const { items, ...rest } = await stores.partnerships.list(institution.id, page);
      const courses = await stores.partnerships.courses(
        institution.id,
        items.map(({ id }) => id),
      );
      const owners = await stores.institutions.list();
      const shown = items.flatMap((partnership) => {
        const microcredential = courses.find(({ id }) => id === partnership.microcredentialId);
        const owner = owners.find(({ id }) => id === partnership.ownerId);
        return microcredential && owner ? [seen({ partnership, institution, owner, microcredential })] : [];
      });
      return { ...rest, items: await Promise.all(shown) };
    },

    async read(actor: Actor, slug: string, id: string): Promise<PartnershipView> {
      const institution = await access.enter(actor, slug, 'read-drafts');
      return whole(await found(institution, id, stores));
    },

    /** As the owner's own people edit it: the same refusals, and whoever edits approves nothing. */
    edit: (actor: Actor, slug: string, id: string, precondition: Precondition, content: MicrocredentialContent) =>
      change(actor, slug, id, 'write-draft', async ({ partnership, microcredential: before }) => {
        demandMayEdit(partnership);
        const microcredential = edited(before, precondition, content, actor, now());
        const digest = await digestOfContent(ports, microcredential.draft.content);
        return { microcredential, action: 'partner-edited', detail: { digest } };
      }),

    /** Counts for the text that was read, and for no other. */
    decide: (actor: Actor, slug: string, id: string, precondition: Precondition, input: JoinInput) =>
      change(actor, slug, id, 'publish', async ({ partnership, microcredential, institution }, stores) => {
        const personId = demandPerson(actor);
        demandPartner(partnership);
        const contentDigest = await digestOfContent(ports, workingCopy(microcredential).content);
        const next = { outcome: input.outcome, contentDigest, ...present({ note: input.note?.trim() || undefined }) };
        demandDecidable(partnership, microcredential, next);
        demandUnchanged(microcredential, precondition);
        const about = { actor, institution, personId, subjects: [microcredential.id] };
        const decision = decideOn('join', input.decision, about);
        await stores.decisions.insert(decision);
        return {
          partnership: { ...partnership, decision: { ...next, decisionId: decision.id } },
          action: `partner-${input.outcome}`,
          subjects: [decision.id],
          detail: { digest: contentDigest },
        };
      }),

    /** What it has decided stays behind what is published; nothing new is published with it. */
    leave: (actor: Actor, slug: string, id: string) =>
      change(actor, slug, id, 'agree', ({ partnership }) => {
        demandPartner(partnership);
        return { partnership: { ...partnership, leftAt: now() }, action: 'partner-left' };
      }),
  };
}

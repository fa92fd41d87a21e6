import { isCalendarDate } from '../../domain/shared/dates.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import type { Draft, Microcredential, MicrocredentialContent } from '../../domain/catalogue/microcredential.ts';
import { asNextDraft } from '../../domain/catalogue/known-bodies.ts';
import { passPublishGate } from '../../domain/catalogue/publish-gate.ts';
import { withProvenance } from '../../domain/catalogue/description/copy.ts';
import { demandEditable, type Step, take } from '../../domain/catalogue/publishing.ts';
import { type Actor, demandPerson, type Permission } from '../../domain/institution/staff.ts';
import type { Access } from '../institution/access.ts';
import { createRecorder } from '../institution/audit.ts';
import { createCopying } from './copying.ts';
import { createDraftViews, type DraftView } from './draft-view.ts';
import type { MicrocredentialFilter, Page, PageRequest, Ports, Stores } from '../ports/index.ts';

type Needs = Pick<Ports, 'stores' | 'transact' | 'addresses' | 'now' | 'newId' | 'sha256' | 'canonicalJson'>;
export type DraftInput = Readonly<{ ownerUnit?: string; reviewBy?: string; content: MicrocredentialContent }>;
/** `copyOf`: the address of a published version of this service. */
type NewDraft = DraftInput & Readonly<{ slug: string; copyOf?: string }>;
/** What a change is based on: the newest published version (0 for none), and the draft's revision and moment. */
export type Basis = Readonly<{ publishedVersion: number; revision: number; updatedAt?: number }>;
/** This state, any of these, or `*` for any state at all (RFC 9110 §13.1.1). */
export type Precondition = '*' | Basis | readonly Basis[];
export type Drafting = ReturnType<typeof createDrafting>;

/** Use cases of a draft: to write it, submit it, return it and approve it. */
export function createDrafting(ports: Needs, access: Access) {
  const { stores, transact, now, newId, sha256, canonicalJson } = ports;
  const record = createRecorder(ports);
  const beginning = createCopying(ports);
  const { draftView, publicationIn, listed } = createDraftViews(ports);
  /** Stands in the audit event, and so proves later which text somebody wrote, submitted or approved. */
  const digestOf = async (content: MicrocredentialContent) => ({ digest: await sha256(canonicalJson(content)) });

  async function unitId(
    stores: Stores,
    institution: Institution,
    code: string | undefined,
  ): Promise<{ ownerUnitId?: string }> {
    if (code === undefined) return {};
    const unit = await stores.institutions.findUnit(institution.id, code);
    if (unit) return { ownerUnitId: unit.id };
    throw new DomainError('content-invalid', 'The owner is unknown.', {
      violations: [
        { pointer: '#/ownerUnit', detail: `${institution.slug} has no organisational unit with the code ${code}.` },
      ],
    });
  }

  function reviewDate(date: string | undefined): { reviewBy?: string } {
    if (date === undefined) return {};
    if (isCalendarDate(date)) return { reviewBy: date };
    throw new DomainError('content-invalid', 'The review date does not exist.', {
      violations: [{ pointer: '#/reviewBy', detail: 'Write a date that exists, as YYYY-MM-DD.' }],
    });
  }

  /** Reads under a lock, changes, writes and records, or changes nothing. */
  async function change(
    actor: Actor,
    slug: string,
    microcredentialSlug: string,
    permission: Permission,
    action: string,
    work: (
      found: Microcredential,
      institution: Institution,
      stores: Stores,
    ) => Promise<Microcredential> | Microcredential,
  ): Promise<DraftView> {
    const institution = await access.enter(actor, slug, permission);
    const changed = await transact(institution.id, async (stores) => {
      const found = await locked(stores, institution, microcredentialSlug);
      const next = await work(found, institution, stores);
      await stores.microcredentials.update(next);
      await record(stores, {
        institutionId: institution.id,
        actor: actor.id,
        action,
        subjects: [found.id],
        ...(next.draft && { detail: await digestOf(next.draft.content) }),
      });
      return next;
    });
    return draftView(institution, changed);
  }

  const step =
    (name: Step, permission: Permission, action: string) =>
    (actor: Actor, slug: string, microcredentialSlug: string, note?: string, precondition?: Precondition) =>
      change(actor, slug, microcredentialSlug, permission, action, async (found, institution, stores) => {
        const person = name === 'submit' ? actor.id : demandPerson(actor);
        const state = take(name, found, person);
        if (precondition) demandUnchanged(found, precondition);
        const draft = found.draft as Draft;
        if (name === 'submit') passPublishGate(draft.content, await publicationIn(institution, found, stores));
        const { returnedNote: _, ...kept } = draft;
        return {
          ...found,
          draft: { ...kept, state, updatedAt: now(), ...(note !== undefined && { returnedNote: note }) },
        };
      });

  return {
    async create(actor: Actor, slug: string, input: NewDraft): Promise<DraftView> {
      const institution = await access.enter(actor, slug, 'write-draft');
      const { content, dropped } = await beginning(institution, input);
      const at = now();
      const created = await transact(institution.id, async (stores) => {
        const microcredential: Microcredential = {
          id: newId(),
          institutionId: institution.id,
          slug: input.slug,
          createdAt: at,
          ...(await unitId(stores, institution, input.ownerUnit)),
          ...reviewDate(input.reviewBy),
          draft: { content, state: 'draft', revision: 1, editors: [actor.id], updatedAt: at },
        };
        await stores.microcredentials.insert(microcredential);
        await record(stores, {
          institutionId: institution.id,
          actor: actor.id,
          action: 'draft-created',
          subjects: [microcredential.id],
          detail: await digestOf(content),
        });
        return microcredential;
      });
      const view = await draftView(institution, created);
      return input.copyOf === undefined ? view : { ...view, dropped };
    },

    async read(actor: Actor, slug: string, microcredentialSlug: string): Promise<DraftView> {
      const institution = await access.enter(actor, slug, 'read-drafts');
      const found = await stores.microcredentials.find(institution.id, microcredentialSlug);
      if (found) return draftView(institution, found);
      throw noSuch(institution, microcredentialSlug);
    },

    async list(
      actor: Actor,
      slug: string,
      page: PageRequest,
      filter: MicrocredentialFilter = {},
    ): Promise<Page<DraftView>> {
      const institution = await access.enter(actor, slug, 'read-drafts');
      return listed(institution, page, filter);
    },

    /** `precondition` is what the editor saw; where that is no longer so, an update would be lost. */
    update: (
      actor: Actor,
      slug: string,
      microcredentialSlug: string,
      precondition: Precondition,
      input: DraftInput,
    ): Promise<DraftView> =>
      change(actor, slug, microcredentialSlug, 'write-draft', 'draft-changed', async (found, institution, stores) => {
        const { ownerUnitId: _, reviewBy: __, ...kept } = edited(found, precondition, input.content, actor, now());
        return {
          ...kept,
          ...(await unitId(stores, institution, input.ownerUnit)),
          ...reviewDate(input.reviewBy),
        };
      }),

    startNext: (actor: Actor, slug: string, microcredentialSlug: string): Promise<DraftView> =>
      change(actor, slug, microcredentialSlug, 'write-draft', 'draft-started', async (found, institution, stores) => {
        if (found.withdrawnAt) throw new DomainError('state-forbids', 'This micro-credential is withdrawn.');
        if (found.draft || found.publishedVersion === undefined)
          throw new DomainError('state-forbids', 'There is a draft already.');
        const version = await stores.microcredentials.findVersion(institution.id, found.id, found.publishedVersion);
        if (!version) throw new Error(`version ${found.publishedVersion} of ${found.id} is missing`);
        return {
          ...found,
          draft: {
            content: asNextDraft(version.content),
            state: 'draft',
            revision: 1,
            editors: [actor.id],
            updatedAt: now(),
          },
        };
      }),

    submit: step('submit', 'write-draft', 'draft-submitted'),
    approve: step('approve', 'review-draft', 'draft-approved'),
    return: step('return', 'review-draft', 'draft-returned'),
    draftView,
  };
}

/** With this content as its draft; whoever writes it is an editor from then on. */
export function edited(
  found: Microcredential,
  precondition: Precondition,
  content: MicrocredentialContent,
  { id: editor }: Actor,
  updatedAt: Date,
): Microcredential & Readonly<{ draft: Draft }> {
  const draft = demandEditable(found);
  demandUnchanged(found, precondition);
  return {
    ...found,
    draft: {
      ...draft,
      content: withProvenance(content, draft.content.provenance),
      revision: draft.revision + 1,
      editors: [...new Set([...draft.editors, editor])],
      updatedAt,
    },
  };
}

/** Throws where what the caller looked at is no longer what stands: a change would be lost, or a text approved unread. */
export function demandUnchanged({ draft, publishedVersion = 0 }: Microcredential, precondition: Precondition): void {
  const isSame = (basis: Basis) =>
    draft?.revision === basis.revision &&
    publishedVersion === basis.publishedVersion &&
    (basis.updatedAt === undefined || draft.updatedAt.getTime() === basis.updatedAt);
  if (precondition === '*' || [precondition].flat().some(isSame)) return;
  throw new DomainError('precondition-failed', 'It was changed after you read it. Read it again, then decide on that.');
}

export const noSuch = (institution: Institution, microcredentialSlug: string): DomainError =>
  new DomainError('not-found', `${institution.slug} has no micro-credential called ${microcredentialSlug}.`);

export async function locked(
  stores: Stores,
  institution: Institution,
  microcredentialSlug: string,
): Promise<Microcredential> {
  const found = await stores.microcredentials.lock(institution.id, microcredentialSlug);
  if (found) return found;
  throw noSuch(institution, microcredentialSlug);
}

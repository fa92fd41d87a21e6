import type { DecisionInput } from '../../domain/institution/decision.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import type { Microcredential } from '../../domain/catalogue/microcredential.ts';
import { demandPublishable } from '../../domain/catalogue/publishing.ts';
import { type Actor, demandPerson } from '../../domain/institution/staff.ts';
import type { Access } from '../institution/access.ts';
import { createRecorder } from '../institution/audit.ts';
import { createDeciding } from '../institution/deciding.ts';
import { demandUnchanged, type Drafting, locked, noSuch, type Precondition } from './drafting.ts';
import type { DraftView } from './draft-view.ts';
import { createTogether } from './joint/together.ts';
import { knownOf } from './known.ts';
import { createNewVersion } from './new-version.ts';
import { createNextStarts, type ListedEntry } from './next-starts.ts';
import type { CatalogueFilter, DocumentedEntry, PublishedEntry, Page, PageRequest, Ports } from '../ports/index.ts';

type Needs = Pick<Ports, 'stores' | 'transact' | 'addresses' | 'writer' | 'now' | 'newId' | 'sha256' | 'canonicalJson'>;
export type Catalogue = ReturnType<typeof createCatalogue>;

/** What is published: the last step of the state machine, and what everyone may read. */
export function createCatalogue(ports: Needs, access: Access, drafting: Pick<Drafting, 'draftView'>) {
  const { stores, transact, now } = ports;
  const record = createRecorder(ports);
  const newVersion = createNewVersion(ports);
  const decideOn = createDeciding(ports);
  const withNextStarts = createNextStarts(ports);
  const togetherIn = createTogether(ports);

  async function publicly(
    slug: string,
    microcredentialSlug: string,
  ): Promise<Readonly<{ institution: Institution; microcredential: Microcredential }>> {
    const institution = await access.institution(slug);
    const microcredential = await stores.microcredentials.find(institution.id, microcredentialSlug);
    if (microcredential?.publishedVersion !== undefined) return { institution, microcredential };
    throw noSuch(institution, microcredentialSlug);
  }

  return {
    async publish(
      actor: Actor,
      slug: string,
      microcredentialSlug: string,
      input: DecisionInput,
      precondition?: Precondition,
    ): Promise<DocumentedEntry> {
      const institution = await access.enter(actor, slug, 'publish');
      const personId = demandPerson(actor);
      const version = await transact(institution.id, async (stores) => {
        const found = await locked(stores, institution, microcredentialSlug);
        const { content } = demandPublishable(found, institution.review);
        if (precondition) demandUnchanged(found, precondition);
        const decision = decideOn('publish', input, { actor, institution, personId, subjects: [found.id] });
        const together = await togetherIn(stores, institution, found.id);
        const { version, linkedData, behind } = await newVersion(
          institution,
          { ...found, content },
          {
            decision,
            known: await knownOf(stores, institution.id),
            together: await together({ id: found.id, content }),
            stores,
          },
        );
        await stores.decisions.insert(decision);
        await stores.microcredentials.insertVersion(version, linkedData);
        const { number } = version;
        for (const partner of behind)
          await stores.partnerships.insertBehind({
            ...partner,
            institutionId: institution.id,
            microcredentialId: found.id,
            number,
          });
        const { draft: _, ...kept } = found;
        await stores.microcredentials.update({ ...kept, publishedVersion: version.number });
        await record(stores, {
          institutionId: institution.id,
          actor: actor.id,
          action: 'published',
          subjects: [found.id, decision.id, ...behind.map(({ decisionId }) => decisionId)],
          detail: { version: version.number, digest: version.digest },
        });
        return version;
      });
      return { institution, microcredentialSlug, version };
    },

    async withdraw(actor: Actor, slug: string, microcredentialSlug: string): Promise<DraftView> {
      const institution = await access.enter(actor, slug, 'publish');
      const withdrawn = await transact(institution.id, async (stores) => {
        const found = await locked(stores, institution, microcredentialSlug);
        if (found.withdrawnAt) throw new DomainError('state-forbids', 'It is withdrawn already.');
        if (found.publishedVersion === undefined) throw new DomainError('state-forbids', 'It was never published.');
        const { draft: _, ...kept } = found;
        const next = { ...kept, withdrawnAt: now() };
        await stores.microcredentials.update(next);
        await record(stores, {
          institutionId: institution.id,
          actor: actor.id,
          action: 'withdrawn',
          subjects: [found.id],
        });
        return next;
      });
      return drafting.draftView(institution, withdrawn);
    },

    async list(page: PageRequest, filter: CatalogueFilter = {}): Promise<Page<ListedEntry>> {
      const { items, ...rest } = await stores.microcredentials.catalogue(page, filter);
      return { ...rest, items: await withNextStarts(items) };
    },

    async newest(
      slug: string,
      microcredentialSlug: string,
    ): Promise<PublishedEntry & Readonly<{ withdrawnAt?: Date }>> {
      const { institution, microcredential } = await publicly(slug, microcredentialSlug);
      const version = await stores.microcredentials.findVersion(
        institution.id,
        microcredential.id,
        microcredential.publishedVersion ?? 0,
      );
      if (!version) throw noSuch(institution, microcredentialSlug);
      return {
        institution,
        microcredentialSlug,
        version,
        ...(microcredential.withdrawnAt && { withdrawnAt: microcredential.withdrawnAt }),
      };
    },

    async versions(slug: string, microcredentialSlug: string): Promise<readonly PublishedEntry[]> {
      const { institution, microcredential } = await publicly(slug, microcredentialSlug);
      const versions = await stores.microcredentials.versions(institution.id, microcredential.id);
      return versions.map((version) => ({ institution, microcredentialSlug, version }));
    },

    async version(slug: string, microcredentialSlug: string, number: number): Promise<PublishedEntry> {
      const { institution, microcredential } = await publicly(slug, microcredentialSlug);
      const version = await stores.microcredentials.findVersion(institution.id, microcredential.id, number);
      if (version) return { institution, microcredentialSlug, version };
      throw new DomainError('not-found', `${microcredentialSlug} has no version ${number}.`);
    },
  };
}

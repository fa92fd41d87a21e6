import { DomainError } from '../../src/domain/shared/errors.ts';
import { statusListCapacity, statusListLength } from '../../src/domain/award/status-list.ts';
import type { StatusPurpose } from '../../src/domain/shared/addresses.ts';
import type { Awards, Credentials, SigningKeys, StatusLists } from '../../src/services/ports/index.ts';
import { isVisible } from './people-stores.ts';
import { at, type AwardRow, clone, type CredentialRow, insertUnique, newest, pageOf, type Tables } from './tables.ts';

type Now = () => Tables;

export const createAwards = (tables: Now): Awards => {
  const rows = () => [...tables().awards.values()];
  const change = (institutionId: string, id: string, next: (row: AwardRow) => AwardRow) => {
    const row = tables().awards.get(at(institutionId, id));
    if (row) tables().awards.set(at(institutionId, id), next(row));
  };
  const find: Awards['find'] = async (institutionId, id, visibility) => {
    const award = tables().awards.get(at(institutionId, id))?.award;
    return award && isVisible(tables(), institutionId, award.learnerId, visibility) ? clone(award) : undefined;
  };
  return {
    async insert(award) {
      insertUnique<AwardRow>(
        tables().awards,
        at(award.institutionId, award.id),
        { award },
        (row) => row.award.institutionId === award.institutionId && row.award.completionId === award.completionId,
        () => new DomainError('already-awarded', 'This completion has been awarded.'),
      );
    },
    find,
    lock: find,
    async findPublic(id) {
      const award = rows().find((row) => row.award.id === id)?.award;
      const learner = award && tables().learners.get(at(award.institutionId, award.learnerId));
      return award && learner && clone({ award, isProtected: learner.protected });
    },
    async list(institutionId, page, visibility) {
      const items = rows()
        .filter(
          ({ award }) =>
            award.institutionId === institutionId && isVisible(tables(), institutionId, award.learnerId, visibility),
        )
        .map((row) => {
          const microcredential = tables().microcredentials.get(at(institutionId, row.award.microcredentialId));
          if (!microcredential) throw new Error(`micro-credential ${row.award.microcredentialId} is missing`);
          return { ...row, microcredentialSlug: microcredential.slug };
        });
      return pageOf(items, page, ({ award }) => newest(award));
    },
    async setState(institutionId, id, state, revokedAt) {
      if ((state === 'revoked') !== (revokedAt !== undefined)) throw new Error('revoked when revoked, and only then');
      change(institutionId, id, ({ award: { revokedAt: _, ...award }, ...row }) => ({
        ...row,
        award: { ...award, state, ...(revokedAt && { revokedAt }) },
      }));
    },
    async certificateToken(institutionId, id) {
      return tables().awards.get(at(institutionId, id))?.certificateToken;
    },
    async setCertificateToken(institutionId, id, certificateToken) {
      change(institutionId, id, ({ award }) => ({
        award,
        ...(certificateToken !== undefined && { certificateToken }),
      }));
    },
    async findByCertificateToken(token) {
      const award = rows().find(({ certificateToken }) => certificateToken === token)?.award;
      return award && clone(award);
    },
  };
};

export const createCredentials = (tables: Now): Credentials => {
  const unsigned = () =>
    [...tables().credentials.values()]
      .filter(({ signed }) => !signed)
      .map(({ prepared }) => prepared)
      .sort((one, other) => one.preparedAt.getTime() - other.preparedAt.getTime() || (one.id < other.id ? -1 : 1));
  const ofAward = (institutionId: string, awardId: string) =>
    [...tables().credentials.values()].find(
      ({ prepared }) => prepared.institutionId === institutionId && prepared.awardId === awardId,
    );
  return {
    async prepare(prepared) {
      insertUnique<CredentialRow>(
        tables().credentials,
        at(prepared.institutionId, prepared.id),
        { prepared },
        (row) =>
          row.prepared.institutionId === prepared.institutionId &&
          row.prepared.awardId === prepared.awardId &&
          row.prepared.format === prepared.format,
        () => new DomainError('already-awarded', 'This award has a credential in this format.'),
      );
    },
    async takePrepared(preparedBefore, now, except) {
      const isDue = (preparedAt: Date) => preparedAt < preparedBefore || preparedAt > now;
      return clone(unsigned().find(({ id, preparedAt }) => isDue(preparedAt) && !except.includes(id)));
    },
    async takePreparedOf(institutionId, awardId) {
      return clone(unsigned().find((each) => each.institutionId === institutionId && each.awardId === awardId));
    },
    // The first signature stands.
    async storeSigned(institutionId, signed, id) {
      const row = tables().credentials.get(at(institutionId, id));
      if (row && !row.signed) tables().credentials.set(at(institutionId, id), { ...row, signed: clone(signed) });
    },
    async findSigned(institutionId, awardId) {
      return clone(ofAward(institutionId, awardId)?.signed);
    },
    async statusOf(institutionId, awardId) {
      return clone(ofAward(institutionId, awardId)?.prepared.status);
    },
  };
};

export const createSigningKeys = (tables: Now): SigningKeys => {
  const of = (institutionId: string) =>
    [...tables().signingKeys.values()]
      .filter((key) => key.institutionId === institutionId)
      .sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime() || (one.id < other.id ? -1 : 1));
  return {
    async insert(key) {
      tables().signingKeys.set(at(key.institutionId, key.id), clone(key));
    },
    async list(institutionId) {
      return clone(of(institutionId));
    },
    async current(institutionId) {
      return clone(of(institutionId).findLast(({ retiredAt }) => !retiredAt));
    },
  };
};

export const createStatusLists = (tables: Now): StatusLists => {
  const of = (institutionId: string) =>
    [...tables().lists.values()]
      .filter((list) => list.institutionId === institutionId)
      .sort((one, other) => one.number - other.number);
  const key = (institutionId: string, listId: string, purpose: StatusPurpose) => at(institutionId, listId, purpose);
  return {
    async allocate(institutionId, newListId, draw) {
      let list = of(institutionId).at(-1);
      if (!list || list.taken >= statusListCapacity) {
        list = { institutionId, id: newListId(), number: (list?.number ?? 0) + 1, taken: 0 };
      }
      tables().lists.set(at(institutionId, list.id), { ...list, taken: list.taken + 1 });
      for (let draws = 0; draws < 1000; draws += 1) {
        const index = draw(statusListLength);
        const place = at(institutionId, list.id, index);
        if (tables().entries.has(place)) continue;
        tables().entries.set(place, { listId: list.id, index, revocation: false, suspension: false });
        return { listId: list.id, listNumber: list.number, index };
      }
      throw new Error(`no free index in status list ${list.number} of ${institutionId}`);
    },
    async find(institutionId, number) {
      const list = of(institutionId).find((each) => each.number === number);
      return list && { id: list.id, number: list.number };
    },
    async list(institutionId) {
      return of(institutionId).map(({ id, number }) => ({ id, number }));
    },
    async set(institutionId, { listId, index }, purpose, value) {
      const place = at(institutionId, listId, index);
      const entry = tables().entries.get(place);
      if (entry) tables().entries.set(place, { ...entry, [purpose]: value });
      const publication = tables().publications.get(key(institutionId, listId, purpose));
      tables().publications.set(key(institutionId, listId, purpose), { ...publication, isDirty: true });
    },
    async setIndexes(institutionId, listId, purpose) {
      return [...tables().entries]
        .filter(([place, entry]) => place === at(institutionId, listId, entry.index) && entry[purpose])
        .map(([, { index }]) => index)
        .sort((one, other) => one - other);
    },
    async publication(institutionId, listId, purpose) {
      const row = tables().publications.get(key(institutionId, listId, purpose));
      if (row?.text === undefined || row.etag === undefined || !row.publishedAt) return undefined;
      return clone({ text: row.text, etag: row.etag, publishedAt: row.publishedAt, isDirty: row.isDirty });
    },
    async beginPublication(institutionId, listId, purpose) {
      const row = tables().publications.get(key(institutionId, listId, purpose));
      tables().publications.set(key(institutionId, listId, purpose), { ...row, isDirty: false });
    },
    async publish(institutionId, listId, purpose, publication) {
      const row = tables().publications.get(key(institutionId, listId, purpose));
      tables().publications.set(key(institutionId, listId, purpose), {
        isDirty: row?.isDirty ?? false,
        ...clone(publication),
      });
    },
  };
};

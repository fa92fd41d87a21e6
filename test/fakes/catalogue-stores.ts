import { DomainError } from '../../src/domain/shared/errors.ts';
import { isInState } from '../../src/domain/catalogue/microcredential.ts';
import type { Actor } from '../../src/domain/institution/staff.ts';
import type {
  PublishedEntry,
  Institutions,
  Microcredentials,
  Offerings,
  Staff,
} from '../../src/services/ports/index.ts';
import { at, clone, insertUnique, newest, pageOf, type Tables } from './tables.ts';

type Now = () => Tables;

export const createInstitutions = (tables: Now): Institutions => ({
  async insert(institution) {
    insertUnique(
      tables().institutions,
      institution.id,
      institution,
      ({ slug }) => slug === institution.slug,
      () => new DomainError('already-exists', 'There is an institution with this slug.'),
    );
  },
  async find(slug) {
    return clone([...tables().institutions.values()].find((institution) => institution.slug === slug));
  },
  async get(id) {
    const found = tables().institutions.get(id);
    if (found) return clone(found);
    throw new DomainError('institution-not-found', 'There is no such institution here.');
  },
  async list() {
    return clone([...tables().institutions.values()].sort((one, other) => (one.slug < other.slug ? -1 : 1)));
  },
  async insertUnit(unit) {
    insertUnique(
      tables().units,
      at(unit.institutionId, unit.id),
      unit,
      ({ institutionId, code }) => institutionId === unit.institutionId && code === unit.code,
      () => new DomainError('already-exists', 'The institution has a unit with this code.'),
    );
  },
  async findUnit(institutionId, code) {
    return clone(
      [...tables().units.values()].find((unit) => unit.institutionId === institutionId && unit.code === code),
    );
  },
  async units(institutionId) {
    return clone([...tables().units.values()].filter((unit) => unit.institutionId === institutionId));
  },
});

export const createStaff = (tables: Now): Staff => ({
  async insert(member) {
    tables().staff.set(at(member.institutionId, member.id), clone(member));
  },
  async find(institutionId, id) {
    return clone(tables().staff.get(at(institutionId, id)));
  },
  async list(institutionId) {
    return clone([...tables().staff.values()].filter((member) => member.institutionId === institutionId));
  },
  async insertKey(key) {
    tables().keys.set(at(key.institutionId, key.id), { key: clone(key) });
  },
  async findActor(hash) {
    const row = [...tables().keys.values()].find(({ key }) => key.hash === hash);
    if (!row || row.revokedAt) return undefined;
    const { key } = row;
    if (!('staffMemberId' in key)) return machine(key);
    const member = tables().staff.get(at(key.institutionId, key.staffMemberId));
    if (!member || member.endedAt) return undefined;
    return {
      institutionId: key.institutionId,
      keyId: key.id,
      kind: 'staff',
      id: member.id,
      roles: clone(member.roles),
    };
  },
  async revokeKey(institutionId, keyId, revokedAt) {
    const row = tables().keys.get(at(institutionId, keyId));
    if (!row || row.revokedAt) return false;
    tables().keys.set(at(institutionId, keyId), { ...row, revokedAt });
    return true;
  },
  async end(institutionId, id, endedAt) {
    const member = tables().staff.get(at(institutionId, id));
    if (!member || member.endedAt) return false;
    tables().staff.set(at(institutionId, id), { ...member, endedAt });
    return true;
  },
});

const machine = ({
  institutionId,
  id,
  roles,
}: Readonly<{ institutionId: string; id: string; roles: Actor['roles'] }>): Actor => ({
  institutionId,
  keyId: id,
  kind: 'machine',
  id,
  roles: clone(roles),
});

export const createMicrocredentials = (tables: Now): Microcredentials => {
  const of = (institutionId: string) =>
    [...tables().microcredentials.values()].filter((each) => each.institutionId === institutionId);
  const find: Microcredentials['find'] = async (institutionId, slug) =>
    clone(of(institutionId).find((each) => each.slug === slug));
  const version = (institutionId: string, microcredentialId: string, number: number) =>
    tables().versions.get(at(institutionId, microcredentialId, number));

  return {
    async insert(microcredential) {
      insertUnique(
        tables().microcredentials,
        at(microcredential.institutionId, microcredential.id),
        microcredential,
        ({ institutionId, slug }) => institutionId === microcredential.institutionId && slug === microcredential.slug,
        () => new DomainError('already-exists', 'The institution has a micro-credential with this slug.'),
      );
    },
    find,
    lock: find,
    async findById(institutionId, id) {
      return clone(tables().microcredentials.get(at(institutionId, id)));
    },
    async list(institutionId, page, state) {
      const items = of(institutionId).filter((each) => state === undefined || isInState(each, state));
      return pageOf(items, page, newest);
    },
    async update(microcredential) {
      const key = at(microcredential.institutionId, microcredential.id);
      const { id, institutionId, slug, createdAt } = tables().microcredentials.get(key) ?? microcredential;
      tables().microcredentials.set(key, clone({ ...microcredential, id, institutionId, slug, createdAt }));
    },
    async insertVersion(published) {
      const key = at(published.institutionId, published.microcredentialId, published.number);
      if (tables().versions.has(key)) throw new DomainError('already-exists', 'This version is published already.');
      tables().versions.set(key, clone(published));
    },
    async findVersion(institutionId, microcredentialId, number) {
      return clone(version(institutionId, microcredentialId, number));
    },
    async versions(institutionId, microcredentialId) {
      return clone(
        [...tables().versions.values()]
          .filter((each) => each.institutionId === institutionId && each.microcredentialId === microcredentialId)
          .sort((one, other) => one.number - other.number),
      );
    },
    async catalogue(page, institutionId) {
      const entries = [...tables().microcredentials.values()]
        .filter((each) => institutionId === undefined || each.institutionId === institutionId)
        .flatMap((each): PublishedEntry[] => {
          const newestVersion = version(each.institutionId, each.id, each.publishedVersion ?? 0);
          const institution = tables().institutions.get(each.institutionId);
          if (each.withdrawnAt || !newestVersion || !institution) return [];
          return [{ institution, microcredentialSlug: each.slug, version: newestVersion }];
        });
      return pageOf(entries, page, (entry) => [
        entry.version.publishedAt.toISOString(),
        entry.version.microcredentialId,
      ]);
    },
  };
};

export const createOfferings = (tables: Now): Offerings => ({
  async insert(offering) {
    tables().offerings.set(at(offering.institutionId, offering.id), clone(offering));
  },
  async find(institutionId, id) {
    return clone(tables().offerings.get(at(institutionId, id)));
  },
  async upcoming(institutionId, microcredentialId, today, limit) {
    const items = [...tables().offerings.values()].filter(
      (each) =>
        each.institutionId === institutionId &&
        each.microcredentialId === microcredentialId &&
        each.endDate >= today &&
        !each.cancelledAt,
    );
    return clone(items.sort((one, other) => (one.startDate < other.startDate ? -1 : 1)).slice(0, limit));
  },
  async list(institutionId, microcredentialId, page) {
    const items = [...tables().offerings.values()].filter(
      (each) => each.institutionId === institutionId && each.microcredentialId === microcredentialId,
    );
    return pageOf(items, page, ({ startDate, id }) => [startDate, id], 'ascending');
  },
});

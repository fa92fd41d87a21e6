import type { Handler } from '../../operation.ts';
import { toInstitution } from '../../representations/institution.ts';

export const listInstitutions: Handler<'listInstitutions'> = async (_, { institutions, addresses }) => ({
  status: 200,
  body: { items: (await institutions.list()).map((institution) => toInstitution(institution, addresses)) },
});

export const readInstitution: Handler<'readInstitution'> = async ({ path }, { institutions, addresses }) => ({
  status: 200,
  body: toInstitution(await institutions.bySlug(path.institution), addresses),
});

export const readMe: Handler<'readMe'> = async ({ actor }, { institutions }) => {
  const { slug } = await institutions.byId(actor.institutionId);
  return { status: 200, body: { institution: slug, kind: actor.kind, id: actor.id, roles: actor.roles } };
};

export const listStaff: Handler<'listStaff'> = async ({ actor, path }, { staffDirectory }) => ({
  status: 200,
  body: {
    items: (await staffDirectory.list(actor, path.institution)).map(({ id, name, roles }) => ({ id, name, roles })),
  },
});

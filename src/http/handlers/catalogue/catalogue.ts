import type { Handler } from '../../operation.ts';
import { toCatalogueEntry, toVersion } from '../../representations/catalogue.ts';
import { draftAnswer } from './draft-answer.ts';
import { precondition } from './draft-tag.ts';
import { pageRequest, toPage } from '../paging.ts';

export const listCatalogue: Handler<'listCatalogue'> = async ({ query }, { catalogue, institutions, addresses }) => {
  const { institution: slug, exampleToReuse } = query;
  const filter = {
    ...(slug !== undefined && { institutionId: (await institutions.bySlug(slug)).id }),
    isExample: exampleToReuse === '1',
  };
  const page = await catalogue.list(pageRequest(query), filter);
  return { status: 200, body: toPage(page, (entry) => toCatalogueEntry(entry, addresses)) };
};

export const publishMicrocredential: Handler<'publishMicrocredential'> = async (
  { actor, path, headers, body },
  { catalogue, addresses },
) => {
  const seen = precondition(headers['If-Match']);
  const published = await catalogue.publish(actor, path.institution, path.microcredential, body.decision, seen);
  const version = toVersion(published, addresses);
  return { status: 201, body: version, headers: { Location: version.address } };
};

export const withdrawMicrocredential: Handler<'withdrawMicrocredential'> = async (
  { actor, path, headers },
  { catalogue, addresses },
) => {
  const withdrawn = await catalogue.withdraw(actor, path.institution, path.microcredential);
  return { status: 200, ...draftAnswer(withdrawn, addresses, headers) };
};

export const listVersions: Handler<'listVersions'> = async ({ path }, { catalogue, addresses }) => ({
  status: 200,
  body: {
    items: (await catalogue.versions(path.institution, path.microcredential)).map((version) =>
      toVersion(version, addresses),
    ),
  },
});

export const readVersion: Handler<'readVersion'> = async ({ path }, { catalogue, addresses }) => {
  const published = await catalogue.version(path.institution, path.microcredential, Number(path.version));
  return { status: 200, body: toVersion(published, addresses), etag: published.version.digest };
};

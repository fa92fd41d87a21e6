import type { Handler } from '../../operation.ts';
import { toOffering } from '../../representations/catalogue.ts';
import { pageRequest, toPage } from '../paging.ts';

export const createOffering: Handler<'createOffering'> = async ({ actor, path, body }, { offerings, addresses }) => {
  const offered = await offerings.create(actor, path.institution, path.microcredential, body);
  const Location = `/api/v1/institutions/${path.institution}/offerings/${offered.offering.id}`;
  return { status: 201, body: toOffering(offered, addresses), headers: { Location } };
};

export const listOfferings: Handler<'listOfferings'> = async ({ path, query }, { offerings, addresses }) => ({
  status: 200,
  body: toPage(await offerings.list(path.institution, path.microcredential, pageRequest(query)), (offered) =>
    toOffering(offered, addresses),
  ),
});

export const readOffering: Handler<'readOffering'> = async ({ path }, { offerings, addresses }) => ({
  status: 200,
  body: toOffering(await offerings.read(path.institution, path.offering), addresses),
});

export const cancelOffering: Handler<'cancelOffering'> = async ({ actor, path, body }, { offerings, addresses }) => ({
  status: 200,
  body: toOffering(await offerings.cancel(actor, path.institution, path.offering, body.reason), addresses),
});

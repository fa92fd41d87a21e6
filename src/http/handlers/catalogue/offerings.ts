import type { OfferingView } from '../../../services/catalogue/offerings.ts';
import type { Services } from '../../../services/index.ts';
import type { Handler } from '../../operation.ts';
import { toOffering } from '../../representations/catalogue.ts';
import { demandPrecondition, offeringTag } from './offering-tag.ts';
import { pageRequest, toPage } from '../paging.ts';

const answer = async (view: OfferingView, { offerings, addresses }: Pick<Services, 'offerings' | 'addresses'>) => ({
  body: toOffering(view, addresses),
  etag: offeringTag(await offerings.digestOf(view.offering), view.state),
});

export const createOffering: Handler<'createOffering'> = async ({ actor, path, body }, services) => {
  const offered = await services.offerings.create(actor, path.institution, path.microcredential, body);
  const Location = `/api/v1/institutions/${path.institution}/offerings/${offered.offering.id}`;
  return { status: 201, ...(await answer(offered, services)), headers: { Location } };
};

export const listOfferings: Handler<'listOfferings'> = async ({ path, query }, { offerings, addresses }) => ({
  status: 200,
  body: toPage(await offerings.list(path.institution, path.microcredential, pageRequest(query)), (offered) =>
    toOffering(offered, addresses),
  ),
});

export const readOffering: Handler<'readOffering'> = async ({ path }, services) => ({
  status: 200,
  ...(await answer(await services.offerings.read(path.institution, path.offering), services)),
});

export const updateOffering: Handler<'updateOffering'> = async ({ actor, path, headers, body }, services) => {
  const seen = demandPrecondition(headers['If-Match']);
  const changed = await services.offerings.change(actor, path.institution, path.offering, { seen, input: body });
  return { status: 200, ...(await answer(changed, services)) };
};

export const cancelOffering: Handler<'cancelOffering'> = async ({ actor, path, body }, services) => ({
  status: 200,
  ...(await answer(await services.offerings.cancel(actor, path.institution, path.offering, body.reason), services)),
});

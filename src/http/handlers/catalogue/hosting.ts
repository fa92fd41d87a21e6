import type { HostingAct } from '../../../domain/catalogue/run/hosting.ts';
import type { Actor } from '../../../domain/institution/staff.ts';
import type { Services } from '../../../services/index.ts';
import type { Handler } from '../../operation.ts';
import { toHostingAgreement, toOffering } from '../../representations/catalogue.ts';
import { pageRequest, toPage } from '../paging.ts';

export const offerHosting: Handler<'offerHosting'> = async ({ actor, path, body }, { hosting, addresses }) => {
  const offered = await hosting.offer(actor, path.institution, path.microcredential, body);
  const Location = `/api/v1/institutions/${path.institution}/hosting-agreements/${offered.agreement.id}`;
  return { status: 201, body: toHostingAgreement(offered, addresses), headers: { Location } };
};

export const listHostingAgreements: Handler<'listHostingAgreements'> = async (
  { actor, path, query },
  { hosting, addresses },
) => ({
  status: 200,
  body: toPage(await hosting.list(actor, path.institution, pageRequest(query)), (one) =>
    toHostingAgreement(one, addresses),
  ),
});

export const readHostingAgreement: Handler<'readHostingAgreement'> = async (
  { actor, path },
  { hosting, addresses },
) => ({
  status: 200,
  body: toHostingAgreement(await hosting.read(actor, path.institution, path.agreement), addresses),
});

type Asked = Readonly<{ actor: Actor; path: Readonly<{ institution: string; agreement: string }> }>;

const acting =
  (act: HostingAct) =>
  async ({ actor, path }: Asked, { hosting, addresses }: Services) => ({
    status: 200 as const,
    body: toHostingAgreement(await hosting.act(actor, path.institution, path.agreement, act), addresses),
  });

export const acceptHosting: Handler<'acceptHosting'> = acting('accept');
export const declineHosting: Handler<'declineHosting'> = acting('decline');
export const endHosting: Handler<'endHosting'> = acting('end');

export const createHostedOffering: Handler<'createHostedOffering'> = async (
  { actor, path, body },
  { offerings, addresses },
) => {
  const offered = await offerings.createHosted(actor, path.institution, path.agreement, body);
  const Location = `/api/v1/institutions/${path.institution}/offerings/${offered.offering.id}`;
  return { status: 201, body: toOffering(offered, addresses), headers: { Location } };
};

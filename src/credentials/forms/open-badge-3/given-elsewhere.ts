import type { Addresses } from '../../../domain/addresses/addresses.ts';
import type { Institution } from '../../../domain/institution/institution.ts';
import type { CredentialFacts } from '../../../services/ports/index.ts';
import { iriOf } from '../../document/codes.ts';
import { withoutEmpty } from './achievement.ts';

type Parties = Pick<CredentialFacts, 'institution' | 'issuer' | 'host'>;

/**
 * Who gave the course where its owner did not, and whose course it is where the host awards. The issuer is described
 * once, as the issuer; the achievement names its owner by an id alone where it awards it, so here the owner is described.
 */
export function givenElsewhere(
  addresses: Addresses,
  { institution: owner, issuer, host }: Parties,
): Record<string, unknown> {
  if (host.slug === owner.slug) return {};
  const body = (one: Institution) =>
    withoutEmpty({
      id: addresses.did(one.slug),
      ...(one.slug !== issuer.slug && {
        legalName: one.name,
        country: iriOf('country', one.country),
        homepage: one.homepage,
      }),
    });
  return {
    providedBy: body(host),
    ...(issuer.slug === host.slug && { awardingBody: body(host), courseOwner: body(owner) }),
  };
}

import { createAddresses } from '../../../domain/addresses/addresses.ts';
import { institutionIn, readPath } from '../../../domain/addresses/grammar.ts';
import { isObject } from '../../../domain/shared/json.ts';
import { sameId } from '../../document/identifiers.ts';
import { idOf, objectsOf, textOf } from '../../document/values.ts';
import { didWebFolder } from '../../keys/did-web.ts';
import type { OwnPlaces } from '../own-places.ts';
import type { Claim } from './claims.ts';

/** A course of another institution than the one that awards it, both at one service. */
export type ForeignCourse = Readonly<{
  /** The DID of whose course it is. */
  owner: string;
  /** Where its owner says who else gives and awards it. */
  microcredential: string;
  version: number;
}>;

/**
 * What a document says where its issuer gives the course of another institution of the same service and awards it. It
 * says so by `courseOwner`; whether the owner agrees is for the owner's own page to say.
 */
export function foreignCourseOf(
  { id, subject }: Pick<Claim, 'id' | 'subject'>,
  issuer: string,
  own: OwnPlaces,
): ForeignCourse | undefined {
  const said = idOf(subject['courseOwner']);
  if (id === undefined || said === undefined || !URL.canParse(id)) return undefined;
  const { origin, pathname } = new URL(id);
  const addresses = own.isOurs(id) ? own.addresses : createAddresses(origin);
  const address = readPath(pathname);
  const slug = institutionIn(pathname);
  const isOneService = didWebFolder(issuer, own.addresses)?.startsWith(`${addresses.base}/institutions/`) === true;
  if (address?.name !== 'version' || slug === undefined || !isOneService) return undefined;
  const owner = addresses.did(slug);
  if (!sameId(said, owner) || sameId(issuer, owner)) return undefined;
  const { institution, microcredential, number } = address.parts;
  return { owner, microcredential: addresses.microcredential(institution, microcredential), version: Number(number) };
}

/** Whether the owner says that this institution gives this version and awards it, now or before. */
export const isAgreed = (document: unknown, issuer: string, { version }: ForeignCourse): boolean =>
  isObject(document) &&
  objectsOf(document['givenElsewhere']).some(
    (one) => sameId(textOf(one['institution']), issuer) && one['version'] === version && one['awards'] === true,
  );

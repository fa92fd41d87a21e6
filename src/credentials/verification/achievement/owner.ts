import { createAddresses, type Addresses } from '../../../domain/addresses/addresses.ts';
import { readPath } from '../../../domain/addresses/grammar.ts';
import { isObject } from '../../../domain/shared/json.ts';
import { sameId } from '../../document/identifiers.ts';
import { idOf, isUrl, objectsOf, textOf } from '../../document/values.ts';
import { didWebFolder } from '../../keys/did-web.ts';
import type { OwnPlaces } from '../own-places.ts';
import type { Claim } from './claims.ts';

/** A version of a course of another institution than the one that awards it, both at one service of this software. */
export type ForeignCourse = Readonly<{
  /** The DID of whose course it is. */
  owner: string;
  /** Whether the document says itself whose course it is. */
  isSaid: boolean;
  /** Where its owner says who else gives and awards it. */
  microcredential: string;
  version: number;
}>;

const serviceOf = (url: URL, own: OwnPlaces): Addresses =>
  own.isOurs(url.href) ? own.addresses : createAddresses(url.origin);

/**
 * The course that a claim is about, where it is another institution's of the issuer's service. The document says whose by
 * `courseOwner`; whether the owner agrees is for the owner's own page to say.
 */
export function foreignCourseOf(
  { id, subject }: Pick<Claim, 'id' | 'subject'>,
  issuer: string,
  own: OwnPlaces,
): ForeignCourse | undefined {
  if (!isUrl(id)) return undefined;
  const url = new URL(id);
  const address = readPath(url.pathname);
  if (address?.name !== 'version') return undefined;
  const addresses = serviceOf(url, own);
  const isOneService = didWebFolder(issuer, own.addresses)?.startsWith(`${addresses.base}/institutions/`) === true;
  if (!isOneService) return undefined;
  const { institution, microcredential, number } = address.parts;
  const owner = addresses.did(institution);
  if (sameId(issuer, owner)) return undefined;
  return {
    owner,
    isSaid: sameId(idOf(subject['courseOwner']), owner),
    microcredential: addresses.microcredential(institution, microcredential),
    version: Number(number),
  };
}

/** Whether the owner says that this institution gives this version and awards it, now or before. */
export const isAgreed = (document: unknown, issuer: string, { version }: ForeignCourse): boolean =>
  isObject(document) &&
  objectsOf(document['givenElsewhere']).some(
    (one) => sameId(textOf(one['institution']), issuer) && one['version'] === version && one['awards'] === true,
  );

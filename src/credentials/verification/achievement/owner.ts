import { createAddresses, type Addresses } from '../../../domain/addresses/addresses.ts';
import { readPath } from '../../../domain/addresses/grammar.ts';
import { isObject } from '../../../domain/shared/json.ts';
import { sameId } from '../../document/identifiers.ts';
import { idOf, isUrl, objectsOf, textOf } from '../../document/values.ts';
import { didWebFolder } from '../../keys/did-web.ts';
import type { OwnPlaces } from '../own-places.ts';
import type { Claim } from './claims.ts';

/** A version of a course at a service of this software, by its address. */
export type CourseVersion = Readonly<{
  /** The DID of whose course it is. */
  owner: string;
  /** Where its owner says who else gives and awards it. */
  microcredential: string;
  version: number;
  /** The addresses of that service. */
  service: Addresses;
}>;

/** One of another institution than the one that awards it, both at one service of this software. */
export type ForeignCourse = CourseVersion &
  Readonly<{
    /** Whether the document says itself whose course it is. */
    isSaid: boolean;
  }>;

const serviceOf = (url: URL, own: OwnPlaces): Addresses =>
  own.isOurs(url.href) ? own.addresses : createAddresses(url.origin);

/** Undefined for whatever else stands at the address. */
export function courseAt(id: string | undefined, own: OwnPlaces): CourseVersion | undefined {
  if (!isUrl(id) || !URL.canParse(id)) return undefined;
  const url = new URL(id);
  const address = readPath(url.pathname);
  if (address?.name !== 'version') return undefined;
  const addresses = serviceOf(url, own);
  const { institution, microcredential, number } = address.parts;
  return {
    owner: addresses.did(institution),
    microcredential: addresses.microcredential(institution, microcredential),
    version: Number(number),
    service: addresses,
  };
}

/**
 * The course that a claim is about, where it is another institution's of the issuer's service. The document says whose by
 * `courseOwner`; whether the owner agrees is for the owner's own page to say.
 */
export function foreignCourseOf(
  { id, subject }: Pick<Claim, 'id' | 'subject'>,
  issuer: string,
  own: OwnPlaces,
): ForeignCourse | undefined {
  const course = courseAt(id, own);
  if (!course || sameId(issuer, course.owner)) return undefined;
  const folder = `${course.service.base}/institutions/`;
  const isOneService = didWebFolder(issuer, own.addresses)?.startsWith(folder) === true;
  return isOneService ? { ...course, isSaid: sameId(idOf(subject['courseOwner']), course.owner) } : undefined;
}

/** What the owner says of an institution that gives this version, now or before: whether it awards it, too. */
export function agreementWith(
  document: unknown,
  institution: string,
  { version }: CourseVersion,
): 'gives' | 'awards' | undefined {
  if (!isObject(document)) return undefined;
  const found = objectsOf(document['givenElsewhere']).filter(
    (one) => one['version'] === version && sameId(textOf(one['institution']), institution),
  );
  if (found.length === 0) return undefined;
  return found.some(({ awards }) => awards === true) ? 'awards' : 'gives';
}

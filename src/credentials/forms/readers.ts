import type { DocumentKind } from '../../domain/verification/verification.ts';
import type { Readable } from '../document/recognised.ts';
import { readJsonLd } from './json-ld-reading.ts';
import { readJwt } from './jwt-reading.ts';

/**
 * How each kind of document that is checked is read; those that are not here are told apart, and no more. The verifier
 * takes this half of the forms, also in a browser, so nothing here composes or signs.
 */
export const readers = {
  credential: readJsonLd,
  jwt: readJwt,
} as const satisfies Readonly<Partial<Record<DocumentKind, (received: never) => Readable>>>;

export type ReadKind = keyof typeof readers;

import { eduidSubject, eppn, europeanStudentIdentifier } from './academic.ts';
import { henkilotunnus, oppijanumero } from './finnish.ts';
import type { IdentifierRow } from './kind.ts';
import { personnummer, samordningsnummer } from './swedish.ts';

/** The kinds of identifier whose form is known; a number of an institution’s own has no row. */
export const identifierKinds = [
  personnummer,
  samordningsnummer,
  henkilotunnus,
  oppijanumero,
  eduidSubject,
  eppn,
  europeanStudentIdentifier,
] as const satisfies readonly IdentifierRow[];
export type KnownKind = (typeof identifierKinds)[number]['kind'];

export const identifierKind = (kind: string): IdentifierRow | undefined =>
  identifierKinds.find((row) => row.kind === kind);

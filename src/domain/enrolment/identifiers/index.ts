import { eduidSubject, europeanStudentIdentifier } from './academic.ts';
import { henkilotunnus, oppijanumero } from './finnish.ts';
import type { IdentifierRow } from './kind.ts';
import { personnummer, samordningsnummer } from './swedish.ts';

/** The kinds of identifier whose form is known; a number of an institution’s own has no row. */
export const identifierKinds: readonly IdentifierRow[] = [
  personnummer,
  samordningsnummer,
  henkilotunnus,
  oppijanumero,
  eduidSubject,
  europeanStudentIdentifier,
];

export const identifierKind = (kind: string): IdentifierRow | undefined =>
  identifierKinds.find((row) => row.kind === kind);

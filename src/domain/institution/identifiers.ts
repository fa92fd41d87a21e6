import { luhnDigit } from '../shared/check-digits.ts';
import { DomainError, type Violation } from '../shared/errors.ts';
import type { Label } from '../shared/language.ts';

type Row = Readonly<{
  label: Label;
  /** How it is written, in words. */
  form: string;
  hasForm: RegExp;
  /** Whether its last characters fit the others, where it has such. */
  fits?: (value: string) => boolean;
  /** The country that gives it; none where any institution may have one. */
  country?: string;
  /** Where its register shows it. */
  address?: (value: string) => string;
}>;

const weightsOfYTunnus = [7, 9, 10, 5, 8, 4, 2];
/** A remainder of 1 is given to nobody (Finnish Tax Administration, check digit of the Business ID). */
function fitsYTunnus(value: string): boolean {
  const sum = weightsOfYTunnus.reduce((total, weight, index) => total + weight * Number(value[index]), 0);
  const rest = sum % 11;
  return rest !== 1 && Number(value.at(-1)) === (rest === 0 ? 0 : 11 - rest);
}

const base32 = '0123456789abcdefghjkmnpqrstvwxyz';
/** ROR: Crockford's base 32 and two digits by ISO/IEC 7064, MOD 97-10. */
function fitsRor(value: string): boolean {
  const name = value.slice(-9);
  const number = [...name.slice(0, 7)].reduce((total, digit) => total * 32 + base32.indexOf(digit), 0);
  // Below 2^40, so exact.
  return Number(name.slice(7)) === 98 - ((number * 100) % 97);
}

/** The registers that know an institution. */
const rows = {
  'organisation-number': {
    label: { sv: 'Organisationsnummer', fi: 'Ruotsalainen organisaationumero', en: 'Swedish organisation number' },
    form: 'ten digits with a hyphen before the last four, of which the third is at least 2',
    hasForm: /^\d{2}[2-9]\d{3}-\d{4}$/,
    fits: (value) => luhnDigit(value.replace('-', '').slice(0, 9)) === Number(value.at(-1)),
    country: 'SE',
  },
  'y-tunnus': {
    label: { sv: 'FO-nummer', fi: 'Y-tunnus', en: 'Finnish Business ID' },
    form: 'seven digits, a hyphen and one digit',
    hasForm: /^\d{7}-\d$/,
    fits: fitsYTunnus,
    country: 'FI',
  },
  /** As it stands in the certificate of its seal: ETSI EN 319 412-1 §5.1.4. */
  eidas: {
    label: { sv: 'eIDAS-identifierare', fi: 'eIDAS-tunniste', en: 'eIDAS legal identifier' },
    form: 'VAT, NTR, PSD or LEI, two letters of the country, a hyphen and the number, such as NTRSE-202100-1234',
    hasForm: /^(?:VAT|NTR|PSD|LEI)[A-Z]{2}-[0-9A-Za-z][0-9A-Za-z.\-/]{0,58}$/,
  },
  ror: {
    label: { sv: 'ROR', fi: 'ROR', en: 'ROR' },
    form: 'https://ror.org/ and nine characters, of which the first is 0 and the last two are digits',
    hasForm: /^https:\/\/ror\.org\/0[a-hj-km-np-tv-z0-9]{6}\d{2}$/,
    fits: fitsRor,
    address: (value) => value,
  },
  /** The Participant Identification Code of the Commission's Funding and Tenders Portal. */
  pic: {
    label: { sv: 'PIC', fi: 'PIC', en: 'PIC' },
    form: 'nine digits',
    hasForm: /^[1-9]\d{8}$/,
  },
  /** The domain that is its `schacHomeOrganization` (SCHAC 1.6). */
  schac: {
    label: { sv: 'SCHAC', fi: 'SCHAC', en: 'SCHAC' },
    form: 'the domain of the institution, in lower case, such as example.se',
    hasForm: /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
  },
} as const satisfies Readonly<Record<string, Row>>;

export type InstitutionIdentifierKind = keyof typeof rows;
export type InstitutionIdentifier = Readonly<{ kind: InstitutionIdentifierKind; value: string }>;
export const identifierRows: Readonly<Record<InstitutionIdentifierKind, Row>> = rows;
export const institutionIdentifierKinds = Object.keys(rows) as readonly InstitutionIdentifierKind[];

export const isRor = (value: string): boolean => rows.ror.hasForm.test(value) && rows.ror.fits(value);

/** What is wrong with one, by its form alone: nobody is asked. */
export function identifierFault({ kind, value }: InstitutionIdentifier, country: string): string | undefined {
  const row = identifierRows[kind];
  if (row.country !== undefined && row.country !== country)
    return `${row.label.en}: an institution in ${country} has none.`;
  if (!row.hasForm.test(value)) return `${row.label.en}: ${row.form}.`;
  return row.fits?.(value) === false
    ? `${row.label.en}: the check at its end does not fit. Look for a mistyped character.`
    : undefined;
}

/** The faults of all that an institution says it is registered with; of each kind it has one. */
export const identifierFaults = (identifiers: readonly InstitutionIdentifier[], country: string): Violation[] =>
  identifiers.flatMap((one, index) => {
    const isAgain = identifiers.findIndex(({ kind }) => kind === one.kind) < index;
    const detail = isAgain ? `There is one ${one.kind} already.` : identifierFault(one, country);
    return detail === undefined ? [] : [{ pointer: `#/identifiers/${index}/value`, detail }];
  });

/** Throws `content-invalid` where one of them cannot be what it says. */
export function demandIdentifiers({
  identifiers = [],
  country,
}: Readonly<{ identifiers?: readonly InstitutionIdentifier[]; country: string }>): void {
  const violations = identifierFaults(identifiers, country);
  if (violations.length > 0)
    throw new DomainError('content-invalid', 'These are not identifiers of this institution.', { violations });
}

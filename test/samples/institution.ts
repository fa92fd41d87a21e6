import type { Institution } from '../../src/domain/institution/institution.ts';
import type { InstitutionInput } from '../../src/services/institution/institutions.ts';

/** The institution of the tests: a Swedish authority where a second person approves. Others are this with a difference. */
export const swedish: InstitutionInput = {
  slug: 'provsjo',
  name: { sv: 'Provsjö högskola', fi: 'Provsjön korkeakoulu', en: 'Provsjö University College' },
  homepage: 'https://provsjo.example/',
  country: 'SE',
  kind: 'public-authority',
  publicRecordsDuty: true,
  archiveDuty: true,
  defaultLocale: 'sv-SE',
  review: 'required',
  units: [{ code: 'VA', name: { sv: 'Vatten' } }],
};

/** A Finnish one where nobody has to approve. */
export const finnish: InstitutionInput = {
  ...swedish,
  slug: 'koesaari',
  name: { sv: 'Koesaari universitet', fi: 'Koesaaren yliopisto', en: 'Koesaari University' },
  homepage: 'https://koesaari.example/',
  country: 'FI',
  kind: 'foundation',
  defaultLocale: 'sv-FI',
  review: 'waived',
  units: [{ code: 'VESI', name: { sv: 'Vattenenheten', fi: 'Vesiyksikkö' } }],
};

/** As it is once it is kept, with what is different about it. */
export function institutionOf(
  more: Partial<Institution> & Pick<Institution, 'id' | 'createdAt'>,
  input = swedish,
): Institution {
  const { units: _, ...kept } = input;
  return { ...kept, ...more };
}

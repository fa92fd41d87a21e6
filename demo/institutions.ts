import type { Institution } from '../src/domain/institution/institution.ts';
import type { LanguageMap } from '../src/domain/shared/language.ts';
import type { Role } from '../src/domain/institution/staff.ts';

export type DemoInstitutionSlug = 'fjallsjo' | 'skargarden' | 'holmvik';

/** What a member of the staff is there for in the demo. The examiner has no role in the service: a registrar records the results. */
export type DemoStaffKey = 'editor' | 'reviewer' | 'registrar' | 'issuer' | 'admin' | 'confidential' | 'examiner';

export type DemoInstitution = Readonly<
  Required<Omit<Institution, 'id' | 'slug' | 'createdAt' | 'archiveClasses'>> &
    Pick<Institution, 'archiveClasses'> & {
      slug: DemoInstitutionSlug;
      units: readonly Readonly<{ code: string; name: LanguageMap }>[];
      staff: readonly Readonly<{ key: DemoStaffKey; name: string; roles: readonly Role[] }>[];
    }
>;

/* Three invented institutions; nothing and nobody here exists, and each name says so in every language. */

export const fjallsjo: DemoInstitution = {
  slug: 'fjallsjo',
  name: {
    sv: 'Fjällsjö demohögskola',
    fi: 'Fjällsjön demokorkeakoulu',
    en: 'Fjällsjö Demo University College',
  },
  country: 'SE',
  kind: 'public-authority',
  courseCertificate: 'register',
  identifiers: [
    { kind: 'organisation-number', value: '999999-9999' },
    { kind: 'ror', value: 'https://ror.org/0fja11s71' },
    { kind: 'schac', value: 'fjallsjo.invalid' },
  ],
  publicRecordsDuty: true,
  archiveDuty: true,
  archiveClasses: {
    result: { code: 'DEMO 3.2', text: 'Resultat på kurs' },
    award: { code: 'DEMO 3.3', text: 'Intyg över genomgången kurs', years: 50 },
  },
  defaultLocale: 'sv-SE',
  review: 'required',
  accent: '#1d4e73',
  homepage: 'https://demo.invalid/fjallsjo',
  units: [
    {
      code: 'DPT',
      name: {
        sv: 'Institutionen för data- och produktionsteknik',
        fi: 'Tieto- ja tuotantotekniikan laitos',
        en: 'Department of Computing and Production Engineering',
      },
    },
    {
      code: 'UPP',
      name: {
        sv: 'Enheten för uppdragsutbildning',
        fi: 'Räätälöidyn koulutuksen yksikkö',
        en: 'Unit for Commissioned Education',
      },
    },
  ],
  staff: [
    { key: 'editor', name: 'Ylva Kvistholm', roles: ['editor'] },
    { key: 'reviewer', name: 'Anders Myrkulla', roles: ['reviewer'] },
    { key: 'registrar', name: 'Fatima Björnvall', roles: ['registrar'] },
    { key: 'issuer', name: 'Sten-Åke Forsmyr', roles: ['issuer'] },
    { key: 'admin', name: 'Petra Demovik', roles: ['admin'] },
    { key: 'confidential', name: 'Karin Tystbäck', roles: ['registrar', 'confidential'] },
    { key: 'examiner', name: 'Isak Råbergsson', roles: [] },
  ],
};

export const skargarden: DemoInstitution = {
  slug: 'skargarden',
  name: {
    sv: 'Skärgårdens demouniversitet',
    fi: 'Saariston demoyliopisto',
    en: 'Archipelago Demo University',
  },
  country: 'FI',
  kind: 'foundation',
  courseCertificate: 'here',
  identifiers: [
    { kind: 'y-tunnus', value: '9999999-2' },
    { kind: 'ror', value: 'https://ror.org/0skarga36' },
  ],
  // The Finnish Universities Act (558/2009) puts its foundations under the law on public records as well.
  publicRecordsDuty: true,
  archiveDuty: true,
  archiveClasses: {
    result: { code: 'DEMO 12.4', text: 'Studieprestationer' },
    award: { code: 'DEMO 12.5', text: 'Intyg över kurser' },
  },
  defaultLocale: 'sv-FI',
  review: 'waived',
  accent: '#7a2f3d',
  homepage: 'https://demo.invalid/skargarden',
  units: [
    {
      code: 'TEK',
      name: {
        sv: 'Fakulteten för teknik och material',
        fi: 'Tekniikan ja materiaalien tiedekunta',
        en: 'Faculty of Engineering and Materials',
      },
    },
    {
      code: 'KON',
      name: {
        sv: 'Centret för kontinuerligt lärande',
        fi: 'Jatkuvan oppimisen keskus',
        en: 'Centre for Continuous Learning',
      },
    },
  ],
  staff: [
    { key: 'editor', name: 'Camilla Storkobb', roles: ['editor'] },
    { key: 'reviewer', name: 'Henrik Vidskär', roles: ['reviewer'] },
    { key: 'registrar', name: 'Päivi Lehtoluoto', roles: ['registrar'] },
    { key: 'issuer', name: 'Nils-Erik Gråharu', roles: ['issuer'] },
    { key: 'admin', name: 'Sanna Demolahti', roles: ['admin'] },
    { key: 'confidential', name: 'Outi Hiljaranta', roles: ['registrar', 'confidential'] },
    { key: 'examiner', name: 'Rurik Utterklippa', roles: [] },
  ],
};

/** It gives a course of Skärgården, and awards none of its own. */
export const holmvik: DemoInstitution = {
  slug: 'holmvik',
  name: {
    sv: 'Holmviks demofolkhögskola',
    fi: 'Holmvikin demokansanopisto',
    en: 'Holmvik Demo Folk High School',
  },
  country: 'FI',
  kind: 'foundation',
  courseCertificate: 'here',
  identifiers: [{ kind: 'y-tunnus', value: '9999998-4' }],
  publicRecordsDuty: false,
  archiveDuty: false,
  defaultLocale: 'fi',
  review: 'required',
  accent: '#3f5f2e',
  homepage: 'https://demo.invalid/holmvik',
  units: [
    { code: 'ALL', name: { sv: 'Allmänna linjer', fi: 'Yleiset linjat', en: 'General Programmes' } },
    {
      code: 'AVO',
      name: { sv: 'Öppna studier', fi: 'Avoimet opinnot', en: 'Open Studies' },
    },
  ],
  staff: [
    { key: 'editor', name: 'Kaisa Niittyvuori', roles: ['editor'] },
    { key: 'reviewer', name: 'Jarmo Kivikangas', roles: ['reviewer'] },
    { key: 'registrar', name: 'Liisa Koivuselkä', roles: ['registrar'] },
    { key: 'issuer', name: 'Ville Havuharju', roles: ['issuer'] },
    { key: 'admin', name: 'Tarja Demoniemi', roles: ['admin'] },
    { key: 'confidential', name: 'Eero Vaitiojärvi', roles: ['registrar', 'confidential'] },
    { key: 'examiner', name: 'Mikael Lammassaari', roles: [] },
  ],
};

export const demoInstitutions: readonly DemoInstitution[] = [fjallsjo, skargarden, holmvik];

import type { ArchiveClasses } from './archive-class.ts';
import type { InstitutionIdentifier } from './identifiers.ts';
import type { LanguageMap, Locale } from '../shared/language.ts';
import type { CountryCode } from '../../generated/vocab.ts';

export const institutionKinds = [
  'public-authority',
  /** A university that is a person of public law of its own (yliopistolaki 1 §). */
  'public-law-university',
  'foundation',
  'limited-company',
  'municipality',
  'other',
] as const;
export type InstitutionKind = (typeof institutionKinds)[number];

/** `register`: the study register gives it and the service gives an "intyg"; `here`: the service gives what the law calls it. */
export const courseCertificates = ['register', 'here'] as const;
export type CourseCertificate = (typeof courseCertificates)[number];

export type Institution = Readonly<{
  id: string;
  /** Part of permanent addresses and of the DID; never changes. */
  slug: string;
  name: LanguageMap;
  country: CountryCode;
  kind: InstitutionKind;
  /** Whether anyone may ask for its documents (offentlighetsprincipen, julkisuuslaki). */
  publicRecordsDuty: boolean;
  /** Whether its results and awards must be archived, and so outlive a request for erasure. */
  archiveDuty: boolean;
  /** How they are archived, where there is the duty. */
  archiveClasses?: ArchiveClasses;
  defaultLocale: Locale;
  /** Whether a second person approves before publication. */
  review: 'required' | 'waived';
  /** Where the official certificate of a credit course comes from; absent: `register` (`certificateOf`). */
  courseCertificate?: CourseCertificate;
  /** The registers that know it. */
  identifiers?: readonly InstitutionIdentifier[];
  homepage?: string;
  /** Accent colour of its pages, `#rrggbb`. */
  accent?: string;
  createdAt: Date;
}>;

export type OrganisationalUnit = Readonly<{ id: string; institutionId: string; code: string; name: LanguageMap }>;

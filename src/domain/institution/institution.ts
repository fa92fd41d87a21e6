import type { LanguageMap, Locale } from '../shared/language.ts';
import type { CountryCode } from '../../generated/vocab.ts';

export type Institution = Readonly<{
  id: string;
  /** Part of permanent addresses and of the DID; never changes. */
  slug: string;
  name: LanguageMap;
  country: CountryCode;
  kind: 'public-authority' | 'foundation';
  /** Whether anyone may ask for its documents (offentlighetsprincipen, julkisuuslaki). */
  publicRecordsDuty: boolean;
  /** Whether its awards must be archived, and so outlive a request for erasure. */
  archiveDuty: boolean;
  defaultLocale: Locale;
  /** Whether a second person approves before publication. */
  review: 'required' | 'waived';
  homepage?: string;
  /** Accent colour of its pages, `#rrggbb`. */
  accent?: string;
  createdAt: Date;
}>;

export type OrganisationalUnit = Readonly<{ id: string; institutionId: string; code: string; name: LanguageMap }>;

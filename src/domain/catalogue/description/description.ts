import type { LanguageCode, LicenceCode, TargetGroupCode } from '../../../generated/vocab.ts';
import type { LanguageMap } from '../../shared/language.ts';

/** Who it is for: groups of the European list, in words, or both. */
export type TargetGroups = Readonly<{ codes?: readonly TargetGroupCode[]; text?: LanguageMap }>;

/** A subject of the institution's own list. Authors give the code; publication writes what it is called. */
export type Theme = Readonly<{ code: string; label: LanguageMap }>;

/** A theme that an institution sorts its courses by. */
export type InstitutionTheme = Theme & Readonly<{ institutionId: string }>;

/** Words to find it by, in each language. */
export type Keywords = Readonly<Partial<Record<LanguageCode, readonly string[]>>>;

/** Who paid for it, and what becomes of it when the money ends. */
export type Funding = Readonly<{
  programme: LanguageMap;
  project?: LanguageMap;
  code?: string;
  /** The last day that is paid for. */
  until?: string;
  /** The id of an emblem that the institution uploaded. */
  emblem?: string;
  /** What the programme wants to be said, such as "Co-funded by the European Union". */
  sentence?: LanguageMap;
  /** What happens to the course then. */
  then?: LanguageMap;
}>;

/** Offered to others as an example, with what worked. */
export type ExampleToReuse = Readonly<{ whatWorked: LanguageMap }>;

/** The published version that a description was copied from, as it stood. Never written by an author. */
export type Provenance = Readonly<{
  version: string;
  title: LanguageMap;
  institution: LanguageMap;
  licence?: LicenceCode;
}>;

/** For whom and about what it is, who paid for it, and what others may do with its description. */
export type Description = Readonly<{
  targetGroups?: TargetGroups;
  themes?: readonly Theme[];
  keywords?: Keywords;
  funding?: Funding;
  /** What others may do with the description. */
  licence?: LicenceCode;
  exampleToReuse?: ExampleToReuse;
  provenance?: Provenance;
}>;

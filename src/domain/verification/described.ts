import type { LanguageMap } from '../shared/language.ts';

/** An institution, or what else awards, gives or owns a course. */
export type NamedBody = Readonly<{
  id?: string;
  name: LanguageMap;
  country?: string;
  homepage?: string;
  /** Where several award: the day of the body's own decision. */
  decidedOn?: string;
}>;

/** What a certificate says of whom its course is for, what it is about, who paid, and what its description may be used for. */
export type DescribedClaim = Readonly<{
  targetGroups?: Readonly<{ codes?: readonly string[]; text?: LanguageMap }>;
  themes?: readonly Readonly<{ code: string; label?: LanguageMap }>[];
  keywords?: Readonly<Record<string, readonly string[]>>;
  funding?: Readonly<{
    programme?: LanguageMap;
    project?: LanguageMap;
    code?: string;
    sentence?: LanguageMap;
    /** SHA-256 of the funder's emblem, in hex. */
    emblem?: string;
  }>;
  licence?: string;
}>;

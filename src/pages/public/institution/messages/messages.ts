export type InstitutionMessages = Readonly<{
  institution: Readonly<{ lead: string; empty: string; homepage: string; coming: string }>;
}>;

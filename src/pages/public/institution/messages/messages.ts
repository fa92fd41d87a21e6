export type InstitutionMessages = Readonly<{
  institution: Readonly<{
    lead: string;
    empty: string;
    homepage: string;
    coming: string;
    /** Above the courses, where something stands before them. */
    courses: string;
  }>;
}>;

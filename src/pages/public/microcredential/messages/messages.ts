export type MicrocredentialMessages = Readonly<{
  course: Readonly<{
    outcomes: string;
    offerings: string;
    noOfferings: string;
    record: string;
    version: string;
    published: string;
    digest: string;
    digestMeaning: string;
    data: string;
    otherVersions: string;
    older: string;
    newest: string;
    withdrawn: string;
  }>;
}>;

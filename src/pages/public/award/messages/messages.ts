export type AwardMessages = Readonly<{
  award: Readonly<{
    title: string;
    lead(institution: string): string;
    holderOnly: string;
    verify: string;
    course: string;
  }>;
}>;

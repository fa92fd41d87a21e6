export type CertificateMessages = Readonly<{
  certificate: Readonly<{
    completed: string;
    /** Below the issuer: who gave the course, or whose course it is. */
    givenBy(institution: string): string;
    courseOf(institution: string): string;
    outcomesInRecord: string;
    grade: string;
    date: string;
    checkAgain: string;
    download: string;
    downloadText: string;
    json: string;
    printing: string;
    record: string;
    course: string;
    /** Where nobody may rely on it: that there is no copy to save, and where the evidence is. */
    noCopy: string;
    evidence: string;
  }>;
}>;

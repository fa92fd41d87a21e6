export type VerifyMessages = Readonly<{
  verify: Readonly<{
    title: string;
    lead: string;
    text: string;
    textHint: string;
    file: string;
    fileHint: string;
    submit: string;
    another: string;
    result: string;
    summary: string;
    summaryText: string;
    nothingYet: string;
    notAccepted: string;
    faults: Readonly<Record<'empty' | 'unreadable' | 'tooLarge' | 'tooDeep', string>>;
  }>;
}>;

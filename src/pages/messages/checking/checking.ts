import type { CheckName, Outcome, Verdict } from '../../../domain/verification.ts';

/** The word on a verdict: a revoked certificate with a successor is told apart. */
export type VerdictWord = Verdict | 'replaced';
type Said = Readonly<{ word: string; meaning: string }>;

/** What is said of a check: the verdict, each answer, and the page where anyone can ask. */
export type Checking = Readonly<{
  verdicts: Readonly<Record<VerdictWord, Said>>;
  checks: Readonly<Record<CheckName, Readonly<Record<Outcome, string>> & Readonly<{ name: string }>>>;
  /** What a failed check of the status found, where it is known. */
  statusFound: Readonly<Record<'revoked' | 'suspended', string>>;
  outcomes: Readonly<Record<Outcome, string>>;
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
    checks: string;
    source: string;
    time: string;
    document: string;
    detail: string;
    summary: string;
    summaryText: string;
    replacedBy: string;
    nothingYet: string;
    notAccepted: string;
    nameAsGiven: string;
    domain: string;
    faults: Readonly<Record<'empty' | 'unreadable' | 'notJson' | 'notObject' | 'tooLarge' | 'tooDeep', string>>;
  }>;
}>;

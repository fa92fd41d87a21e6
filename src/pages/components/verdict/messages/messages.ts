import type { CheckName, Outcome, Verdict } from '../../../../domain/verification/verification.ts';

type Said = Readonly<{ word: string; meaning: string }>;

/** What is said of a check: the verdict, each answer, and the page where anyone can ask. */
export type Checking = Readonly<{
  verdicts: Readonly<Record<Verdict, Said>>;
  /** Why it is not genuine: the check that failed. Said together with the meaning of that verdict. */
  invalidBecause: Readonly<Record<CheckName, string>>;
  /** Why it could not be checked, where that is no failure of ours or of a network. */
  unsigned: string;
  /** What to ask for where it cannot be read: cut off, or saved in another encoding. */
  askForWhole: string;
  checks: Readonly<Record<CheckName, Readonly<Record<Outcome, string>> & Readonly<{ name: string }>>>;
  /** A check that failed in a document of faulty form: by its form, or for another reason. */
  failedInFaultyForm: string;
  /** Of one of several seals that differ, which says nothing of the whole document. */
  sealAmongSeveral: Readonly<Record<'passed' | 'failed', string>>;
  /** The validity period, where something else than the period decides whether the certificate is in force. */
  periodOnly: string;
  /** What a passed check of the status read; `message` where no entry speaks of revocation or suspension. */
  statusRead: Readonly<Record<'both' | 'revocation' | 'suspension' | 'message', string>>;
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
    nothingYet: string;
    notAccepted: string;
    nameAsGiven: string;
    /** Beside that, where a key may stand for the issuer. */
    keyAlone: string;
    domain: string;
    fetchedFrom: string;
    /** Before the address of a link from which nothing could be fetched. */
    link: string;
    faults: Readonly<Record<'empty' | 'unreadable' | 'tooLarge' | 'tooDeep', string>>;
  }>;
}>;

import type { CredentialCheckName, Outcome, Verdict } from '../../../../domain/verification/verification.ts';

type Said = Readonly<{ word: string; meaning: string }>;

/** Words for the result of a check: the verdict, and what each check found. */
export type VerdictMessages = Readonly<{
  verdicts: Readonly<Record<Verdict, Said>>;
  /** Why it is not genuine: the check that failed. Said together with the meaning of that verdict. */
  invalidBecause: Readonly<Record<CredentialCheckName, string>>;
  /** Why it could not be checked, where that is no failure of ours or of a network. */
  unsigned: string;
  /** What to ask for where it cannot be read: cut off, or saved in another encoding. */
  askForWhole: string;
  checks: Readonly<Record<CredentialCheckName, Readonly<Record<Outcome, string>> & Readonly<{ name: string }>>>;
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
  /** Around the verdict and its checks: when, where, and what explains them. */
  found: Readonly<{
    checkedAt(moment: string): string;
    checks: string;
    source: string;
    time: string;
    document: string;
    detail: string;
    fetchedFrom: string;
    /** Before the address of a link from which nothing could be fetched. */
    link: string;
  }>;
}>;

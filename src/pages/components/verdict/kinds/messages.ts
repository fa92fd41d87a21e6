import type { DocumentKind, FetchFault } from '../../../../domain/verification/verification.ts';

/** What is always checked here: the document itself, or the certificates that it holds. */
export type CheckedKind = 'credential' | 'presentation';
export type UncheckedKind = Exclude<DocumentKind, CheckedKind>;

/** What was handed over, and what to ask for where that cannot be checked here. */
export type KindMessages = Readonly<{
  kinds: Readonly<Record<DocumentKind, string>>;
  askFor: Readonly<Record<UncheckedKind, string>>;
  fetchFaults: Readonly<Record<FetchFault, string>>;
  /** Why what was handed over is no document that can be read. */
  unreadable: Readonly<Record<'not-utf8' | 'not-json' | 'duplicate-member', string>>;
  tryAgain: string;
}>;

import type { DocumentKind, FetchFault } from '../../../domain/verification/verification.ts';
import type { JsonObject } from '../../../services/ports/index.ts';
import type { Readable, Recognised } from '../../document/recognised.ts';

/** What a standard refuses as no document at all. `reason` is the same in a word, for readers of any language. */
export type Refused = Readonly<{
  problem: 'parsing' | 'malformed';
  fault: string;
  reason?: Extract<FetchFault, 'not-utf8' | 'not-json' | 'duplicate-member'>;
}>;

/** A document that is checked, or a presentation: what is in it is found out one by one. */
export type CheckedFinding = Readonly<{ recognised: Recognised }> | Readonly<{ presentation: Readable }>;

/** What something that was handed over turned out to be, and what follows from it. */
export type Finding =
  | CheckedFinding
  /** A link to follow. */
  | Readonly<{ link: string }>
  /** Something that is not checked here: what to tell whoever has it, and what can be read of it all the same. */
  | Readonly<{ kind: DocumentKind; advice: string; readable?: JsonObject }>
  /** Something that a standard refuses by form. */
  | (Readonly<{ kind: DocumentKind }> & Refused)
  /** More than is read. */
  | Readonly<{ kind: DocumentKind; excess: string }>;

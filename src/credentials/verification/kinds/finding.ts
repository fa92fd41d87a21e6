import type { DocumentKind } from '../../../domain/verification.ts';
import type { JsonObject } from '../../../services/ports.ts';

/** What something that was handed over turned out to be, and what follows from it. */
export type Finding =
  /** A document that is checked. */
  | Readonly<{ kind: DocumentKind; check: JsonObject }>
  /** A link to follow. */
  | Readonly<{ link: string }>
  /** Something that is not checked here: what to tell whoever has it, and what can be read of it all the same. */
  | Readonly<{ kind: DocumentKind; advice: string; readable?: JsonObject }>
  /** Something that a standard refuses by form. */
  | Readonly<{ kind: DocumentKind; problem: 'parsing' | 'malformed'; fault: string }>
  /** More than is read. */
  | Readonly<{ kind: DocumentKind; excess: string }>;

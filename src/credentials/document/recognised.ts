import type { DocumentKind } from '../../domain/verification/verification.ts';
import type { JsonObject } from '../../services/ports/index.ts';

/**
 * What the checks read, and how it is secured. Another way to secure a document is another member of this union, which
 * every check then has to answer for.
 */
export type Readable = Readonly<{ securing: 'embedded-proofs'; document: JsonObject }>;

/** With what it was handed over as. */
export type Recognised = Readable & Readonly<{ kind: DocumentKind }>;

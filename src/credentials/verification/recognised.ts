import type { DocumentKind } from '../../domain/verification/verification.ts';
import type { JsonObject } from '../../services/ports/index.ts';

/**
 * What the checks read: a document, what it was handed over as, and how it is secured. Another way to secure one is
 * another member of this union, which every check then has to answer for.
 */
export type Recognised = Readonly<{ kind: DocumentKind; securing: 'embedded-proofs'; document: JsonObject }>;

export const withEmbeddedProofs = (kind: DocumentKind, document: JsonObject): Recognised => ({
  kind,
  securing: 'embedded-proofs',
  document,
});

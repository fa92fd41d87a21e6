import type { DocumentKind } from '../../domain/verification/verification.ts';
import type { JsonObject } from '../../services/ports/index.ts';
import type { Jws } from '../proofs/jose/jws.ts';
import type { JwtProfile } from '../proofs/jose/profiles.ts';

/**
 * What the checks read, and how it is secured. Another way to secure a document is another member of this union, which
 * every check then has to answer for. What is in a JWT may have proofs inside, too.
 */
export type Readable =
  | Readonly<{ securing: 'embedded-proofs'; document: JsonObject }>
  | Readonly<{ securing: 'jwt'; document: JsonObject; jws: Jws; profile: JwtProfile }>;

export type SecuredByJwt = Extract<Readable, { securing: 'jwt' }>;

/** With what it was handed over as. */
export type Recognised = Readable & Readonly<{ kind: DocumentKind }>;

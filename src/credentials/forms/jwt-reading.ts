import type { Readable } from '../document/recognised.ts';
import { documentIn, type Jws } from '../proofs/jose/jws.ts';
import type { JwtProfile } from '../proofs/jose/profiles.ts';

/** A JWT is read as what its payload says beside its claims. */
export const readJwt = ({ jws, profile }: Readonly<{ jws: Jws; profile: JwtProfile }>): Readable => ({
  securing: 'jwt',
  document: documentIn(jws),
  jws,
  profile,
});

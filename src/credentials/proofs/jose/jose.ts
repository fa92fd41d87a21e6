import { compactVerify, errors } from 'jose';
import type { PublicJoseKey } from './algorithms.ts';

// The only file that knows jose. It checks one signature; what a header and claims have to say is checked here, because
// jwtVerify refuses some of what credentials may say (a date as text), and lets pass what they may not (`vc`, `vp`).

/** Whether this compact JWS was signed with the private half of this key. Throws where it came to no comparison. */
export async function isSignedJws(text: string, { alg, jwk }: PublicJoseKey): Promise<boolean> {
  try {
    await compactVerify(text, { ...jwk, alg }, { algorithms: [alg] });
    return true;
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return false;
    throw error;
  }
}

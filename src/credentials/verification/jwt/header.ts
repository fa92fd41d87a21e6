import type { JsonObject } from '../../../services/ports/index.ts';
import { failed, unknown, type Fault } from '../../document/fault.ts';
import { textOf } from '../../document/values.ts';
import { isReadAlgorithm } from '../../proofs/jose/algorithms.ts';
import type { Jws } from '../../proofs/jose/jws.ts';
import { type JwtProfile, shortMediaType } from '../../proofs/jose/profiles.ts';

const untrue = (detail: string): Fault => failed('proof', detail);

/** A header is what the signer says of itself, so nothing in it is fetched or believed as a key. */
const refusedMembers: Readonly<Record<string, string>> = {
  jku: 'says where keys are to be fetched (jku), which is not done: the issuer says that',
  x5u: 'says where certificates are to be fetched (x5u), which is not done: the issuer says which keys are its own',
  crit: 'demands what is not understood here (crit, RFC 7515 §4.1.11)',
  b64: 'has the payload read in another way (b64), which no JWT does (RFC 7797 §7)',
};

function algorithmFault({ alg }: JsonObject): Fault | undefined {
  if (typeof alg !== 'string') return unknown('malformed', 'Its header names no algorithm (alg).');
  if (alg.toLowerCase() === 'none')
    return untrue('Its header says "alg": "none": it carries no signature (RFC 7518 §3.6).');
  if (/^HS\d/i.test(alg))
    return untrue(`${alg} is made with a secret that whoever checks it would have to share, so it shows no issuer.`);
  return isReadAlgorithm(alg) ? undefined : unknown('unsupported-proof', `Signatures of ${alg} are not checked here.`);
}

/** What in a header keeps its signature from being checked, before any key is looked for. */
export function headerFault({ header }: Jws, { readsJwk }: JwtProfile): Fault | undefined {
  const refused = Object.keys(refusedMembers).find((name) => Object.hasOwn(header, name));
  if (refused !== undefined) return untrue(`Its header ${refusedMembers[refused]}.`);
  if (header['jwk'] !== undefined && !readsJwk)
    return untrue('Its header brings a key of its own (jwk), which says nothing of the issuer.');
  return algorithmFault(header);
}

/** What in a header breaks the form of its profile. */
export function headerFormFault({ header }: Jws, { header: allowed, cty, typ }: JwtProfile): string | undefined {
  const named = ['alg', 'kid', 'typ', 'cty'].find((name) => header[name] !== undefined && !textOf(header[name]));
  if (named) return `Its header has a "${named}" that is no text (RFC 7515 §4.1).`;
  if (header['alg'] === undefined) return 'Its header names no algorithm (RFC 7515 §4.1.1).';
  const content = textOf(header['cty']);
  if (content !== undefined && cty !== undefined && shortMediaType(content) !== cty)
    return `Its header says "cty": "${content}" where ${typ} has ${cty}.`;
  const isKnown = (name: string) => allowed === undefined || allowed.includes(name) || name in refusedMembers;
  const more = Object.keys(header).find((name) => !isKnown(name));
  return more === undefined ? undefined : `Its header has "${more}", which Open Badges 3.0 §8.2 does not allow.`;
}

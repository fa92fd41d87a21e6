import type { SecuredByJwt } from '../../document/recognised.ts';
import { failed, unknown, type Fault } from '../../document/fault.ts';
import { asList } from '../../document/values.ts';
import { isSignedJws } from '../../proofs/jose/jose.ts';
import { claimsIn, dateOf } from '../../proofs/jose/jws.ts';
import { type Demands, sameSet } from '../../proofs/demands.ts';
import { endedFault, type ProofResult } from '../checks/proofs.ts';
import { headerFault } from './header.ts';
import { findJwtKey } from './key.ts';
import type { KeyTools } from './tools.ts';

const untrue = (detail: string): Fault => failed('proof', detail);

/** A challenge is answered in `nonce`, and whom it is for stands in `aud` (RFC 7519 §4.1.3). */
function demandFault({ jws }: SecuredByJwt, { challenge, domain }: Demands): Fault | undefined {
  const { nonce, aud } = claimsIn(jws);
  if (domain !== undefined && !sameSet(asList(aud), asList(domain)))
    return failed('domain', 'Its claim "aud" is not the domain that was asked for.');
  return challenge !== undefined && nonce !== challenge
    ? failed('challenge', 'Its claim "nonce" is not the challenge that was asked for.')
    : undefined;
}

/** Whether the signature of a JWT holds, by a key of whoever it names. Says nothing of what its claims mean. */
export async function checkJwt(secured: SecuredByJwt, demands: Demands, tools: KeyTools): Promise<ProofResult> {
  const { jws, profile } = secured;
  const fault = headerFault(jws, profile) ?? demandFault(secured, demands);
  if (fault) return fault;
  const found = await findJwtKey(secured, tools);
  if (found.outcome !== 'found') return found;
  const { controller, key, id } = found;
  if (jws.header['alg'] !== key.alg)
    return { ...untrue(`The key ${id} is one for ${key.alg}, and not for what the header says.`), controller };
  const { iat, nbf } = claimsIn(jws);
  const ended = endedFault(found, dateOf(iat ?? nbf));
  if (ended) return ended;
  try {
    if (await isSignedJws(jws.text, key)) return { outcome: 'passed', controller };
    return { ...untrue('The document is not what was signed.'), controller };
  } catch {
    return unknown('check-failed', 'The signature could not be compared.');
  }
}

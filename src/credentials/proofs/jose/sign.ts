import type { JsonObject } from '../../../services/ports/index.ts';
import { base64url, utf8 } from '../../document/encoding.ts';
import { idOf, momentOf, objectsOf } from '../../document/values.ts';
import type { PublicKey } from '../../keys/algorithms/index.ts';
import type { ProofSigner } from '../add-proof.ts';
import { readJoseKey } from './algorithms.ts';
import { isSignedJws } from './jose.ts';
import { claimsIn } from './jws.ts';
import type { JwtProfile } from './profiles.ts';

type Parts = Readonly<{
  signer: ProofSigner;
  /** Of the key that signs, as everyone will look it up. */
  publicKey: PublicKey;
  created: Date;
  /** Of a presentation: what it answers, and whom it is for. */
  challenge?: string;
  domain?: string | readonly string[];
}>;

const seconds = (moment: Date): number => Math.floor(moment.getTime() / 1000);

/** Open Badges 3.0 §8.2: what stands in the credential, once more as claims. */
function repeated(document: JsonObject): JsonObject {
  const [from, until] = [momentOf(document['validFrom']), momentOf(document['validUntil'])];
  return {
    iss: idOf(document['issuer']),
    sub: idOf(objectsOf(document['credentialSubject'])[0]),
    jti: document['id'],
    ...(from && { nbf: seconds(from) }),
    ...(until && { exp: seconds(until) }),
  };
}

const claimsFor = ({ id }: JwtProfile, document: JsonObject, { created, challenge, domain }: Parts): JsonObject =>
  id === 'open-badge'
    ? repeated(document)
    : {
        iat: seconds(created),
        ...(challenge !== undefined && { nonce: challenge }),
        ...(domain !== undefined && { aud: domain }),
      };

const part = (json: unknown): string => base64url(utf8(JSON.stringify(json)));

/**
 * The document in a JWT of this profile, in its compact form (RFC 7515 §7.1). The key stays with its signer, so the form is
 * put together here; what is handed out was verified with the public key. Throws for a document that the profile does not
 * take.
 */
export async function signJwt(profile: JwtProfile, document: JsonObject, parts: Parts): Promise<string> {
  const { signer, publicKey } = parts;
  const { jose, toJwk } = publicKey.algorithm;
  const header = {
    alg: jose,
    kid: signer.verificationMethod,
    typ: profile.typ,
    ...(profile.cty && { cty: profile.cty }),
  };
  const payload = { ...document, ...claimsFor(profile, document, parts) };
  const claimed = Object.keys(claimsIn({ text: '', header: {}, payload: document }));
  if (claimed.length > 0) throw new Error(`The document has a member called "${claimed[0]}", which would be a claim.`);
  const fault = profile.fault({ text: '', header, payload });
  if (fault) throw new Error(`The document cannot be put into a JWT of ${profile.id}: ${fault}`);
  const signed = `${part(header)}.${part(payload)}`;
  const text = `${signed}.${base64url(await signer.sign(utf8(signed)))}`;
  const key = readJoseKey(toJwk(publicKey.bytes));
  if (!('why' in key) && (await isSignedJws(text, key))) return text;
  throw new Error('The JWT that was made does not verify with the public key of its signer.');
}

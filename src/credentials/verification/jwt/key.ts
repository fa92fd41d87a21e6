import { isObject } from '../../../domain/shared/json.ts';
import { failed, unknown, type Fault } from '../../document/fault.ts';
import { isUrl, objectsOf, textOf } from '../../document/values.ts';
import type { FoundMethod, KeyPurpose } from '../../keys/controller.ts';
import { jwkOf } from '../../keys/methods.ts';
import { isSameKey, type PublicJoseKey, readJoseKey } from '../../proofs/jose/algorithms.ts';
import { claimsIn, type Jws } from '../../proofs/jose/jws.ts';
import { signerNamed } from '../../proofs/jose/profiles.ts';
import type { SecuredByJwt } from '../../document/recognised.ts';
import { unfetched } from '../../document/unfetched.ts';
import type { KeyTools } from './tools.ts';
import { ownerOfKey } from './key-owner.ts';

/** A key that a JWT may have been signed with; `controller` is whose it is. */
export type JwtKey = Omit<FoundMethod, 'method'> & Readonly<{ key: PublicJoseKey }>;

const untrue = (detail: string): Fault => failed('proof', detail);

/** The key of a verification method: the specification has JsonWebKey, and a Multikey is the same key in other letters. */
function keyOfMethod({ method, ...found }: FoundMethod): JwtKey | Fault {
  const key = readJoseKey(jwkOf(method));
  if (!('why' in key)) return { ...found, key };
  const why = `The key ${found.id} ${key.why}`;
  return key.isUnread ? unknown('unsupported-proof', why) : untrue(why);
}

async function fromControllers(id: string, purpose: KeyPurpose, { controllers }: KeyTools): Promise<JwtKey | Fault> {
  const found = await controllers.findMethod(id, purpose);
  return found.outcome === 'found' ? keyOfMethod(found) : found;
}

/** Open Badges 3.0 §8.2: `kid` is an address at which the key stands, as a JWK, or as one of a set. */
async function fromAddress(kid: string, { fetcher }: KeyTools): Promise<PublicJoseKey | Fault> {
  const fetched = await fetcher.fetchJson(kid).catch((error: unknown) => unfetched(error, kid));
  if ('why' in fetched)
    return unknown('issuer-unreachable', `${fetched.why} So the signature could not be checked.`, fetched.reason);
  const { json } = fetched;
  const set = isObject(json) ? objectsOf(json['keys']) : [];
  const [one = json, ...more] = set.length > 1 ? set.filter((key) => key['kid'] === kid) : set;
  if (more.length > 0) return untrue(`${kid} has several keys of that name.`);
  const key = readJoseKey(one);
  return 'why' in key ? unknown('unsupported-proof', `The key at ${kid} ${key.why}`) : key;
}

/** There is only one key that could be meant. */
function theOnlyKeyOf(signer: string | undefined): string | undefined {
  if (signer?.startsWith('did:jwk:')) return `${signer}#0`;
  return signer?.startsWith('did:key:') ? signer : undefined;
}

/** Where `kid` is no absolute address: a name within what the signer publishes (VC-JOSE-COSE §4.1.2). */
function absolute(kid: string | undefined, signer: string | undefined): string | undefined {
  if (kid === undefined) return theOnlyKeyOf(signer);
  const fragment = kid.replace(/^#/, '');
  if (isUrl(kid)) return kid;
  return isUrl(signer) ? `${signer}#${fragment}` : undefined;
}

const isAddressOfKey = (id: string): boolean => /^https:\/\//i.test(id) && !id.includes('#');

/** The key in the header, which says nothing of whose it is until its owner has said so (Open Badges 3.0 §8.2). */
function keyInHeader({ header }: Jws): PublicJoseKey | Fault | undefined {
  if (header['jwk'] === undefined) return undefined;
  const key = readJoseKey(header['jwk']);
  return 'why' in key ? untrue(`The key in its header (jwk) ${key.why}`) : key;
}

const isFault = (found: PublicJoseKey | Fault | JwtKey): found is Fault => 'problem' in found;

/** A key that comes with the document or from anywhere else than its controller is its issuer's only if the issuer says so. */
async function owned(key: PublicJoseKey | Fault, id: string, signer: string, tools: KeyTools): Promise<JwtKey | Fault> {
  if (isFault(key)) return key;
  const owner = await ownerOfKey(key, id, signer, tools);
  return owner.outcome === 'found' ? { ...owner, key } : owner;
}

/** The key that a JWT names, as an address where it can be told. */
export const keyIdOf = (jwt: SecuredByJwt): string | undefined =>
  absolute(textOf(jwt.jws.header['kid']), signerOf(jwt));

/** That key, with whose it is. */
export async function findJwtKey(jwt: SecuredByJwt, tools: KeyTools): Promise<JwtKey | Fault> {
  const { jws, profile } = jwt;
  const [signer, id] = [signerOf(jwt), keyIdOf(jwt)];
  const brought = keyInHeader(jws);
  if (brought && isFault(brought)) return brought;
  if (id === undefined) {
    if (brought && signer !== undefined) return owned(brought, 'jwk', signer, tools);
    return unknown('unsupported-proof', 'Its header names no key (kid) that could be looked up.');
  }
  const isOwnForm = profile.id === 'open-badge' && isAddressOfKey(id) && signer !== undefined;
  const found = isOwnForm
    ? await owned(await fromAddress(id, tools), id, signer, tools)
    : await fromControllers(id, profile.purpose, tools);
  if (brought && !isFault(found) && !isSameKey(brought, found.key))
    return untrue(`The key in its header (jwk) is another than ${id}, which it names.`);
  return found;
}

/** Who signs, by the document, or by its claim where the document does not say. */
export const signerOf = ({ jws, profile, document }: SecuredByJwt): string | undefined =>
  signerNamed(profile, document) ?? textOf(claimsIn(jws).iss);

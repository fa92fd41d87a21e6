import { isLocal, isLoopback } from '../domain/shared/loopback.ts';
import { isIPv4, isIPv6 } from 'node:net';
import { resolve } from 'node:path';
import { defaultRates } from '../http/middleware/rate-limit.ts';
import type { Marshaling } from '../services/ports/remote-signing.ts';
import {
  parseMarshaling,
  parseSignerUrl,
  parseToken,
  remoteSignerOf,
  type RemoteSignerSettings,
} from './remote-signer/settings.ts';

export type Config = Readonly<{
  port: number;
  /** What ids, DIDs and status-list addresses are made from; no slash at the end. */
  publicUrl: string;
  /** Further addresses at which this service answers. */
  aliases: readonly string[];
  /** PostgreSQL; absent: the embedded database in `dataDir`, which is for loopback addresses alone. */
  databaseUrl?: string;
  dataDir: string;
  /** Wraps the signing keys; absent in embedded mode, where one is made and kept in `dataDir`. */
  keyEncryptionKey?: Uint8Array;
  demo: boolean;
  /** Whether X-Forwarded-For of the last proxy is believed. */
  trustsProxy: boolean;
  /** How many checks one place, or one key, may ask for in a minute. */
  checksPerMinute: number;
  checksPerMinuteWithKey: number;
  /** How many checks of this process may be under way. */
  checksAtOnce: number;
  /** One of so many awards that are signed by a template is compared with the library. */
  templateSample: number;
  /** Where what the service counts can be read; absent: nothing is counted. */
  metrics?: Readonly<{ host: string; port: number }>;
  /** What signs with the keys that are not held here; absent: there are none. */
  remoteSigner?: RemoteSignerSettings;
}>;

/** Everything that is wrong with the configuration, at once. Values of secrets are never in it. */
export class ConfigError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`The service does not start:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'ConfigError';
    this.faults = faults;
  }
}

const defaultPort = 8787;
const defaultChecksAtOnce = 64;
const defaultTemplateSample = 100;

/**
 * Reads the environment once; every fault is named, and one is enough to refuse. What cannot be read is not repeated:
 * it may be another variable's value, with a password in it.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = [];
  const read = <T>(name: string, parse: (text: string) => T, fallback: T): T => {
    const text = env[name]?.trim();
    if (text === undefined || text === '') return fallback;
    try {
      return parse(text);
    } catch (error) {
      faults.push(`${name}: ${(error as Error).message}`);
      return fallback;
    }
  };

  const port = read('PORT', parsePort, defaultPort);
  const publicUrl = read('PUBLIC_URL', parsePublicUrl, `http://localhost:${port}`);
  const aliases = read('PUBLIC_URL_ALIASES', (text) => text.split(/[\s,]+/).map(parsePublicUrl), []);
  const databaseUrl = read<string | undefined>('DATABASE_URL', parseDatabaseUrl, undefined);
  const dataDir = resolve(read('DATA_DIR', String, 'data'));
  const keyEncryptionKey = read<Uint8Array | undefined>('KEY_ENCRYPTION_KEY', parseKey, undefined);
  const isEmbedded = !env['DATABASE_URL']?.trim();
  const publicAddress = [publicUrl, ...aliases].find((url) => !isLoopback(url));
  const demo = read('DEMO', parseSwitch, isEmbedded && publicAddress === undefined);
  const trustsProxy = read('TRUST_PROXY', parseSwitch, false);
  const checksPerMinute = read('CHECKS_PER_MINUTE', parseCount, defaultRates.checksPerMinute);
  const checksPerMinuteWithKey = read('CHECKS_PER_MINUTE_WITH_KEY', parseCount, defaultRates.checksPerMinuteWithKey);
  const checksAtOnce = read('CHECKS_AT_ONCE', parseCount, defaultChecksAtOnce);
  const templateSample = read('TEMPLATE_SAMPLE', parseCount, defaultTemplateSample);
  const metrics = read<Config['metrics']>('METRICS', parsePlace, undefined);
  const url = read<string | undefined>('REMOTE_SIGNER_URL', parseSignerUrl, undefined);
  const token = read<string | undefined>('REMOTE_SIGNER_TOKEN', parseToken, undefined);
  const tokenFile = read<string | undefined>('REMOTE_SIGNER_TOKEN_FILE', (text) => resolve(text), undefined);
  const marshaling = read<Marshaling>('REMOTE_SIGNER_MARSHALING', parseMarshaling, 'asn1');
  const ofSigner = { ...(url && { url }), ...(token && { token }), ...(tokenFile && { tokenFile }), marshaling };
  // One that cannot be read is not missing as well.
  const isRead = !faults.some((fault) => fault.startsWith('REMOTE_SIGNER'));
  const remoteSigner = remoteSignerOf(ofSigner, (fault) => isRead && faults.push(fault));

  if (!isEmbedded && !env['KEY_ENCRYPTION_KEY']?.trim()) {
    faults.push('KEY_ENCRYPTION_KEY: required with DATABASE_URL. Make one with: openssl rand -base64 32');
  }
  if (isEmbedded && publicAddress !== undefined) faults.push(needsPostgres(publicAddress));
  if (demo && publicAddress !== undefined) {
    faults.push(`DEMO: the demo has keys that its file shows; it is refused at a public address (${publicAddress}).`);
  }
  if (metrics?.port === port) faults.push(`METRICS: ${port} is the port of the service itself (PORT); choose another.`);
  if (faults.length > 0) throw new ConfigError(faults);
  return {
    port,
    publicUrl,
    aliases,
    dataDir,
    demo,
    trustsProxy,
    checksPerMinute,
    checksPerMinuteWithKey,
    checksAtOnce,
    templateSample,
    ...(databaseUrl !== undefined && { databaseUrl }),
    ...(keyEncryptionKey && { keyEncryptionKey }),
    ...(metrics && { metrics }),
    ...(remoteSigner && { remoteSigner }),
  };
}

/** The embedded database never waits for the disk (docs/decisions/0011-no-embedded-database-in-public.md). */
const needsPostgres = (address: string): string =>
  `DATABASE_URL: required at a public address (${address}). A power cut can destroy the embedded database, and what ` +
  'stands in issued certificates with it. Set DATABASE_URL to a PostgreSQL, or use an address of localhost.';

function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535)
    throw new Error('this is no port; write a number from 1 to 65535.');
  return port;
}

/** What ends in a number is an IPv4 address or nothing (URL Standard, "ends in a number checker"). */
const isNameOrIPv4 = (host: string): boolean =>
  /(^|\.)\d+$/.test(host) ? isIPv4(host) : /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(host);

/** `host:port`, an IPv6 address in brackets. */
function parsePlace(text: string): NonNullable<Config['metrics']> {
  const [, address, name, port] = /^(?:\[([^\]]*)\]|([^:[\]]*)):(\d+)$/.exec(text) ?? [];
  const host = address ?? name ?? '';
  const isHost = address === undefined ? isNameOrIPv4(host) : isIPv6(host);
  if (!isHost || port === undefined) throw new Error('write host:port, like 127.0.0.1:9464 or [::1]:9464.');
  return { host, port: parsePort(port) };
}

function parseCount(text: string): number {
  const count = Number(text);
  if (!/^\d{1,7}$/.test(text) || count < 1) throw new Error('write a whole number from 1 to 9999999.');
  return count;
}

function parseSwitch(text: string): boolean {
  const known: Record<string, boolean> = { '1': true, true: true, on: true, '0': false, false: false, off: false };
  const value = known[text.toLowerCase()];
  if (value === undefined) throw new Error('write 1 or 0.');
  return value;
}

/** An origin: DIDs are made from it (did:web), so it has no path, and it is https except on this machine. */
function parsePublicUrl(text: string): string {
  if (!URL.canParse(text)) throw new Error('this is no address; write one like https://merits.example.edu');
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new Error('must begin with https://');
  if (url.pathname !== '/' || url.search || url.hash || url.username || url.password) {
    throw new Error(`${url.origin} alone, please: no path, query or user name.`);
  }
  if (url.hostname.startsWith('['))
    throw new Error(`${url.origin} is an IPv6 address, and no DID (did:web) can name one. Use a name, or localhost.`);
  if (url.protocol === 'http:' && !isLocal(text)) throw new Error(`${text} must be https; http is for localhost only.`);
  return url.origin;
}

function parseDatabaseUrl(text: string): string {
  const isPostgres = URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);
  if (!isPostgres) throw new Error('must be an address like postgres://user:password@host:5432/database');
  return text;
}

/** 32 bytes in base64 or hex. The text itself is never repeated in an error. */
export function parseKey(text: string): Uint8Array {
  const isHex = /^[0-9a-f]{64}$/i.test(text);
  const isBase64 = /^[A-Za-z0-9+/_-]{43}=?$/.test(text);
  const bytes = isHex ? Buffer.from(text, 'hex') : isBase64 ? Buffer.from(text, 'base64') : Buffer.alloc(0);
  if (bytes.length !== 32) throw new Error('must be 32 bytes in base64 or hex. Make one with: openssl rand -base64 32');
  if (!looksRandom(bytes)) throw new Error('is not random. Make one with: openssl rand -base64 32');
  return new Uint8Array(bytes);
}

/** False for repetition, counting and anything that was typed: 32 random bytes look like that once in 10^10 or less. */
function looksRandom(bytes: Uint8Array): boolean {
  const steps = new Set(bytes.slice(1).map((byte, index) => byte - (bytes[index] ?? 0)));
  const isText = bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
  return new Set(bytes).size >= 16 && steps.size > 2 && !isText;
}

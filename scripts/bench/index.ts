/**
 * Issuing and verifying beside the raw signature and beside @digitalbazaar/vc: interleaved in one run, a document of
 * its own for each, medians. Single times mean little on a shared machine; the ratios are the result.
 */
import '../../src/runtime/sealed-prototypes.ts';
import { generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import * as vc from '@digitalbazaar/vc';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { createDocumentLoader } from '../../src/credentials/contexts/document-loader.ts';
import { createCredentialWriter, createKeyRing, createVerifier, FetchError } from '../../src/credentials/index.ts';
import { createAddresses } from '../../src/domain/addresses/addresses.ts';
import type { JsonObject } from '../../src/services/ports/index.ts';
import { startPostgres, type Undo } from '../postgres-server.ts';
import { statementsOfAnAward } from './award-statements.ts';
import { benchFacts, benchInstitution } from './facts.ts';

const rounds = Number(process.argv[2] ?? 300);
const warmUp = 30;

const addresses = createAddresses('https://bench.example');
const signer = createKeyRing(crypto.getRandomValues(new Uint8Array(32)));
const writer = createCredentialWriter({ addresses, signer });
const form = writer.defaultForm;
const loader = createDocumentLoader(addresses);
const now = new Date();
const key = await writer.createKey(benchInstitution.id, crypto.randomUUID(), form.keyAlgorithm, now);
const { slug } = benchInstitution;

const securing = { key, slug, created: now, salts: [], signal: new AbortController().signal };
const published = new Map<string, string>();
const didDocument = writer.composeDidDocument(slug, [key]);
published.set(addresses.didDocument(slug), JSON.stringify(didDocument));
for (const purpose of ['revocation', 'suspension'] as const) {
  const list = await writer.composeStatusList({ slug, list: 1, purpose, set: [], validFrom: now, ttlSeconds: 60 });
  const { bytes } = await writer.secureStatusList(list, securing);
  published.set(addresses.statusList(slug, 1, purpose), new TextDecoder().decode(bytes));
}
const verifier = createVerifier({
  addresses,
  fetcher: {
    fetchFile: (url) => Promise.reject(new FetchError('unreachable', url)),
    async fetchJson(url) {
      const text = published.get(url);
      if (text === undefined) throw new FetchError('unreachable', url);
      return { text, json: JSON.parse(text) as unknown, fetchedAt: now, contentType: 'application/json' };
    },
  },
});

const raw = generateKeyPairSync('ed25519');
const digest = (round: number) => Buffer.from(`${round}`.padStart(64, '0'));
const libraryKey = await Ed25519Multikey.generate({ controller: addresses.did(slug) });
libraryKey.id = `${addresses.did(slug)}#${libraryKey.publicKeyMultibase}`;
const libraryMethod = await libraryKey.export({ publicKey: true, includeContext: true });
const libraryDid = { ...didDocument, verificationMethod: [libraryMethod], assertionMethod: [libraryKey.id] };

async function libraryLoader(url: string): Promise<unknown> {
  if (url === libraryKey.id) return { contextUrl: null, documentUrl: url, document: libraryMethod };
  if (url === addresses.did(slug)) return { contextUrl: null, documentUrl: url, document: libraryDid };
  return loader(url);
}

const compose = (): JsonObject => {
  const facts = benchFacts(addresses, writer, now);
  published.set(facts.version.id, facts.version.document);
  return writer.compose(form.id, facts);
};
const issueOurs = async () => new TextDecoder().decode((await writer.secure(form.id, compose(), securing)).bytes);
const issueLibrary = async () => {
  const suite = new DataIntegrityProof({ signer: libraryKey.signer(), cryptosuite });
  return JSON.stringify(
    await vc.issue({ credential: structuredClone(compose()), suite, documentLoader: libraryLoader }),
  );
};

const ourDocuments: string[] = [];
const libraryDocuments: string[] = [];
for (let round = 0; round < rounds + warmUp; round += 1) {
  ourDocuments.push(await issueOurs());
  libraryDocuments.push(await issueLibrary());
}
const signatures = ourDocuments.map((_, round) => sign(null, digest(round), raw.privateKey));

async function verifyOurs(round: number): Promise<void> {
  const { verdict } = await verifier.verify(JSON.parse(ourDocuments[round] ?? '') as JsonObject, now);
  if (verdict !== 'valid') throw new Error(`the verdict is ${verdict}`);
}

/** The signature and the library's own checks, without any status list. */
async function verifyLibrary(round: number): Promise<void> {
  const suite = new DataIntegrityProof({ cryptosuite });
  const credential: unknown = JSON.parse(libraryDocuments[round] ?? '');
  const { verified } = await vc.verifyCredential({
    credential,
    suite,
    documentLoader: libraryLoader,
    checkStatus: async () => ({ verified: true }),
  });
  if (!verified) throw new Error('the library does not verify its own document');
}

type Contender = Readonly<{ name: string; run: (round: number) => unknown }>;

async function race(contenders: readonly Contender[]): Promise<ReadonlyMap<string, number>> {
  const times = new Map(contenders.map(({ name }) => [name, [] as number[]]));
  for (let round = 0; round < rounds + warmUp; round += 1) {
    for (const { name, run } of contenders) {
      const start = process.hrtime.bigint();
      await run(round);
      if (round >= warmUp) times.get(name)?.push(Number(process.hrtime.bigint() - start) / 1000);
    }
  }
  return new Map([...times].map(([name, all]) => [name, median(all)]));
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const rawSign = (privateKey: KeyObject) => (round: number) => sign(null, digest(round), privateKey);
const rawVerify = (publicKey: KeyObject) => (round: number) =>
  verify(null, digest(round), publicKey, signatures[round] ?? Buffer.alloc(64));

const issuing = await race([
  { name: 'raw', run: rawSign(raw.privateKey) },
  { name: 'ours', run: issueOurs },
  { name: 'library', run: issueLibrary },
]);
const verifying = await race([
  { name: 'raw', run: rawVerify(raw.publicKey) },
  { name: 'ours', run: verifyOurs },
  { name: 'library', run: verifyLibrary },
]);

function row(what: string, times: ReadonlyMap<string, number>): string {
  const [rawTime = 0, ours = 0, library = 0] = ['raw', 'ours', 'library'].map((name) => times.get(name) ?? 0);
  const ratio = (a: number, b: number) => (a / b).toFixed(a / b < 10 ? 2 : 0);
  return `| ${what} | ${rawTime.toFixed(0)} | ${ours.toFixed(0)} | ${library.toFixed(0)} | ${ratio(ours, rawTime)} | ${ratio(library, ours)} |`;
}

/** PostgreSQL may not be installed; the rest of the figures do not need it. */
async function statementsRow(): Promise<string> {
  const undo: Undo[] = [];
  try {
    const sent = await statementsOfAnAward(await startPostgres(undo));
    const transactions = sent.filter((text) => text === 'begin').length;
    return `one POST …/awards sends PostgreSQL ${sent.length} statements in ${transactions} transactions, BEGIN and COMMIT included`;
  } catch (error) {
    return `statements of one POST …/awards: not counted (${error instanceof Error ? error.message : String(error)})`;
  } finally {
    for (const step of undo.reverse()) await step();
  }
}

const size = Math.round((ourDocuments[0]?.length ?? 0) / 100) / 10;
console.log(
  [
    `${rounds} rounds, interleaved, documents of ${size} kB, Node ${process.versions.node}; medians in µs`,
    '',
    '| | raw Ed25519 | ours | @digitalbazaar/vc | ours ÷ raw | library ÷ ours |',
    '|---|---:|---:|---:|---:|---:|',
    row('issue: compose, sign, to text', issuing),
    row('verify: text to report, with status lists and catalogue (library: without)', verifying),
    '',
    await statementsRow(),
  ].join('\n'),
);

import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto';
import {
  createCredentialWriter,
  createKeyRing,
  createTemplates,
  createVerifier,
  FetchError,
} from '../../../src/credentials/index.ts';
import { createAddresses } from '../../../src/domain/addresses/addresses.ts';
import { nodeCrypto } from '../../../src/runtime/crypto/node-crypto.ts';
import type { CredentialFacts, JsonObject } from '../../../src/services/ports/index.ts';
import { benchFacts, benchInstitution } from '../facts.ts';
import type { Family } from '../family.ts';
import { type Contender, interleave } from '../interleave.ts';
import type { Library } from '../reference/library.ts';
import { benchRow } from '../row.ts';

const origin = 'https://bench.example';
const addresses = createAddresses(origin);
const { slug } = benchInstitution;
const now = new Date();
const digest = (round: number) => Buffer.from(`${round}`.padStart(64, '0'));

/** What the verifier of the service reads of its own, held ready: the keys, both status lists, the versions. */
async function setUp() {
  const published = new Map<string, string>();
  const templates = createTemplates();
  const writer = createCredentialWriter({
    addresses,
    signer: createKeyRing(crypto.getRandomValues(new Uint8Array(32)), nodeCrypto),
    road: {
      templates,
      native: nodeCrypto,
      sampleOf: 100,
      onDoubt: (why) => process.stderr.write(`template: ${why}\n`),
    },
  });
  const form = writer.defaultForm;
  const key = await writer.createKey(benchInstitution.id, crypto.randomUUID(), form.keyAlgorithm, now);
  const securing = { key, slug, created: now, salts: [], signal: new AbortController().signal };
  published.set(addresses.didDocument(slug), JSON.stringify(writer.composeDidDocument(slug, [key])));
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
  const facts = () => {
    const next = benchFacts(addresses, writer, now);
    published.set(next.version.id, next.version.document);
    return next;
  };
  return { facts, writer, form, securing, verifier, templates };
}

const versions = 20;

/** Awards of a few versions, each with an id, a name and a status index of its own. */
function recordsOfVersions(facts: () => CredentialFacts, count: number): readonly CredentialFacts[] {
  const known = Array.from({ length: versions }, facts);
  return Array.from({ length: count }, (_, round) => {
    const { version, microcredentialSlug } = known[round % versions] ?? facts();
    return { ...facts(), version, microcredentialSlug };
  });
}

/** Issuing and verifying beside the raw signature, and beside @digitalbazaar/vc on a jsonld without our patch. */
export const inProcess = (libraryFile: string): Family => ({
  name: 'in process',
  async measure({ rounds, say }) {
    const warmUp = Math.min(20, rounds);
    const { facts, writer, form, securing, verifier, templates } = await setUp();
    const { createLibrary } = (await import(libraryFile)) as {
      createLibrary: (origin: string, slug: string) => Promise<Library>;
    };
    const library = await createLibrary(origin, slug);
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');

    const ofRound = <T>(all: readonly T[], round: number): T => all[round] as T;
    const records = recordsOfVersions(facts, rounds + warmUp);
    const issued: string[] = [];
    // A known achievement has been awarded before, and its template is made.
    for (const record of records.slice(0, versions))
      await writer.secure(form.id, writer.draft(form.id, record), securing);
    await templates.settled();
    const issue = async (round: number) => {
      const { bytes } = await writer.secure(form.id, writer.draft(form.id, ofRound(records, round)), securing);
      createHash('sha256').update(bytes).digest('hex');
      issued[round] = new TextDecoder().decode(bytes);
    };
    const theirs: string[] = [];
    const unsigned: JsonObject[] = [];
    const issuing: readonly Contender[] = [
      { name: 'raw', run: (round) => sign(null, digest(round), privateKey) },
      { name: 'ours', run: issue },
      {
        name: 'library',
        prepare: (round) => (unsigned[round] = writer.compose(form.id, ofRound(records, round))),
        run: async (round) => (theirs[round] = JSON.stringify(await library.issue(unsigned[round]))),
      },
    ];
    say('issuing');
    const issuedIn = await interleave(issuing, { rounds, warmUp });

    const signatures = records.map((_, round) => sign(null, digest(round), privateKey));
    const verifying: readonly Contender[] = [
      { name: 'raw', run: (round) => verify(null, digest(round), publicKey, ofRound(signatures, round)) },
      {
        name: 'ours',
        async run(round) {
          const { verdict } = await verifier.verify(JSON.parse(ofRound(issued, round)) as JsonObject, now);
          if (verdict !== 'valid') throw new Error(`the verdict is ${verdict}`);
        },
      },
      {
        name: 'library',
        async run(round) {
          if (!(await library.verify(JSON.parse(ofRound(theirs, round))))) throw new Error('the library says no');
        },
      },
    ];
    say('verifying');
    const verifiedIn = await interleave(verifying, { rounds, warmUp });
    const size = `${Math.round((issued[0]?.length ?? 0) / 100) / 10} kB`;
    return [
      benchRow(
        {
          name: `issue a known achievement, record to digest of ${size} (µs) ÷ raw Ed25519 sign`,
          ours: issuedIn('ours'),
          reference: issuedIn('raw'),
        },
        { must: '≤ 3', aim: '≤ 1.5' },
      ),
      benchRow(
        {
          name: '@digitalbazaar/vc ÷ issue a known achievement (µs)',
          ours: issuedIn('ours'),
          reference: issuedIn('library'),
        },
        { must: '≥ 30', aim: '≥ 60' },
        'reference ÷ ours',
      ),
      benchRow(
        {
          name: 'verify our own credential, text to report (µs) ÷ raw Ed25519 verify',
          ours: verifiedIn('ours'),
          reference: verifiedIn('raw'),
        },
        { must: '≤ 2.5', aim: '≤ 1.5' },
      ),
      benchRow(
        {
          name: '@digitalbazaar/vc without status lists ÷ verify our own credential (µs)',
          ours: verifiedIn('ours'),
          reference: verifiedIn('library'),
        },
        {},
        'reference ÷ ours',
      ),
    ];
  },
});

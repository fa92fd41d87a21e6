import { describe, expect, test } from 'vitest';
import { createVerifier } from '../../src/credentials/index.ts';
import { contextUrls } from '../../src/credentials/contexts/document-loader.ts';
import { holds } from '../../src/credentials/proofs/data-integrity.ts';
import type { CheckName, Outcome, Verdict } from '../../src/domain/verification.ts';
import type { JsonObject } from '../../src/services/ports.ts';
import { addresses, copy, createWorld, did, institution, now, slug, writer, type World } from './world.ts';

const revocationList = addresses.statusList(slug, 1, 'revocation');
const version = addresses.version(slug, 'batteri', 2);

/** Signs, with another institution's key or a did:key, whatever the document says about its issuer. */
async function strangerSigns(world: World, document: JsonObject, name = 'stranger') {
  const strangers = await writer.createKey('other', `key-of-${name}`, new Date('2026-01-01T00:00:00Z'));
  const id = addresses.did(name);
  world.put(addresses.didDocument(name), writer.composeDidDocument(name, [strangers]));
  const { proof } = await writer.sign({ ...document, issuer: id }, strangers, name, now);
  return { id, key: strangers, proof: proof as JsonObject };
}

/** As the institution would sign if it did not check the document first. */
const signed = async (world: World, change: (document: ReturnType<typeof copy>) => void) => {
  const document = copy(world.unsigned);
  change(document);
  return world.sign(document);
};

type Case = Readonly<{
  what: string;
  check: CheckName;
  outcome: Outcome;
  verdict: Verdict;
  problem: string;
  /** The bad document, in a world where everything else is in order. */
  make(world: World): Promise<JsonObject> | JsonObject;
  at?: Date;
}>;

/** Each is caught by one check and by that one alone: take the check away, and the document passes. */
const cases: readonly Case[] = [
  {
    what: 'a changed word', check: 'proof', outcome: 'failed', verdict: 'invalid', problem: 'https://w3id.org/security#PROOF_VERIFICATION_ERROR',
    make: ({ credential }) => {
      const document = copy(credential);
      document.credentialSubject.learnerName = 'Någon Annan';
      return document;
    },
  },
  {
    what: 'no proof', check: 'proof', outcome: 'failed', verdict: 'invalid', problem: 'https://mikromerit.example/problems/unsigned',
    make: ({ unsigned }) => unsigned,
  },
  {
    what: 'an empty list of proofs', check: 'proof', outcome: 'failed', verdict: 'invalid', problem: 'https://mikromerit.example/problems/unsigned',
    make: ({ unsigned }) => ({ ...unsigned, proof: [] }),
  },
  {
    what: 'a forged second proof beside the good one', check: 'proof', outcome: 'failed', verdict: 'invalid', problem: 'https://w3id.org/security#PROOF_VERIFICATION_ERROR',
    make: ({ credential }) => {
      const good = credential['proof'] as JsonObject;
      return { ...credential, proof: [good, { ...good, created: '2027-03-11T00:00:00Z' }] };
    },
  },
  {
    what: 'a second proof of an unknown kind', check: 'proof', outcome: 'unknown', verdict: 'undetermined', problem: 'https://mikromerit.example/problems/unsupported-proof',
    make: ({ credential }) => {
      const good = credential['proof'] as JsonObject;
      return { ...credential, proof: [good, { ...good, cryptosuite: 'ecdsa-sd-2023' }] };
    },
  },
  {
    what: 'a proof that builds on one that is not there', check: 'proof', outcome: 'failed', verdict: 'invalid', problem: 'https://w3id.org/security#PROOF_VERIFICATION_ERROR',
    make: ({ credential }) => ({ ...credential, proof: { ...(credential['proof'] as object), previousProof: 'urn:uuid:1' } }),
  },
  {
    what: 'two proofs of one id', check: 'proof', outcome: 'failed', verdict: 'invalid', problem: 'https://w3id.org/security#PROOF_VERIFICATION_ERROR',
    make: async (world) => {
      const good = world.credential['proof'] as JsonObject;
      return { ...world.credential, proof: [{ ...good, id: 'urn:uuid:1' }, { ...good, id: 'urn:uuid:1' }] };
    },
  },
  {
    what: 'a proof for another purpose', check: 'proof', outcome: 'failed', verdict: 'invalid', problem: 'https://w3id.org/security#PROOF_VERIFICATION_ERROR',
    make: ({ credential }) => ({ ...credential, proof: { ...(credential['proof'] as object), proofPurpose: 'authentication' } }),
  },
  {
    what: 'a key revoked before it signed', check: 'proof', outcome: 'failed', verdict: 'invalid', problem: 'https://w3id.org/security#PROOF_VERIFICATION_ERROR',
    make: async (world) => {
      // The lists were signed with another key, which is in order.
      const weak = await writer.createKey(institution.id, 'key-2', new Date(0));
      const keys = copy(writer.composeDidDocument(slug, [world.key, weak]));
      keys.verificationMethod[1].revoked = '2027-03-01T00:00:00Z';
      world.put(addresses.didDocument(slug), keys);
      return world.sign(world.unsigned, weak);
    },
  },
  {
    what: 'an issuer who did not sign', check: 'issuer', outcome: 'failed', verdict: 'invalid', problem: 'https://mikromerit.example/problems/issuer-mismatch',
    make: async (world) => {
      const { key, id } = await strangerSigns(world, world.unsigned);
      return strangersProof(world.unsigned, key, id);
    },
  },
  {
    what: 'a period that is over', check: 'period', outcome: 'failed', verdict: 'expired', problem: 'https://mikromerit.example/problems/expired',
    make: (world) => signed(world, (document) => (document.validUntil = '2027-03-20T11:54:59Z')),
  },
  {
    what: 'a period that has not begun', check: 'period', outcome: 'failed', verdict: 'notYetValid', problem: 'https://mikromerit.example/problems/not-yet-valid',
    make: (world) => signed(world, (document) => (document.validFrom = '2027-03-20T12:05:01Z')),
  },
  {
    what: 'a revoked award', check: 'status', outcome: 'failed', verdict: 'revoked', problem: 'https://mikromerit.example/problems/revoked',
    make: async (world) => (await world.publishList('revocation', [4711]), world.credential),
  },
  {
    what: 'a suspended award: the second entry, while the first is fine', check: 'status', outcome: 'failed', verdict: 'suspended', problem: 'https://mikromerit.example/problems/suspended',
    make: async (world) => (await world.publishList('suspension', [4711]), world.credential),
  },
  {
    what: 'a status list that is not there', check: 'status', outcome: 'unknown', verdict: 'undetermined', problem: 'https://www.w3.org/ns/credentials/status-list#STATUS_RETRIEVAL_ERROR',
    make: (world) => (world.outside.delete(revocationList), world.credential),
  },
  {
    what: 'a status list of another issuer', check: 'status', outcome: 'unknown', verdict: 'undetermined', problem: 'https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR',
    make: async (world) => {
      const list = await writer.composeStatusList({ slug, list: 1, purpose: 'revocation', set: [], validFrom: now, ttlSeconds: 300 });
      const { id, key } = await strangerSigns(world, list);
      world.put(revocationList, await writer.sign({ ...list, issuer: id }, key, 'stranger', now));
      return world.credential;
    },
  },
  {
    what: 'a status list that someone changed', check: 'status', outcome: 'unknown', verdict: 'undetermined', problem: 'https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR',
    make: async (world) => {
      const other = await writer.composeStatusList({ slug, list: 1, purpose: 'revocation', set: [1], validFrom: now, ttlSeconds: 300 });
      const list = JSON.parse(world.outside.get(revocationList)!);
      world.put(revocationList, { ...list, credentialSubject: other['credentialSubject'] });
      return world.credential;
    },
  },
  {
    what: 'an unsigned status list', check: 'status', outcome: 'unknown', verdict: 'undetermined', problem: 'https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR',
    make: async (world) => {
      world.put(revocationList, await writer.composeStatusList({ slug, list: 1, purpose: 'revocation', set: [], validFrom: now, ttlSeconds: 300 }));
      return world.credential;
    },
  },
  {
    what: 'the list for another purpose in its place', check: 'status', outcome: 'unknown', verdict: 'undetermined', problem: 'https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR',
    make: (world) => (world.outside.set(revocationList, world.outside.get(addresses.statusList(slug, 1, 'suspension'))!), world.credential),
  },
  {
    what: 'an earlier list in its place', check: 'status', outcome: 'unknown', verdict: 'undetermined', problem: 'https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR',
    make: async (world) => {
      await world.publishList('revocation', [], 2);
      world.outside.set(revocationList, world.outside.get(addresses.statusList(slug, 2, 'revocation'))!);
      return world.credential;
    },
  },
  {
    what: 'a list that has run out', check: 'status', outcome: 'unknown', verdict: 'undetermined', problem: 'https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR',
    make: async (world) => {
      const list = await writer.composeStatusList({ slug, list: 1, purpose: 'revocation', set: [], validFrom: new Date('2027-01-01T00:00:00Z'), ttlSeconds: 300 });
      world.put(revocationList, await world.sign({ ...list, validUntil: '2027-01-02T00:00:00Z' }));
      return world.credential;
    },
  },
  {
    what: 'a list that is too short', check: 'status', outcome: 'unknown', verdict: 'undetermined', problem: 'https://www.w3.org/ns/credentials/status-list#STATUS_LIST_LENGTH_ERROR',
    make: async (world) => {
      const list = copy(await writer.composeStatusList({ slug, list: 1, purpose: 'revocation', set: [], validFrom: now, ttlSeconds: 300 }));
      list.credentialSubject.encodedList = await shortList();
      world.put(revocationList, await world.sign(list));
      return world.credential;
    },
  },
  {
    what: 'an index beyond the list', check: 'status', outcome: 'unknown', verdict: 'undetermined', problem: 'https://www.w3.org/TR/vc-data-model#RANGE_ERROR',
    make: (world) => signed(world, (document) => (document.credentialStatus[0].statusListIndex = '131072')),
  },
  ...['5abc', '05', 5, '-1', ['5']].map((index): Case => ({
    what: `the index ${JSON.stringify(index)}`, check: 'status', outcome: 'failed', verdict: 'invalid', problem: 'https://www.w3.org/TR/vc-data-model#MALFORMED_VALUE_ERROR',
    make: (world) => signed(world, (document) => (document.credentialStatus[0].statusListIndex = index)),
  })),
  {
    what: 'a kind of status nobody here knows', check: 'status', outcome: 'unknown', verdict: 'undetermined', problem: 'https://mikromerit.example/problems/unsupported-status',
    make: (world) =>
      signed(world, (document) => {
        document['@context'].push(contextUrls.openBadgesExtensions);
        document.credentialStatus.push({ id: 'https://x.example/list', type: '1EdTechRevocationList' });
      }),
  },
  {
    what: 'a status of several bits', check: 'status', outcome: 'unknown', verdict: 'undetermined', problem: 'https://mikromerit.example/problems/unsupported-status',
    make: (world) =>
      signed(world, (document) => {
        const message = (status: string) => ({ id: `urn:status:${status}`, status, message: status });
        Object.assign(document.credentialStatus[0], { statusSize: 2, statusPurpose: 'message', statusMessage: ['0x0', '0x1', '0x2', '0x3'].map(message) });
      }),
  },
  {
    what: 'a catalogue that says something else now', check: 'catalogue', outcome: 'failed', verdict: 'invalid', problem: 'https://mikromerit.example/problems/catalogue-mismatch',
    make: (world) => (world.outside.set(version, `${world.outside.get(version)} `), world.credential),
  },
  {
    what: 'a catalogue that is not there', check: 'catalogue', outcome: 'unknown', verdict: 'undetermined', problem: 'https://mikromerit.example/problems/catalogue-unreachable',
    make: (world) => (world.outside.delete(version), world.credential),
  },
  {
    what: 'no word of the version it was awarded for', check: 'catalogue', outcome: 'failed', verdict: 'invalid', problem: 'https://mikromerit.example/problems/catalogue-mismatch',
    make: (world) => signed(world, (document) => delete document.relatedResource),
  },
  {
    what: 'one of two digests that is wrong', check: 'catalogue', outcome: 'failed', verdict: 'invalid', problem: 'https://mikromerit.example/problems/catalogue-mismatch',
    make: (world) => signed(world, (document) => (document.relatedResource[0].digestSRI = [document.relatedResource[0].digestSRI, `sha256-${'A'.repeat(43)}=`])),
  },
];

const shortList = async () => {
  const bits = new Blob([new Uint8Array(16)]).stream().pipeThrough(new CompressionStream('gzip'));
  return `u${Buffer.from(await new Response(bits).arrayBuffer()).toString('base64url')}`;
};

/** The document as it is, with a proof by a key that is not its issuer's. */
async function strangersProof(document: JsonObject, key: Parameters<typeof writer.sign>[1], id: string): Promise<JsonObject> {
  const { signDocument } = await import('../../src/credentials/proofs/data-integrity.ts');
  const { createDocumentLoader } = await import('../../src/credentials/contexts/document-loader.ts');
  const { createKeyRing } = await import('../../src/credentials/keys/key-ring.ts');
  const { keyEncryptionKey } = await import('./world.ts');
  const ring = createKeyRing(keyEncryptionKey);
  return signDocument(document, { verificationMethod: `${id}#${key.publicKey}`, sign: (data) => ring.sign(key, data) }, now, createDocumentLoader(addresses));
}

describe('caught by one check alone', () => {
  test.each(cases)('$what: $check', async ({ make, check, outcome, verdict, problem, at }) => {
    const world = await createWorld();
    const report = await world.verify(await make(world), at);
    const bad = report.checks.filter((each) => each.outcome === 'failed' || each.outcome === 'unknown');
    expect(bad).toEqual([expect.objectContaining({ name: check, outcome, problem: expect.objectContaining({ type: problem }) })]);
    expect(report.verdict).toBe(verdict);
  });

  test('every check has such a case', () => {
    const covered = new Set<CheckName>([...cases.map(({ check }) => check), 'format' /* model.test.ts, disguise.test.ts */]);
    expect([...covered].sort()).toEqual(['catalogue', 'format', 'issuer', 'period', 'proof', 'status']);
  });
});

describe('the report', () => {
  test('dates a status by the list, the rest by the check', async () => {
    const { credential, verify } = await createWorld();
    const { checks, checkedAt } = await verify(credential);
    expect(checkedAt).toBe('2027-03-20T12:00:00Z');
    expect(checks.find(({ name }) => name === 'status')).toMatchObject({ time: '2027-03-20T11:00:00Z', source: expect.stringContaining('/status/1/') });
    expect(checks.find(({ name }) => name === 'issuer')).toMatchObject({ source: addresses.didDocument(slug) });
    expect(checks.find(({ name }) => name === 'format')).toMatchObject({ time: checkedAt, source: 'document' });
  });

  test('forgives five minutes of clock', async () => {
    const world = await createWorld();
    const late = await signed(world, (document) => (document.validUntil = '2027-03-20T11:55:00Z'));
    const early = await signed(world, (document) => (document.validFrom = '2027-03-20T12:05:00Z'));
    expect((await world.verify(late)).verdict).toBe('valid');
    expect((await world.verify(early)).verdict).toBe('valid');
  });

  test('revoked stands before suspended and before a list that cannot be read', async () => {
    const world = await createWorld();
    await world.publishList('revocation', [4711]);
    await world.publishList('suspension', [4711]);
    expect((await world.verify(world.credential)).verdict).toBe('revoked');
    world.outside.delete(addresses.statusList(slug, 1, 'suspension'));
    expect((await world.verify(world.credential)).verdict).toBe('revoked');
  });

  test('a message or a refresh does not invalidate', async () => {
    const world = await createWorld();
    const document = await signed(world, (draft) => {
      draft.credentialStatus[1].statusPurpose = 'refresh';
    });
    await world.publishList('suspension', [4711]);
    expect((await world.verify(document)).verdict).toBe('valid');
  });

  test('one bad entry among thousands of entries is not looked for', async () => {
    const world = await createWorld();
    const entries = Array.from({ length: 21 }, (_, index) => ({ ...(world.unsigned['credentialStatus'] as JsonObject[])[0], id: `urn:x:${index}` }));
    const report = await world.verify(await world.sign({ ...world.unsigned, credentialStatus: entries }));
    expect(report).toMatchObject({ verdict: 'invalid' });
  });

  test('with the issuer out of reach, nothing is said against the document', async () => {
    const world = await createWorld();
    world.outside.delete(addresses.didDocument(slug));
    const { verdict, checks } = await world.verify(world.credential);
    expect(verdict).toBe('undetermined');
    expect(Object.fromEntries(checks.map(({ name, outcome }) => [name, outcome]))).toEqual({
      format: 'passed', issuer: 'unknown', proof: 'unknown', period: 'passed', status: 'unknown', catalogue: 'passed',
    });
    expect(checks[4]?.problem?.detail).toContain('could not be checked');
  });

  test('an unknown context leaves format and proof open', async () => {
    const { credential, verify } = await createWorld();
    const document = copy(credential);
    document['@context'].push('https://example.org/context');
    const { verdict, checks } = await verify(document);
    expect(verdict).toBe('undetermined');
    expect(checks.filter(({ outcome }) => outcome === 'unknown').map(({ name, problem }) => [name, problem?.type])).toEqual([
      ['format', 'https://mikromerit.example/problems/unknown-context'],
      ['issuer', 'https://mikromerit.example/problems/issuer-mismatch'],
      ['proof', 'https://mikromerit.example/problems/unknown-context'],
    ]);
  });

  test('version 1.1 is not supported, which is no fault of the document', async () => {
    const { credential, verify } = await createWorld();
    const document = copy(credential);
    document['@context'][0] = contextUrls.credentials1;
    delete document.proof;
    const { checks } = await verify(document);
    expect(checks[0]).toMatchObject({ name: 'format', outcome: 'unknown', problem: { type: 'https://mikromerit.example/problems/unsupported-format' } });
  });

  test('an endorsement by another key beside the issuer’s own is welcome', async () => {
    const world = await createWorld();
    const { id, key } = await strangerSigns(world, world.unsigned);
    const { proof } = await strangersProof(world.unsigned, key, id);
    const both = { ...world.credential, proof: [world.credential['proof'], proof] };
    expect((await world.verify(both)).verdict).toBe('valid');
  });

  test('a door that breaks in its own way counts as unreachable', async () => {
    const { credential } = await createWorld();
    const broken = createVerifier({
      addresses,
      door: {
        fetchJson: () => {
          throw new TypeError('boom');
        },
      },
    });
    expect((await broken.verify(credential, now)).verdict).toBe('undetermined');
  });

  test.each([[null], [[]], ['text'], [5], [{}], [{ '@context': null }], [{ credentialSubject: [null], proof: [null], issuer: [] }]])('%j is not valid and breaks nothing', async (document) => {
    const { verify } = await createWorld();
    const report = await verify(document as unknown as JsonObject);
    expect(report.verdict).not.toBe('valid');
    expect(report.checks).toHaveLength(6);
  });
});

test('a document is fetched once, however many checks ask for it', async () => {
  const world = await createWorld();
  const asked: string[] = [];
  const door = {
    fetchJson: (url: string) => {
      asked.push(url);
      return Promise.resolve({ text: world.outside.get(url)!, json: JSON.parse(world.outside.get(url)!), fetchedAt: now, contentType: 'application/json' });
    },
  };
  expect((await createVerifier({ addresses, door }).verify(world.credential, now)).verdict).toBe('valid');
  expect(asked.sort()).toEqual([addresses.didDocument(slug), version, revocationList, addresses.statusList(slug, 1, 'suspension')].sort());
});

test('a proof’s own context is not followed', async () => {
  const { credential, key } = await createWorld();
  const { proof, ...document } = credential;
  const { createDocumentLoader } = await import('../../src/credentials/contexts/document-loader.ts');
  const { decodeMultikey } = await import('../../src/credentials/keys/multikey.ts');
  const foreign = { ...(proof as JsonObject), '@context': { '@vocab': 'https://w3id.org/security#' } };
  expect(await holds(document, foreign, [], decodeMultikey(key.publicKey)!, createDocumentLoader(addresses))).toBe(true);
  expect(did).toContain('did:web');
});

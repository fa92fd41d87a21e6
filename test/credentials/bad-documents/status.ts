import { contextUrls } from '../../../src/credentials/contexts/document-loader.ts';
import { addresses, copy, now, slug, writer } from '../world.ts';
import type { Case } from './case.ts';
import { revocationList, signed, strangerSigns } from './signing.ts';

const unsignedList = ({ set = [] as readonly number[], validFrom = now } = {}) =>
  writer.composeStatusList({ slug, list: 1, purpose: 'revocation', set, validFrom, ttlSeconds: 300 });

const shortList = async () => {
  const bits = new Blob([new Uint8Array(16)]).stream().pipeThrough(new CompressionStream('gzip'));
  return `u${Buffer.from(await new Response(bits).arrayBuffer()).toString('base64url')}`;
};

/** What a status, or the list that holds it, says or leaves open. */
export const statusCases: readonly Case[] = [
  {
    what: 'a revoked award',
    check: 'status',
    outcome: 'failed',
    verdict: 'revoked',
    problem: 'https://mikromerit.example/problems/revoked',
    make: async (world) => (await world.publishList('revocation', [4711]), world.credential),
  },
  {
    what: 'a suspended award: the second entry, while the first is fine',
    check: 'status',
    outcome: 'failed',
    verdict: 'suspended',
    problem: 'https://mikromerit.example/problems/suspended',
    make: async (world) => (await world.publishList('suspension', [4711]), world.credential),
  },
  {
    what: 'a status list that is not there',
    check: 'status',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://www.w3.org/ns/credentials/status-list#STATUS_RETRIEVAL_ERROR',
    make: (world) => (world.outside.delete(revocationList), world.credential),
  },
  {
    what: 'a status list of another issuer',
    check: 'status',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR',
    make: async (world) => {
      const list = await unsignedList();
      const { id, key } = await strangerSigns(world, list);
      world.put(revocationList, await writer.sign({ ...list, issuer: id }, key, 'stranger', now));
      return world.credential;
    },
  },
  {
    what: 'a status list that someone changed',
    check: 'status',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR',
    make: async (world) => {
      const other = await unsignedList({ set: [1] });
      const list = JSON.parse(world.outside.get(revocationList)!);
      world.put(revocationList, { ...list, credentialSubject: other['credentialSubject'] });
      return world.credential;
    },
  },
  {
    what: 'an unsigned status list',
    check: 'status',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR',
    make: async (world) => {
      world.put(revocationList, await unsignedList());
      return world.credential;
    },
  },
  {
    what: 'the list for another purpose in its place',
    check: 'status',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR',
    make: (world) => (
      world.outside.set(revocationList, world.outside.get(addresses.statusList(slug, 1, 'suspension'))!),
      world.credential
    ),
  },
  {
    what: 'an earlier list in its place',
    check: 'status',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR',
    make: async (world) => {
      await world.publishList('revocation', [], 2);
      world.outside.set(revocationList, world.outside.get(addresses.statusList(slug, 2, 'revocation'))!);
      return world.credential;
    },
  },
  {
    what: 'a list that has run out',
    check: 'status',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR',
    make: async (world) => {
      const list = await unsignedList({ validFrom: new Date('2027-01-01T00:00:00Z') });
      world.put(revocationList, await world.sign({ ...list, validUntil: '2027-01-02T00:00:00Z' }));
      return world.credential;
    },
  },
  {
    what: 'a list that is too short',
    check: 'status',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://www.w3.org/ns/credentials/status-list#STATUS_LIST_LENGTH_ERROR',
    make: async (world) => {
      const list = copy(await unsignedList());
      list.credentialSubject.encodedList = await shortList();
      world.put(revocationList, await world.sign(list));
      return world.credential;
    },
  },
  {
    what: 'an index beyond the list',
    check: 'status',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://www.w3.org/TR/vc-data-model#RANGE_ERROR',
    make: (world) => signed(world, (document) => (document.credentialStatus[0].statusListIndex = '131072')),
  },
  ...['5abc', '05', 5, '-1', ['5']].map((index): Case => ({
    what: `the index ${JSON.stringify(index)}`,
    check: 'format',
    outcome: 'failed',
    verdict: 'malformed',
    problem: 'https://www.w3.org/TR/vc-data-model#MALFORMED_VALUE_ERROR',
    make: (world) => signed(world, (document) => (document.credentialStatus[0].statusListIndex = index)),
  })),
  {
    what: 'a kind of status nobody here knows',
    check: 'status',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://mikromerit.example/problems/unsupported-status',
    make: (world) =>
      signed(world, (document) => {
        document['@context'].push(contextUrls.openBadgesExtensions);
        document.credentialStatus.push({ id: 'https://x.example/list', type: '1EdTechRevocationList' });
      }),
  },
  {
    what: 'a status of several bits',
    check: 'status',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://mikromerit.example/problems/unsupported-status',
    make: (world) =>
      signed(world, (document) => {
        const message = (status: string) => ({ id: `urn:status:${status}`, status, message: status });
        Object.assign(document.credentialStatus[0], {
          statusSize: 2,
          statusMessage: ['0x0', '0x1', '0x2', '0x3'].map(message),
        });
      }),
  },
];

import { contextUrls } from '../../../src/credentials/contexts/document-loader.ts';
import { addresses, copy, now, slug, writer } from '../fixture.ts';
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
    make: async (fixture) => (await fixture.publishList('revocation', [4711]), fixture.credential),
  },
  {
    what: 'a suspended award: the second entry, while the first is fine',
    check: 'status',
    outcome: 'failed',
    verdict: 'suspended',
    problem: 'https://mikromerit.example/problems/suspended',
    make: async (fixture) => (await fixture.publishList('suspension', [4711]), fixture.credential),
  },
  {
    what: 'a status list that is not there',
    check: 'status',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://www.w3.org/ns/credentials/status-list#STATUS_RETRIEVAL_ERROR',
    make: (fixture) => (fixture.outside.delete(revocationList), fixture.credential),
  },
  {
    what: 'a status list of another issuer',
    check: 'status',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR',
    make: async (fixture) => {
      const list = await unsignedList();
      const { id, key } = await strangerSigns(fixture, list);
      fixture.put(revocationList, await writer.sign({ ...list, issuer: id }, key, 'stranger', now));
      return fixture.credential;
    },
  },
  {
    what: 'a status list that someone changed',
    check: 'status',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR',
    make: async (fixture) => {
      const other = await unsignedList({ set: [1] });
      const list = JSON.parse(fixture.outside.get(revocationList)!);
      fixture.put(revocationList, { ...list, credentialSubject: other['credentialSubject'] });
      return fixture.credential;
    },
  },
  {
    what: 'an unsigned status list',
    check: 'status',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR',
    make: async (fixture) => {
      fixture.put(revocationList, await unsignedList());
      return fixture.credential;
    },
  },
  {
    what: 'the list for another purpose in its place',
    check: 'status',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR',
    make: (fixture) => (
      fixture.outside.set(revocationList, fixture.outside.get(addresses.statusList(slug, 1, 'suspension'))!),
      fixture.credential
    ),
  },
  {
    what: 'an earlier list in its place',
    check: 'status',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR',
    make: async (fixture) => {
      await fixture.publishList('revocation', [], 2);
      fixture.outside.set(revocationList, fixture.outside.get(addresses.statusList(slug, 2, 'revocation'))!);
      return fixture.credential;
    },
  },
  {
    what: 'a list that has run out',
    check: 'status',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://www.w3.org/ns/credentials/status-list#STATUS_VERIFICATION_ERROR',
    make: async (fixture) => {
      const list = await unsignedList({ validFrom: new Date('2027-01-01T00:00:00Z') });
      fixture.put(revocationList, await fixture.sign({ ...list, validUntil: '2027-01-02T00:00:00Z' }));
      return fixture.credential;
    },
  },
  {
    what: 'a list that is too short',
    check: 'status',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://www.w3.org/ns/credentials/status-list#STATUS_LIST_LENGTH_ERROR',
    make: async (fixture) => {
      const list = copy(await unsignedList());
      list.credentialSubject.encodedList = await shortList();
      fixture.put(revocationList, await fixture.sign(list));
      return fixture.credential;
    },
  },
  {
    what: 'an index beyond the list',
    check: 'status',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://www.w3.org/TR/vc-data-model#RANGE_ERROR',
    make: (fixture) => signed(fixture, (document) => (document.credentialStatus[0].statusListIndex = '131072')),
  },
  ...['5abc', '05', 5, '-1', ['5']].map((index): Case => ({
    what: `the index ${JSON.stringify(index)}`,
    check: 'format',
    outcome: 'failed',
    verdict: 'malformed',
    problem: 'https://www.w3.org/TR/vc-data-model#MALFORMED_VALUE_ERROR',
    make: (fixture) => signed(fixture, (document) => (document.credentialStatus[0].statusListIndex = index)),
  })),
  {
    what: 'a kind of status nobody here knows',
    check: 'status',
    outcome: 'unknown',
    verdict: 'undetermined',
    problem: 'https://mikromerit.example/problems/unsupported-status',
    make: (fixture) =>
      signed(fixture, (document) => {
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
    make: (fixture) =>
      signed(fixture, (document) => {
        const message = (status: string) => ({ id: `urn:status:${status}`, status, message: status });
        Object.assign(document.credentialStatus[0], {
          statusSize: 2,
          statusMessage: ['0x0', '0x1', '0x2', '0x3'].map(message),
        });
      }),
  },
];

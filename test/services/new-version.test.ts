import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { describe, expect, test } from 'vitest';
import { createVerifier } from '../../src/credentials/index.ts';
import { createTestWriter } from '../credentials/writer.ts';
import type { CompleteContent } from '../../src/domain/catalogue/microcredential.ts';
import { type VersionDocument } from '../../src/domain/catalogue/version.ts';
import { createAddresses } from '../../src/domain/addresses/addresses.ts';
import type { LanguageCode } from '../../src/domain/shared/language.ts';
import { mostValues } from '../../src/domain/shared/json-limits.ts';
import { language } from '../../src/generated/vocab.ts';
import { createFetcher } from '../../src/platform/fetch/fetcher.ts';
import { createNewVersion } from '../../src/services/catalogue/new-version.ts';
import { statusPurposes } from '../../src/domain/addresses/grammar.ts';
import { addresses as ours, factsOf, institution, keyEncryptionKey, now, slug } from '../credentials/fixture.ts';
import { decisionOf } from '../store/records.ts';
import { describedContent, sampleEmblem, sampleThemes, unevenContent } from '../samples/content.ts';

const addresses = createAddresses('https://other.example');
const writer = createTestWriter(addresses, keyEncryptionKey);
const key = await writer.createKey(institution.id, 'key-1', new Date('2026-01-02T00:00:00Z'));
const publish = createNewVersion({
  addresses,
  writer: writer.port,
  now: () => new Date('2026-06-01T00:00:00Z'),
  sha256: async (text) => createHash('sha256').update(text).digest('hex'),
  canonicalJson: (value) => canonicalize(value) ?? '',
});
const known = { themes: sampleThemes, emblems: new Set([sampleEmblem]) };
const decision = { ...decisionOf(institution.id, 'decision', 'person'), kind: 'publish' } as const;
const beside = {
  decision,
  known,
  together: { partners: [], others: [] },
  stores: { decisions: { insert: async () => {}, find: async () => undefined } },
};
const publishing = (content: CompleteContent) => publish(institution, { id: 'm', slug: 'vatten', content }, beside);
const languages = language.map(({ code }) => code).slice(0, 40);
const inMany = (count: number, text: string): Partial<Record<LanguageCode, string>> =>
  Object.fromEntries(languages.slice(0, count).map((code) => [code, text]));

/** The verdict of our verifier on an award of this version, by all that it fetches from the other deployment. */
async function verdictOn(content: CompleteContent): Promise<string> {
  const { version } = await publishing(content);
  const facts = factsOf(version);
  const award = { ...facts.award, language: 'sv' as const };
  const credential = await writer.sign(
    writer.compose({ ...facts, award }),
    key,
    slug,
    new Date('2027-03-10T09:00:01Z'),
  );
  const outside = new Map([[version.id, version.document]]);
  outside.set(addresses.didDocument(slug), JSON.stringify(writer.composeDidDocument(slug, [key])));
  for (const purpose of statusPurposes) {
    const validFrom = new Date('2027-03-20T11:00:00Z');
    const list = await writer.composeStatusList({ slug, list: 1, purpose, set: [], validFrom, ttlSeconds: 300 });
    outside.set(addresses.statusList(slug, 1, purpose), JSON.stringify(await writer.sign(list, key, slug, now)));
  }
  const fetchOnce = async (url: string) =>
    new Response(outside.get(url) ?? null, { status: outside.has(url) ? 200 : 404 });
  const readOwn = async () => undefined;
  const fetcher = createFetcher({ origins: [ours.base], readOwn, fetchOnce, now: () => now });
  return (await createVerifier({ addresses: ours, fetcher }).verify(credential, now)).verdict;
}

const inOnlyForm = (achievements: VersionDocument['achievements']) => Object.values(achievements)[0] ?? {};

describe('a new version', () => {
  test('has its achievements in the bytes that the digest is over', async () => {
    const { version, linkedData } = await publishing(unevenContent);
    const { achievements, formatVersion } = JSON.parse(version.document) as VersionDocument;
    expect(formatVersion).toBe(2);
    expect(
      Object.entries(inOnlyForm(achievements)).map(([code, one]) => [code, one?.['inLanguage'], one?.['name']]),
    ).toEqual([
      ['en', 'en', unevenContent.title.en],
      ['fi', 'fi', unevenContent.title.fi],
      ['sv', 'sv', unevenContent.title.sv],
    ]);
    expect(version.digest).toBe(`sha256-${createHash('sha256').update(version.document).digest('base64')}`);
    expect(JSON.parse(linkedData.text)).toEqual({
      '@context': expect.any(Array) as unknown,
      ...inOnlyForm(achievements).sv,
    });
    expect(linkedData.etag).toBe(createHash('sha256').update(linkedData.text).digest('hex'));
  });

  test('with all that describes it is valid where another deployment awards it', async () => {
    expect(await verdictOn(describedContent)).toBe('valid');
  });

  test('has the Swedish of its country, for ever', async () => {
    const finnish = { ...institution, country: 'FI', defaultLocale: 'fi' } as const;
    const content = { ...unevenContent, legalForms: ['fi-open-university'] } as const;
    const { version } = await publish(finnish, { id: 'm', slug: 'vatten', content: content }, beside);
    const { achievements } = JSON.parse(version.document) as VersionDocument;
    expect(achievements['fi-open-university']?.sv).toMatchObject({ certificateName: { sv: 'intyg' } });
    expect(JSON.stringify(achievements)).not.toContain('kursbevis');
  });
});

/** Ways to say ever more; each by a number from what is small to more than anybody reads. */
const ways: readonly [string, (size: number) => CompleteContent, number][] = [
  ['bytes', (size) => ({ ...unevenContent, furtherInformation: inMany(40, 'å'.repeat(size)) }), 3_000],
  [
    'values, in three languages',
    (size) => ({ ...unevenContent, learningOutcomes: Array.from({ length: size }, () => ({ text: inMany(40, 'a') })) }),
    250,
  ],
  [
    'values, in one language',
    (size) => ({
      ...unevenContent,
      title: { sv: 'A' },
      learningOutcomes: Array.from({ length: size }, () => ({ text: inMany(40, 'a') })),
    }),
    250,
  ],
  [
    'skills',
    (size) => ({
      ...unevenContent,
      title: { sv: 'A' },
      learningOutcomes: Array.from({ length: Math.ceil(size / 30) }, (_, at) => ({
        text: { sv: 'a' },
        skills: Array.from({ length: Math.min(30, size - at * 30) }, (_, index) => ({
          iri: `https://skills.example/${at}-${index}`,
          label: { sv: 'a' },
        })),
      })),
    }),
    1_500,
  ],
];

describe('the largest content that is published', () => {
  test.each(ways)(
    'is checked by others to the last: %s',
    async (_, make, tooLarge) => {
      const isPublished = (size: number) =>
        publishing(make(size)).then(
          () => true,
          (error: unknown) => {
            expect(error).toMatchObject({ code: 'gate-refused', faults: [{ code: 'too-much', pointer: '#' }] });
            return false;
          },
        );
      let [most, least] = [1, tooLarge];
      expect([await isPublished(most), await isPublished(least)]).toEqual([true, false]);
      while (least - most > 1) {
        const between = Math.floor((most + least) / 2);
        if (await isPublished(between)) most = between;
        else least = between;
      }
      expect(await verdictOn(make(most))).toBe('valid');
    },
    60_000,
  );

  test('is as large as what is fetched may be', async () => {
    const { version } = await publishing(ways[0]![1](1_450));
    expect(Buffer.byteLength(version.document)).toBeGreaterThan(450_000);
    expect(mostValues(version.document)).toBeLessThan(20_000);
  });
});

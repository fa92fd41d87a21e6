import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { contextUrls, createDocumentLoader } from '../../../src/credentials/contexts/document-loader.ts';
import { canonical } from '../../../src/credentials/proofs/data-integrity.ts';
import { verdicts, type Report } from '../../../src/domain/verification/verification.ts';
import type { JsonObject } from '../../../src/services/ports/index.ts';
import { badge } from '../badge.ts';
import { respellingsOf } from './respellings.ts';
import { addresses, copy, createFixture, type Fixture } from '../fixture.ts';

const loader = createDocumentLoader(addresses);
const folder = join(import.meta.dirname, '../../samples/found');

/** What the signature is over; undefined where JSON-LD refuses the document or its contexts are not held here. */
async function meaningOf({ proof: _proof, ...document }: JsonObject): Promise<string | undefined> {
  return canonical(document, loader).catch(() => undefined);
}

function readFound(name: string): JsonObject | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(folder, name)));
    const json = JSON.parse(text) as JsonObject;
    // What was made to poison the process is for other tests.
    return json['@context'] === undefined || name.startsWith('poison') ? undefined : json;
  } catch {
    return undefined;
  }
}

/** In the contexts of data model 1.1 and the first Open Badges 3.0, where a class and a property share an IRI. */
function badgeOfVersion1(): JsonObject {
  const { awardedDate: _1, name: _2, description: _3, validFrom, validUntil, ...document } = copy(badge);
  delete document.credentialSubject.achievement.inLanguage;
  document['@context'] = [contextUrls.credentials1, 'https://purl.imsglobal.org/spec/ob/v3p0/context.json'];
  return { ...document, issuanceDate: validFrom, expirationDate: validUntil };
}

type Base = Readonly<{ name: string; document: JsonObject; meaning: string; report: Report }>;
const outcomes = ({ checks }: Report) => checks.map(({ name, outcome }) => `${name} ${outcome}`);

/** A standard, or this service, refuses the spelling, and says so. */
const refusals = ['MALFORMED_VALUE_ERROR', 'unsupported-json-ld'];
const isRefused = ({ checks }: Report) =>
  checks.some(({ problem }) => refusals.some((refusal) => problem?.type.endsWith(refusal)));

/** The same report apart from times; or the form is refused, and then the report is no calmer. */
function compare(base: Report, changed: Report, what: string): void {
  expect(verdicts.indexOf(changed.verdict), `${what}: ${changed.verdict}`).toBeLessThanOrEqual(
    verdicts.indexOf(base.verdict),
  );
  expect(changed.summary, what).toEqual(base.summary);
  if (isRefused(changed)) return expect(['malformed', 'undetermined']).toContain(changed.verdict);
  expect(outcomes(changed), what).toEqual(outcomes(base));
  expect(changed.verdict, what).toBe(base.verdict);
}

describe('a document that is written otherwise and means the same', () => {
  let fixture: Fixture;
  const bases: Base[] = [];
  beforeAll(async () => {
    fixture = await createFixture();
    const found = readdirSync(folder).map((name) => [name, readFound(name)] as const);
    const made = [
      ['issued', fixture.credential],
      ['badge', badge],
      ['badge of 1.1', badgeOfVersion1()],
    ] as const;
    for (const [name, document] of [...made, ...found]) {
      if (document === undefined) continue;
      const meaning = await meaningOf(document);
      if (meaning !== undefined) bases.push({ name, document, meaning, report: await fixture.verify(document) });
    }
  });

  const seen = new Map<string, number>();
  test('is reported the same', async () => {
    expect(bases.length).toBeGreaterThan(14);
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), async (which, steps) => {
        // A third of the runs is for what is issued here: it has most members.
        const base = bases[which % 2 === 0 ? 0 : which % bases.length]!;
        const changed = copy(base.document);
        const done: string[] = [];
        for (const step of steps) {
          const all = respellingsOf(changed);
          const before = copy(changed);
          const respelling = all[step % all.length]!;
          respelling.apply();
          if ((await meaningOf(changed)) === base.meaning) done.push(respelling.what);
          else Object.assign(changed, before);
        }
        if (done.length === 0 || (await meaningOf(changed)) !== base.meaning) return;
        for (const what of done) seen.set(what, (seen.get(what) ?? 0) + 1);
        compare(base.report, await fixture.verify(changed), `${base.name}: ${done.join(', ')}`);
      }),
      { numRuns: Number(process.env['RUNS'] ?? 100) },
    );
    expect(seen.size).toBeGreaterThan(12);
  }, 600_000);
});

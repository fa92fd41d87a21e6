import { describe, expect, test } from 'vitest';
import { createDocumentLoader } from '../../../src/credentials/contexts/document-loader.ts';
import { canonical } from '../../../src/credentials/proofs/data-integrity.ts';
import { createAddresses } from '../../../src/domain/addresses/addresses.ts';
import { asPublished } from '../../../src/domain/catalogue/known-bodies.ts';
import type { CompleteContent, MicrocredentialContent } from '../../../src/domain/catalogue/microcredential.ts';
import { namedBy } from '../../../src/services/catalogue/publication.ts';
import { completeContent } from '../../samples/content.ts';
import { finnish, institutionOf } from '../../samples/institution.ts';
import { addresses, createFixture, institution } from '../fixture.ts';

const partner = institutionOf({ id: 'institution-2', createdAt: institution.createdAt }, finnish);

const decisions = new Map([
  [institution.slug, { date: '2026-02-20' }],
  [partner.slug, { date: '2026-02-18', reference: 'K 2026/9' }],
]);

/** The institution and a partner award it, the institution and UKÄ assure its quality: all of them chosen. */
function chosen(where = addresses): CompleteContent {
  const draft: MicrocredentialContent = {
    ...completeContent,
    awardingBodies: [{ institution: institution.slug }, { institution: partner.slug }],
    qualityAssurance: [
      { type: 'institutional-quality-assurance', body: { institution: institution.slug } },
      { type: 'institutional-licence', body: { code: 'uka' } },
    ],
  };
  const institutions = [institution, partner].flatMap((one) => namedBy({ addresses: where }, one));
  return asPublished(draft as CompleteContent, { institutions, decisions });
}

const awardedBy = (where: typeof addresses) => [
  {
    id: where.did(partner.slug),
    name: partner.name,
    country: 'FI',
    homepage: partner.homepage,
    decidedOn: '2026-02-18',
  },
  {
    id: where.did(institution.slug),
    name: institution.name,
    country: 'SE',
    homepage: institution.homepage,
    decidedOn: '2026-02-20',
  },
];

describe('bodies that were chosen', () => {
  test('are called by their ids, and the issuer is described once', async () => {
    const { unsigned } = await createFixture(chosen());
    const { achievement } = unsigned['credentialSubject'] as { achievement: Record<string, unknown> };
    expect(achievement['awardingBody']).toEqual([
      { id: addresses.did(institution.slug), decidedOn: '2026-02-20' },
      expect.objectContaining({ id: addresses.did(partner.slug), legalName: partner.name }),
    ]);
    const text = await canonical(unsigned, createDocumentLoader(addresses));
    const names = text.split('\n').filter((line) => line.includes('regorg#legalName'));
    expect(names).toHaveLength(Object.keys(institution.name).length + Object.keys(partner.name).length);
  });

  test.each(['https://mikromerit.example', 'https://other.example'])(
    'are read back with what is known of them, and the certificate verifies: issued at %s',
    async (base) => {
      const where = createAddresses(base);
      const { verify, credential } = await createFixture(chosen(where), where);
      const { verdict, summary } = await verify(credential);
      expect(verdict).toBe('valid');
      expect(summary.awardingBodies).toEqual(awardedBy(where));
      expect(summary.qualityAssurance).toEqual([
        { type: 'institutional-quality-assurance', body: institution.name, bodyId: where.did(institution.slug) },
        {
          type: 'institutional-licence',
          body: {
            en: 'Swedish Higher Education Authority (UKÄ)',
            fi: 'Ruotsin korkeakouluviranomainen UKÄ',
            sv: 'Universitetskanslersämbetet (UKÄ)',
          },
          bodyId: 'https://www.uka.se/',
        },
      ]);
    },
  );

  test('make the canonical text shorter than the same bodies written out', async () => {
    const bytesOf = async (content: CompleteContent) => {
      const { unsigned } = await createFixture(content);
      return (await canonical(unsigned, createDocumentLoader(addresses))).length;
    };
    const all = chosen();
    const writtenOut = {
      ...all,
      awardingBodies: all.awardingBodies.map(({ id: _, ...body }) => body),
      qualityAssurance: all.qualityAssurance.map(({ body: { id: _, ...body }, ...one }) => ({ ...one, body })),
    };
    expect(await bytesOf(all)).toBeLessThan((await bytesOf(writtenOut)) - 1000);
  });
});

import canonicalize from 'canonicalize';
import { composeVersion } from '../../src/domain/catalogue/version.ts';
import type { CompleteContent, DocumentedVersion } from '../../src/domain/catalogue/microcredential.ts';
import type { Institution } from '../../src/domain/institution/institution.ts';
import { createAddresses } from '../../src/domain/addresses/addresses.ts';
import { composeAchievements } from '../../src/services/catalogue/new-version.ts';
import type { CredentialFacts, JsonObject } from '../../src/services/ports/index.ts';
import { createTestWriter } from './writer.ts';

const addresses = createAddresses('https://frozen.example');
const writer = createTestWriter(addresses, new Uint8Array(32));

const institutionCalled = (slug: string, names: Institution['name']): Institution => ({
  id: slug,
  slug,
  name: names,
  country: 'SE',
  kind: 'public-authority',
  publicRecordsDuty: true,
  archiveDuty: true,
  defaultLocale: 'sv-SE',
  review: 'required',
  homepage: `https://${slug}.example/`,
  createdAt: new Date('2026-01-01T00:00:00Z'),
});
const owner = institutionCalled('agare', { sv: 'Ägarhögskolan', en: 'Owner University' });
const host = institutionCalled('vard', { sv: 'Värdhögskolan', en: 'Host University' });

/** The document of a version with this content, as it was published on a day of 2026. */
export function frozenVersion(content: CompleteContent): string {
  const version = addresses.version(owner.slug, 'kurs', 1);
  const achievements = composeAchievements(writer, { version, content, institution: owner, on: '2026-06-01' });
  const publishedAt = new Date('2026-06-01T08:00:00Z');
  const facts = { addresses, institution: owner, slug: 'kurs', number: 1, content, achievements, publishedAt };
  return canonicalize(composeVersion(facts)) ?? '';
}

/** The certificate of that version: by its owner, given elsewhere, or given and awarded elsewhere. */
export function frozenCertificate(content: CompleteContent, by: 'owner' | 'given-elsewhere' | 'host'): JsonObject {
  const document = frozenVersion(content);
  const version: DocumentedVersion = {
    id: 'v',
    institutionId: owner.id,
    microcredentialId: 'm',
    number: 1,
    content,
    document,
    digest: 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
    publishedAt: new Date('2026-06-01T08:00:00Z'),
    decisionId: 'd',
  };
  const facts: CredentialFacts = {
    award: {
      id: '00000000-0000-4000-8000-000000000001',
      legalForm: content.legalForms[0] ?? 'other',
      language: 'sv',
      nameAsAwarded: 'Märta Provström',
      grade: content.gradingScheme.grades.find(({ passes }) => passes)?.value ?? '',
      completedOn: '2026-10-01',
      awardedOn: '2026-10-15',
    },
    completion: {
      examination: {
        place: 'learning-centre',
        supervision: 'supervised-with-id',
        form: 'written-examination',
        identity: { how: 'photo-id', checkedBy: 'learning-centre', name: 'Lärcentrum Ån' },
      },
      decidedIn: {
        system: 'Ladok',
        id: 'L-1',
        attestedBy: 'Ada Attestant',
        attestedAt: new Date('2026-10-02T08:00:00Z'),
      },
    },
    institution: owner,
    issuer: by === 'host' ? host : owner,
    host: by === 'owner' ? owner : host,
    version,
    microcredentialSlug: 'kurs',
    status: { listId: 'l', listNumber: 1, index: 4711 },
    validFrom: new Date('2026-10-15T09:00:00Z'),
  };
  return writer.compose(facts);
}

export const frozenContext = (): JsonObject => writer.context;

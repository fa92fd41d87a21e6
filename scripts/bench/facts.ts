import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Addresses } from '../../src/domain/addresses/addresses.ts';
import type { Institution } from '../../src/domain/institution/institution.ts';
import { introductionToMachineLearning } from '../../demo/microcredentials/introduction-to-machine-learning.ts';
import { fjallsjo } from '../../demo/institutions.ts';
import { asPublished } from '../../src/domain/catalogue/known-bodies.ts';
import { passPublishGate } from '../../src/domain/catalogue/publish-gate.ts';
import { composeVersion, languageOfAward } from '../../src/domain/catalogue/version.ts';
import { composeAchievements } from '../../src/services/catalogue/new-version.ts';
import { publicationBy } from '../../src/services/catalogue/publication.ts';
import type { CredentialFacts, CredentialWriter } from '../../src/services/ports/index.ts';

const { staff: _, units: __, ...founded } = fjallsjo;
export const benchInstitution: Institution = { ...founded, id: crypto.randomUUID(), createdAt: new Date() };

const publishedAt = new Date('2026-01-12');
let award = 0;

/** A new award of one of the demo's micro-credentials: what differs from one to the next is what differs in real life. */
export function benchFacts(addresses: Addresses, writer: CredentialWriter, now: Date): CredentialFacts {
  award += 1;
  const { slug } = introductionToMachineLearning;
  const publication = publicationBy({ addresses }, benchInstitution, publishedAt);
  const content = asPublished(passPublishGate(introductionToMachineLearning.content, publication), publication);
  const version = addresses.version(benchInstitution.slug, slug, 1);
  const facts = {
    addresses,
    institution: benchInstitution,
    slug,
    number: 1,
    content,
    achievements: composeAchievements(writer, { version, content, institution: benchInstitution, on: publication.on }),
    publishedAt,
  };
  const document = canonicalize(composeVersion(facts)) ?? '';
  return {
    award: {
      id: crypto.randomUUID(),
      legalForm: content.legalForms[0] ?? 'other',
      language: languageOfAward(content, benchInstitution),
      nameAsAwarded: `Learner ${award}`,
      grade: 'G',
      completedOn: '2026-05-29',
      awardedOn: '2026-06-11',
    },
    completion: {
      examination: {
        place: 'examination-room',
        supervision: 'supervised-with-id',
        form: 'written-examination',
        identity: { how: 'photo-id', checkedBy: 'institution' },
      },
    },
    institution: benchInstitution,
    issuer: benchInstitution,
    host: benchInstitution,
    version: {
      id: version,
      institutionId: benchInstitution.id,
      microcredentialId: 'bench',
      number: 1,
      content,
      document,
      digest: `sha256-${createHash('sha256').update(document).digest('base64')}`,
      publishedAt,
      decisionId: 'bench',
    },
    microcredentialSlug: slug,
    status: { listId: 'bench', listNumber: 1, index: award },
    validFrom: now,
  };
}

import type { Addresses, StatusPurpose } from '../../../domain/shared/addresses.ts';
import { statusPurposes } from '../../../domain/shared/addresses.ts';
import { timestamp } from '../../../domain/shared/dates.ts';
import type { Institution } from '../../../domain/institution/institution.ts';
import { textFor, type Locale } from '../../../domain/shared/language.ts';
import type { CredentialFacts, JsonObject, PublishedEntry } from '../../../services/ports/index.ts';
import { contextUrls } from '../../contexts/document-loader.ts';
import { filled, ownMembers, plain, type AchievementFacts } from './achievement.ts';
import { alignments } from './alignment.ts';

const gradeWord: Record<Locale, string> = { 'sv-SE': 'Betyg', 'sv-FI': 'Vitsord', fi: 'Arvosana', en: 'Grade' };

/** `LetterGrade` is for letters alone; `Status` has its own closed list of values, so anything else is a `Result`. */
const resultType = (grades: readonly Readonly<{ value: string }>[]): string =>
  grades.every(({ value }) => /^\p{L}{1,2}[+-]?$/u.test(value)) ? 'LetterGrade' : 'Result';

/**
 * The achievement that a version's content makes. Verifying makes it again and compares, so for content that was
 * published it never changes: what it says about anything that exists today is pinned in
 * test/credentials/verification/catalogue.test.ts, and another mapping needs another context and another way to tell them apart.
 */
export function achievementOf(facts: AchievementFacts): JsonObject {
  const { addresses, institution, version, content } = facts;
  const outcomes = content.learningOutcomes.map(({ text }) => `- ${plain(text, institution)}`).join('\n');
  const scheme = content.gradingScheme;
  return filled({
    id: version,
    type: ['Achievement'],
    achievementType: 'MicroCredential',
    name: plain(content.title, institution),
    description: plain(content.description, institution),
    inLanguage: textFor(content.title, institution.defaultLocale)?.language,
    humanCode: content.syllabus?.code,
    criteria: { id: addresses.part(version, 'criteria'), narrative: outcomes },
    creditsAvailable: content.workload.ects,
    alignment: alignments(facts),
    resultDescription: [
      {
        id: addresses.part(version, 'result'),
        type: ['ResultDescription'],
        name: plain(scheme.title, institution) || gradeWord[institution.defaultLocale],
        resultType: resultType(scheme.grades),
      },
    ],
    ...ownMembers(facts),
  });
}

/** A published version as linked data: the very achievement that its credentials carry. */
export const composeAchievement = (addresses: Addresses, facts: PublishedEntry): JsonObject => ({
  '@context': contextsOf(addresses),
  ...achievementOf({
    addresses,
    institution: facts.institution,
    version: addresses.version(facts.institution.slug, facts.microcredentialSlug, facts.version.number),
    content: facts.version.content,
  }),
});

/** An institution as linked data: the issuer that its credentials name. */
export const composeProfile = (addresses: Addresses, institution: Institution): JsonObject => ({
  '@context': contextsOf(addresses),
  ...issuer(addresses, { institution }),
});

const contextsOf = (addresses: Addresses) => [contextUrls.credentials, contextUrls.openBadges, addresses.context];

function issuer(addresses: Addresses, { institution }: Pick<CredentialFacts, 'institution'>): JsonObject {
  const page = addresses.institution(institution.slug);
  return {
    id: addresses.did(institution.slug),
    type: ['Profile'],
    name: plain(institution.name, institution),
    legalName: institution.name,
    url: institution.homepage ?? page,
    address: { id: `${page}#address`, type: ['Address'], addressCountryCode: institution.country },
  };
}

/** The entry's id is never the list's (Bitstring Status List 1.0 §2.1). */
function statusEntry(
  addresses: Addresses,
  { institution, status }: CredentialFacts,
  purpose: StatusPurpose,
): JsonObject {
  const list = addresses.statusList(institution.slug, status.listNumber, purpose);
  return {
    id: `${list}#${status.index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: purpose,
    statusListIndex: String(status.index),
    statusListCredential: list,
  };
}

/**
 * The unsigned Open Badges 3.0 AchievementCredential on VC Data Model 2.0. Every node has an id, so no blank node
 * arises; the person is named once, on the subject, whose id says nothing about them.
 */
export function composeOpenBadge(addresses: Addresses, facts: CredentialFacts): JsonObject {
  const { award, institution, version, microcredentialSlug } = facts;
  const { content } = version;
  const credential = addresses.award(award.id);
  const versionAddress = addresses.version(institution.slug, microcredentialSlug, version.number);
  return {
    '@context': contextsOf(addresses),
    id: credential,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: plain(content.title, institution),
    issuer: issuer(addresses, facts),
    validFrom: timestamp(facts.validFrom),
    awardedDate: `${award.awardedOn}T00:00:00Z`,
    credentialSubject: filled({
      id: `${credential}#subject`,
      type: ['AchievementSubject'],
      learnerName: award.nameAsAwarded,
      completedOn: award.completedOn,
      creditsEarned: content.workload.ects,
      result: [
        {
          id: `${credential}#result`,
          type: ['Result'],
          resultDescription: addresses.part(versionAddress, 'result'),
          value: award.grade,
        },
      ],
      achievement: achievementOf({ addresses, institution, version: versionAddress, content }),
    }),
    relatedResource: [{ id: versionAddress, mediaType: 'application/json', digestSRI: version.digest }],
    credentialStatus: statusPurposes.map((purpose) => statusEntry(addresses, facts, purpose)),
  };
}

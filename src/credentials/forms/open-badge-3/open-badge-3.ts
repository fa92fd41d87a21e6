import type { Addresses } from '../../../domain/addresses/addresses.ts';
import { type Achievement, achievementIn } from '../../../domain/catalogue/version.ts';
import { timestamp } from '../../../domain/shared/dates.ts';
import type { Institution } from '../../../domain/institution/institution.ts';
import { textFor, type Locale } from '../../../domain/shared/language.ts';
import type { AchievementFacts, CredentialFacts, JsonObject } from '../../../services/ports/index.ts';
import { contextUrls } from '../../contexts/document-loader.ts';
import { withoutEmpty, ownMembers, plain } from './achievement.ts';
import { composeStatusEntries } from '../../status/entries.ts';
import { alignments } from './alignment.ts';
import { givenElsewhere } from './given-elsewhere.ts';
import { howDecided, howExamined } from './result.ts';

const gradeWord: Record<Locale, string> = { 'sv-SE': 'Betyg', 'sv-FI': 'Vitsord', fi: 'Arvosana', en: 'Grade' };

/** `LetterGrade` is for letters alone; `Status` has its own closed list of values, so anything else is a `Result`. */
const resultType = (grades: readonly Readonly<{ value: string }>[]): string =>
  grades.every(({ value }) => /^\p{L}{1,2}[+-]?$/u.test(value)) ? 'LetterGrade' : 'Result';

/** What a version's certificates say that they are for, with the terms of their contexts. It is published with it. */
export function composeAchievement(addresses: Addresses, facts: AchievementFacts): Achievement {
  const { version, content, language, locale } = facts;
  const { title, description, syllabus, gradingScheme } = content;
  const outcomes = content.learningOutcomes.map(({ text }) => `- ${plain(text, facts)}`).join('\n');
  return withoutEmpty({
    id: version,
    type: ['Achievement'],
    achievementType: 'MicroCredential',
    name: plain(title, facts),
    description: plain(description, facts),
    inLanguage: language,
    humanCode: syllabus?.code,
    criteria: { id: addresses.part(version, 'c'), narrative: outcomes },
    creditsAvailable: facts.credits,
    alignment: alignments({ ...facts, addresses }),
    resultDescription: [
      {
        id: addresses.part(version, 'r'),
        type: ['ResultDescription'],
        name: plain(gradingScheme.title, facts) || gradeWord[locale],
        resultType: resultType(gradingScheme.grades),
      },
    ],
    ...ownMembers({ ...facts, addresses }),
  });
}

export const asLinkedData = (addresses: Addresses, node: JsonObject): JsonObject => ({
  '@context': contextsOf(addresses),
  ...node,
});

/** An institution as linked data: the issuer that its credentials name. */
export const composeProfile = (addresses: Addresses, institution: Institution): JsonObject =>
  asLinkedData(addresses, withoutEmpty({ ...profile(addresses, institution), ...registered(addresses, institution) }));

/** Not in a certificate, which says once who issues it: whoever wants to know more follows the DID. */
const registered = (addresses: Addresses, { slug, identifiers = [] }: Institution) => ({
  otherIdentifier: identifiers.map(({ kind, value }) => ({
    id: `${addresses.institution(slug)}#${kind}`,
    type: ['IdentifierEntry'],
    identifier: value,
    // Open Badges 3.0 has no types for these registers; others begin with "ext:" (IdentifierTypeEnum).
    identifierType: `ext:${kind}`,
  })),
});

const contextsOf = (addresses: Addresses) => [contextUrls.credentials, contextUrls.openBadges, addresses.context];

function profile(addresses: Addresses, institution: Institution): JsonObject {
  const page = addresses.institution(institution.slug);
  return {
    id: addresses.did(institution.slug),
    type: ['Profile'],
    name: textFor(institution.name, institution.defaultLocale)?.text ?? '',
    legalName: institution.name,
    url: institution.homepage ?? page,
    address: { id: `${page}#address`, type: ['Address'], addressCountryCode: institution.country },
  };
}

/**
 * The unsigned Open Badges 3.0 AchievementCredential on VC Data Model 2.0. Every node has an id, so no blank node
 * arises; the person is named once, on the subject, whose id says nothing about them.
 */
export const composeOpenBadge = (addresses: Addresses, facts: CredentialFacts): JsonObject =>
  composeAround(addresses, facts, achievementIn(facts.version.document, facts.award.legalForm, facts.award.language));

/** The credential with this achievement in it. */
export function composeAround(addresses: Addresses, facts: CredentialFacts, achievement: Achievement): JsonObject {
  const { award, completion, institution, version, microcredentialSlug } = facts;
  const credential = addresses.award(award.id);
  const versionAddress = addresses.version(institution.slug, microcredentialSlug, version.number);
  return {
    '@context': contextsOf(addresses),
    id: credential,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: achievement['name'],
    issuer: profile(addresses, facts.issuer),
    validFrom: timestamp(facts.validFrom),
    awardedDate: `${award.awardedOn}T00:00:00Z`,
    credentialSubject: withoutEmpty({
      id: `${credential}#subject`,
      type: ['AchievementSubject'],
      learnerName: award.nameAsAwarded,
      completedOn: award.completedOn,
      creditsEarned: achievement['creditsAvailable'],
      result: [
        withoutEmpty({
          id: `${credential}#result`,
          type: ['Result'],
          resultDescription: addresses.part(versionAddress, 'r'),
          value: award.grade,
          ...howExamined(completion.examination),
          ...howDecided(completion.decidedIn),
        }),
      ],
      achievement,
      ...givenElsewhere(addresses, facts),
    }),
    relatedResource: [{ id: versionAddress, mediaType: 'application/json', digestSRI: version.digest }],
    credentialStatus: composeStatusEntries(addresses, facts),
  };
}

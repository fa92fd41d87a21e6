import type { Addresses } from '../domain/addresses/addresses.ts';
import type { Institution } from '../domain/institution/institution.ts';
import { labelFor, type LanguageCode, languageFor, type Locale, textFor } from '../domain/shared/language.ts';
import { creditsIn } from '../domain/catalogue/credits.ts';
import { isJoint } from '../domain/catalogue/joint/joint-gate.ts';
import type { CompleteContent, LearningOutcome, PublishedVersion } from '../domain/catalogue/microcredential.ts';
import type { Offering } from '../domain/catalogue/offering.ts';
import { present } from '../domain/shared/present.ts';
import { eqf, eqfScheme, licence, targetGroup } from '../generated/vocab.ts';
import type { JsonObject } from '../services/ports/index.ts';
import { courseInstance, duration, university } from './course-instance.ts';

type Facts = Readonly<{
  addresses: Pick<Addresses, 'microcredential' | 'institution' | 'offering'>;
  institution: Institution;
  microcredentialSlug: string;
  version: PublishedVersion;
  offerings: readonly Readonly<{ offering: Offering; institution: Institution }>[];
  locale: Locale;
}>;

/** The published micro-credential as a schema.org Course with its runs, for search engines. Texts are in one language. */
export function courseDocument({
  addresses,
  institution,
  microcredentialSlug,
  version,
  offerings,
  locale,
}: Facts): JsonObject {
  const { content } = version;
  const text = (map: Parameters<typeof textFor>[0]) => textFor(map, locale)?.text;
  const instances = offerings.filter(({ offering }) => !offering.cancelledAt);
  return present({
    '@context': 'https://schema.org',
    '@type': 'Course',
    '@id': addresses.microcredential(institution.slug, microcredentialSlug),
    url: addresses.microcredential(institution.slug, microcredentialSlug),
    name: text(content.title),
    description: text(content.description),
    courseCode: microcredentialSlug,
    inLanguage: content.languages,
    provider: providersOf(content, institution, addresses, locale),
    coursePrerequisites: text(content.prerequisites),
    timeRequired: duration(content.workload.hours),
    numberOfCredits: creditsIn(version),
    educationalLevel: levelTerm(content),
    teaches: content.learningOutcomes.flatMap((outcome) => terms(outcome, locale)),
    educationalCredentialAwarded: {
      '@type': 'EducationalOccupationalCredential',
      credentialCategory: 'Micro-credential',
      name: text(content.title),
    },
    ...descriptionOf(content, locale),
    hasCourseInstance:
      instances.length > 0
        ? instances.map((run) => ({
            ...courseInstance({ addresses, content, locale, ...run }),
            ...(run.institution.id !== institution.id && {
              organizer: university({ addresses, institution: run.institution, locale }),
            }),
          }))
        : undefined,
  });
}

/** The institution; of a joint course each body that awards it. */
function providersOf(
  { awardingBodies }: CompleteContent,
  institution: Institution,
  addresses: Facts['addresses'],
  locale: Locale,
): JsonObject | readonly JsonObject[] {
  if (!isJoint({ awardingBodies })) return university({ addresses, institution, locale });
  return awardingBodies.map(({ institution: slug, id, name, homepage }) =>
    present({
      '@type': slug === undefined ? 'Organization' : 'CollegeOrUniversity',
      name: textFor(name, locale)?.text,
      url: homepage ?? (slug === undefined ? id : addresses.institution(slug)),
    }),
  );
}

/** For whom and about what it is, who paid for it, and what it was made of. */
function descriptionOf(content: CompleteContent, locale: Locale): JsonObject {
  const { targetGroups, themes = [], keywords = {}, funding, licence: code, provenance } = content;
  const text = (map: Parameters<typeof textFor>[0]) => textFor(map, locale)?.text;
  const codes = targetGroups?.codes ?? [];
  const groups = targetGroup.filter((group) => codes.includes(group.code)).map(({ label }) => labelFor(label, locale));
  const audiences = [...groups, text(targetGroups?.text)].filter((audience) => audience !== undefined);
  const language = languageFor(Object.keys(keywords) as LanguageCode[], locale);
  return present({
    audience: orNone(audiences.map((audienceType) => ({ '@type': 'EducationalAudience', audienceType }))),
    about: orNone(themes.map(({ code, label }) => ({ '@type': 'DefinedTerm', termCode: code, name: text(label) }))),
    keywords: language && keywords[language]?.join(', '),
    funding:
      funding &&
      present({
        '@type': 'Grant',
        name: text(funding.programme),
        identifier: funding.code,
        description: text(funding.sentence),
      }),
    license: licence.find((each) => each.code === code)?.iri,
    isBasedOn: provenance?.version,
  });
}

const orNone = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);

function levelTerm({ level }: CompleteContent): JsonObject | undefined {
  const concept = 'eqf' in level ? eqf.find(({ code }) => code === String(level.eqf)) : undefined;
  return concept && { '@type': 'DefinedTerm', '@id': concept.iri, termCode: concept.code, inDefinedTermSet: eqfScheme };
}

function terms({ text, skills = [] }: LearningOutcome, locale: Locale): JsonObject[] {
  const outcome = { '@type': 'DefinedTerm', name: textFor(text, locale)?.text };
  const named = skills.map(({ iri, label }) =>
    present({ '@type': 'DefinedTerm', '@id': iri, name: textFor(label, locale)?.text }),
  );
  return [outcome, ...named];
}

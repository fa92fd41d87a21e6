import type { NamedInstitution } from './bodies.ts';
import type { PartnerState } from './joint/partnership.ts';
import type { Finding } from './gate-finding.ts';
import type { LanguageMap } from '../shared/language.ts';
import type { MicrocredentialContent } from './microcredential.ts';

/** What an institution has for its descriptions: themes by code with what they are called, and ids of emblems. */
export type Known = Readonly<{ themes: ReadonlyMap<string, LanguageMap>; emblems: ReadonlySet<string> }>;

/** A partner with where it stands to the text that is looked at. */
export type NamedPartner = NamedInstitution & Readonly<{ state: PartnerState }>;

/** Where and when it would be published: the country of the institution, and the calendar date there. */
export type Publication = Readonly<{
  country: string;
  on: string;
  /** Those that may be named as bodies of the course. */
  institutions?: readonly NamedInstitution[];
  /** The institutions that were invited to give it, those that left included. */
  partners?: readonly NamedPartner[];
  /** The institutions of this service that may not be named. */
  others?: readonly NamedInstitution[];
  /** Absent: the institution has no themes and no emblems. */
  known?: Known;
}>;

/** One check of a draft's content. Empty where it finds nothing. */
export type Check = (content: MicrocredentialContent, publication: Publication) => readonly Finding[];

export const hasText = (map: LanguageMap | undefined): boolean =>
  Object.values(map ?? {}).some((text) => text.trim() !== '');
/** No text, or none that can be seen. */
export const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';
export const isEmpty = (list: readonly unknown[] | undefined): boolean => list === undefined || list.length === 0;

/** The parts of the content that people write in several languages, each with where it stands. */
export function languageMapsOf(
  content: MicrocredentialContent,
): readonly (readonly [pointer: string, map: LanguageMap])[] {
  const of = <T>(
    list: readonly T[] | undefined,
    name: string,
    read: (item: T) => LanguageMap | undefined,
    member: string,
  ) => (list ?? []).map((item, index) => [`${name}/${index}/${member}`, read(item)] as const);
  const all: readonly (readonly [string, LanguageMap | undefined])[] = [
    ['title', content.title],
    ['description', content.description],
    ...of(content.learningOutcomes, 'learningOutcomes', ({ text }) => text, 'text'),
    ['level/reason', content.level && 'reason' in content.level ? content.level.reason : undefined],
    ['prerequisites', content.prerequisites],
    ['gradingScheme/title', content.gradingScheme?.title],
    ['gradingScheme/description', content.gradingScheme?.description],
    ...of(content.gradingScheme?.grades, 'gradingScheme/grades', ({ label }) => label, 'label'),
    ['stackability/statement', content.stackability?.statement],
    ...of(content.stackability?.of, 'stackability/of', ({ title }) => title, 'title'),
    ['furtherInformation', content.furtherInformation],
    ['otherFormReason', content.otherFormReason],
    ['targetGroups/text', content.targetGroups?.text],
    ['funding/programme', content.funding?.programme],
    ['funding/project', content.funding?.project],
    ['funding/sentence', content.funding?.sentence],
    ['funding/then', content.funding?.then],
    ['exampleToReuse/whatWorked', content.exampleToReuse?.whatWorked],
    ...of(content.qualityAssurance, 'qualityAssurance', ({ body }) => body?.name, 'body/name'),
    ...of(content.awardingBodies, 'awardingBodies', ({ name }) => name, 'name'),
  ];
  return all.filter((one): one is readonly [string, LanguageMap] => one[1] !== undefined);
}

/** Every text that a person wrote, with where it stands. */
export const textsOf = (content: MicrocredentialContent): readonly (readonly [pointer: string, text: string])[] => [
  ...languageMapsOf(content).flatMap(([pointer, map]) =>
    Object.entries(map).map(([language, text]) => [`${pointer}/${language}`, text] as const),
  ),
  ...Object.entries(content.keywords ?? {}).flatMap(([language, words]) =>
    words.map((word, index) => [`keywords/${language}/${index}`, word] as const),
  ),
];

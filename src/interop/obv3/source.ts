import { isObject } from '../../domain/shared/json.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import { language, type LanguageCode } from '../../generated/vocab.ts';
import { candidates } from '../import/candidates.ts';
import { ImportDocument } from '../import/document.ts';
import { languageOfTag } from '../import/languages.ts';
import { quoted } from '../import/notes.ts';
import { has, hasType, type Part, type Value } from '../import/parts.ts';
import { openSealed } from '../import/sealed.ts';
import { Texts } from '../import/texts.ts';
import { literal, onlyFirst } from '../import/values.ts';

/** What a part is in Open Badges 3.0. */
export type Kind =
  'credential' | 'subject' | 'achievement' | 'criteria' | 'resultDescription' | 'issuer' | 'address' | 'identifier';

export type Source = Readonly<{
  document: ImportDocument<Kind>;
  texts: Texts;
  achievement: Part;
  /** Who issued the credential; none beside an achievement alone. */
  issuer: Part | undefined;
  languages: readonly LanguageCode[];
}>;

const unreadable = (detail: string) => new DomainError('import-unreadable', detail);

/** What a file is where it holds no achievement, as far as that can be told. */
const others: readonly (readonly [isIt: (document: ImportDocument, part: Part) => boolean, detail: string])[] = [
  [
    (document, part) =>
      hasType(part, 'Assertion') || hasType(part, 'BadgeClass') || contexts(document, part, '/openbadges/v2'),
    'This is Open Badges 2, which says less and in other words; ask for it as Open Badges 3.0.',
  ],
  [
    (document, part) => document.nodes([part], 'credentialSubject').some((subject) => has(subject, 'hasClaim')),
    'This is a document of the European Learning Model: use “import elm”.',
  ],
  [
    (document, part) => document.nodes([part], 'credentialSubject').length > 0,
    'This credential has no achievement (credentialSubject.achievement), so it does not say what a micro-credential is.',
  ],
];
const notOpenBadges =
  'This is neither an Open Badges 3.0 credential (with credentialSubject.achievement) nor an Achievement.';

const contexts = (document: ImportDocument, part: Part, ending: string): boolean =>
  document.peek(part, '@context').some(({ value }) => typeof value === 'string' && value.endsWith(ending));

/** The document, opened at its achievement. Its members are read by their names: no context is fetched or believed. */
export function openSource(input: unknown): Source {
  const { content, isSealed } = openSealed(input);
  if (typeof content !== 'object' || content === null) throw unreadable(notOpenBadges);
  const document = new ImportDocument<Kind>(content);
  if (isSealed) {
    const where = typeof input === 'string' ? '#' : '#/payload';
    document.notes.add(where, 'This file is signed. The signature was not checked; the places named are within it.');
  }
  const values = candidates(content);
  const parts = values.flatMap((value) => document.partOf(value) ?? []);
  const credentials = parts.filter((part) => achievementsOf(document, part).length > 0);
  const achievements = parts.filter((part) => isAchievement(part));
  const [root] = onlyFirst(document, credentials.length > 0 ? credentials : achievements, 'document');
  if (!root) throw unreadable(whatItIs(document, parts, values));
  return credentials.length > 0 ? openCredential(document, root) : openAchievement(document, root, undefined);
}

const isAchievement = (part: Part): boolean =>
  hasType(part, 'Achievement') || (has(part, 'criteria') && has(part, 'name') && !has(part, 'credentialSubject'));

const achievementsOf = (document: ImportDocument, credential: Part): readonly Part[] =>
  document.nodes(document.nodes([credential], 'credentialSubject'), 'achievement');

function whatItIs(document: ImportDocument, parts: readonly Part[], values: readonly Value[]): string {
  if (values.some(isEnvelope)) {
    return 'This holds a credential in an envelope (a data: address). Import the credential itself.';
  }
  return others.find(([isIt]) => parts.some((part) => isIt(document, part)))?.[1] ?? notOpenBadges;
}

/** It says nothing but its id and its type, and all of it stands in the id. */
const isEnvelope = ({ value }: Value): boolean =>
  isObject(value) && typeof value['id'] === 'string' && value['id'].startsWith('data:');

function openCredential(document: ImportDocument<Kind>, root: Part): Source {
  document.visit(root, 'credential');
  document.parts([root], 'credentialSubject', 'subject');
  const [achievement] = onlyFirst(document, achievementsOf(document, root), 'achievement');
  if (!achievement || achievement.definitions.length === 0) {
    throw unreadable('This credential only names its achievement by an address. Import what stands at that address.');
  }
  const [issuer] = onlyFirst(document, document.parts([root], 'issuer', 'issuer'), 'issuer');
  return openAchievement(document, achievement, issuer);
}

function openAchievement(document: ImportDocument<Kind>, achievement: Part, issuer: Part | undefined): Source {
  document.visit(achievement, 'achievement');
  const languages = languagesOf(document, achievement);
  const texts = new Texts(document, languages[0] ?? 'en', languages.length > 0);
  return { document, texts, achievement, issuer, languages };
}

/** The language of the achievement is also the one of its texts. */
function languagesOf(document: ImportDocument, achievement: Part): readonly LanguageCode[] {
  const found = document.values(achievement, 'inLanguage').flatMap((value) => {
    const tag = literal(value) ?? '';
    const code = languageOfTag(tag);
    const name = language.find((each) => each.code === code)?.label.en ?? '';
    document.notes.add(
      value.pointer,
      code === undefined
        ? `The language ${quoted(tag)} is not in our list and was left out.`
        : `The language ${quoted(tag)} was taken as ${name}, and its texts to be in it.`,
    );
    return code ?? [];
  });
  return [...new Set(found)];
}

import type { LanguageMap } from '../../shared/language.ts';
import { cleanText } from '../../shared/names.ts';
import { present } from '../../shared/present.ts';
import type { CompleteContent } from '../microcredential.ts';
import type { Keywords, TargetGroups, Theme } from './description.ts';

/** Words without blanks around or doubled within them, each once in its language however it is capitalised. */
function cleanWords(words: readonly string[]): readonly string[] {
  const clean = words.map((word) => cleanText(word).replaceAll(/\s+/gu, ' '));
  const keys = clean.map((word) => word.toLowerCase());
  return clean.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}

export function cleanKeywords(keywords: Keywords | undefined): Keywords | undefined {
  const entries = Object.entries(keywords ?? {})
    .map(([language, words]) => [language, cleanWords(words)] as const)
    .filter(([, words]) => words.length > 0);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

const labelled = (themes: readonly Theme[] = [], labels: ReadonlyMap<string, LanguageMap>) =>
  themes.length > 0 ? themes.map(({ code }) => ({ code, label: labels.get(code) ?? {} })) : undefined;

function groupsIn({ codes = [], text }: TargetGroups = {}): TargetGroups | undefined {
  const groups = present({ codes: codes.length > 0 ? codes : undefined, text });
  return Object.keys(groups).length > 0 ? groups : undefined;
}

/** The content as it is published: themes with what they are called, keywords clean, and no part that says nothing. */
export function publishedDescription(
  content: CompleteContent,
  labels: ReadonlyMap<string, LanguageMap>,
): CompleteContent {
  const { targetGroups, themes, keywords, ...rest } = content;
  const parts = {
    targetGroups: groupsIn(targetGroups),
    themes: labelled(themes, labels),
    keywords: cleanKeywords(keywords),
  };
  return { ...rest, ...present(parts) };
}

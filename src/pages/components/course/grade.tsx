import type { FC } from 'hono/jsx';
import { type LanguageMap, textFor } from '../../../domain/shared/language.ts';
import type { LanguageCode } from '../../../generated/vocab.ts';
import { capitalised } from '../text/formats.ts';
import type { View } from '../../shell/view.ts';
import { Text, Written } from '../text/text.tsx';

type Props = Readonly<{ value: string; label?: LanguageMap | undefined; view: View }>;

/** Grades that are words, for documents that give a word and no label. */
const passed: LanguageMap = { sv: 'godkänd', fi: 'hyväksytty', en: 'pass' };
const failed: LanguageMap = { sv: 'underkänd', fi: 'hylätty', en: 'fail' };
const wordGrades: readonly LanguageMap[] = [passed, failed];

const same = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();

/** The language in which the grade itself is the word of this label. */
const languageIn = (label: LanguageMap | undefined, value: string): LanguageCode | undefined =>
  (Object.keys(label ?? {}) as LanguageCode[]).find((code) => same(label?.[code] ?? '', value));

/** A grade, said once: a symbol with its label, a word in the reader's language with the word that was given after it. */
export const Grade: FC<Props> = ({ value, label: given, view }) => {
  const label = given ?? wordGrades.find((words) => languageIn(words, value));
  const shown = textFor(label, view.locale);
  if (!label || !shown) return <Written text={value} />;
  if (same(shown.text, value)) return <Text of={label} view={view} initial />;
  const language = languageIn(label, value);
  return language ? (
    <>
      <Text of={label} view={view} initial /> (<Written text={capitalised(value)} lang={language} />)
    </>
  ) : (
    <>
      <Written text={value} /> – <Text of={label} view={view} />
    </>
  );
};

/** Whether a grade says by itself, in any language, that it fails. */
export const saysThatItFails = ({ value, label }: Omit<Props, 'view'>): boolean =>
  [value, ...Object.values(label ?? {})].some((text) => languageIn(failed, text));

import type { Violation } from '../shared/errors.ts';
import { type GateCode, gateMessages, type GateText } from './gate-messages/index.ts';
import { type expectedLanguages, labelFor, type LanguageMap, type Locale, textFor } from '../shared/language.ts';
import { type LegalFormCode, legalForms } from '../legal-form/index.ts';
import { cycle, type CycleCode } from '../../generated/vocab.ts';

/** Parameters of a sentence of the gate. Numbers and codes are written as the locale has them, words as they are. */
export type Parameters = Readonly<{
  form?: LegalFormCode;
  /** The paragraphs that ask for it; they stand behind the first sentence. */
  law?: string;
  cycle?: CycleCode;
  depth?: string;
  expected?: number;
  given?: number;
  hours?: number;
  word?: string;
  /** What an institution is called. */
  body?: LanguageMap;
  language?: (typeof expectedLanguages)[number];
  texts?: readonly string[];
}>;

/** One thing that the gate has found, in no language yet. Pointers are into the content (RFC 6901, as a fragment). */
export type Finding = Readonly<{
  code: GateCode;
  pointer: string;
  parameters: Parameters;
  /** Every place, where it is about several. */
  pointers?: readonly string[];
}>;

export const finding = (code: GateCode, pointer: string, parameters: Parameters = {}): Finding => ({
  code,
  pointer: pointer === '' ? '#' : `#/${pointer}`,
  parameters,
});

/** The finding as a reader of this locale is told it. */
export function toViolation({ code, pointer, parameters, pointers }: Finding, locale: Locale): Violation {
  const sentences = gateMessages[locale].sentences[code];
  const message = parameters.law === undefined ? sentences : sentences.replace(/\.(?= |$)/, ' ({law}).');
  const detail = fill(message, (name) => parameterText(name as keyof Parameters, parameters, locale));
  return { pointer, detail, ...(pointers && { pointers }) };
}

/** The message with its placeholders filled, in one pass: a value is never searched for placeholders. */
const fill = (message: string, value: (name: string) => string): string =>
  message.replaceAll(/\{(\w+)\}/g, (_, name: string) => value(name));

/** Title and detail of the refusal to publish, for this many faults. */
export function refusalText(count: number, locale: Locale): Readonly<{ title: string; detail: string }> {
  const { title, detail } = gateMessages[locale].refused;
  return { title, detail: fill(detail, () => String(count)) };
}

/** Characters of a word that are shown: text without spaces is one word, however long it is. */
const longestWord = 60;

function parameterText(name: keyof Parameters, parameters: Parameters, locale: Locale): string {
  const { form, law, cycle: cycleCode, language, texts, body } = parameters;
  if (name === 'law' && law) return law;
  if (name === 'form' && form) return labelFor(legalForms[form].label, locale);
  if (name === 'cycle' && cycleCode) return cycleName(cycleCode, locale);
  if (name === 'body' && body) return textFor(body, locale)?.text ?? '';
  if (name === 'language' && language) return gateMessages[locale].languages[language];
  if (name === 'texts' && texts) return texts.map((text) => textName(text, locale)).join(', ');
  const value = parameters[name as Exclude<typeof name, 'body'>];
  if (typeof value === 'string') return [...value].slice(0, longestWord).join('');
  return typeof value === 'number' && locale !== 'en' ? String(value).replace('.', ',') : String(value);
}

function cycleName(code: CycleCode, locale: Locale): string {
  const found = cycle.find((concept) => concept.code === code);
  return found ? labelFor(found.label, locale) : code;
}

const textKinds: Readonly<Record<string, GateText>> = {
  title: 'title',
  description: 'description',
  learningOutcomes: 'outcome',
  level: 'levelReason',
  prerequisites: 'prerequisites',
  stackability: 'stackability',
  furtherInformation: 'furtherInformation',
  otherFormReason: 'otherFormReason',
  targetGroups: 'targetGroups',
  funding: 'funding',
  exampleToReuse: 'whatWorked',
};

/** What a text is called, by where it stands: `learningOutcomes/1/text` is the second learning outcome. */
function textName(place: string, locale: Locale): string {
  const [member = '', index] = place.split('/');
  const kind = textKinds[member];
  return kind ? fill(gateMessages[locale].texts[kind], () => String(Number(index) + 1)) : place;
}

import type { en } from './en.ts';

/** What the gate can say; the English table names them all. */
export type GateCode = keyof typeof en.sentences;
/** The texts whose missing languages are told, by what they are called. */
export type GateText = keyof typeof en.texts;

/** Every word of the publish gate in one locale. `{name}` stands for a parameter of the finding. */
export type GateMessages = Readonly<{
  sentences: Readonly<Record<GateCode, string>>;
  texts: Readonly<Record<GateText, string>>;
  /** As they begin a sentence. */
  languages: Readonly<Record<'sv' | 'fi' | 'en', string>>;
  /** Why a draft is not published, as the title and the detail of the refusal. */
  refused: Readonly<{ title: string; detail: string }>;
}>;

import { isObject, type JsonObject } from '../../domain/shared/json.ts';
import type { LanguageMap } from '../../domain/shared/language.ts';
import type { LanguageCode } from '../../generated/vocab.ts';
import type { ImportDocument } from './document.ts';
import { longestSource, readableText } from './readable-text.ts';
import { languageName, languageOfTag } from './languages.ts';
import { quoted } from './notes.ts';
import { absent, below, idOf, type Part, type MemberOfPart, type Value } from './parts.ts';

type Piece = Readonly<{ code: LanguageCode; text: string; pointer: string }>;

const longestText = 5000;
const mostLanguages = 40;

/**
 * Reads texts: language maps, notes (with `noteLiteral`), JSON-LD values and plain strings. `spare` is the language
 * of texts that name none, and `isStated` whether the document says so.
 */
export class Texts {
  readonly #document: ImportDocument;
  readonly #spare: LanguageCode;
  readonly #isStated: boolean;

  constructor(document: ImportDocument, spare: LanguageCode, isStated = false) {
    this.#document = document;
    this.#spare = spare;
    this.#isStated = isStated;
  }

  /** One text; where there are several in a language the first is taken. */
  one(part: Part, member: string): LanguageMap | undefined {
    return this.#assembled(this.#pieces(this.#document.values(part, member)), false);
  }

  /** Several texts as paragraphs of one. */
  joined(places: readonly MemberOfPart[]): LanguageMap | undefined {
    const values = places.flatMap(([part, member]) => this.#document.values(part, member));
    return this.#assembled(this.#pieces(values), true);
  }

  /** The first place that has a text; later ones that agree with it add their languages, others are left out. */
  first(
    places: readonly MemberOfPart[],
  ): Readonly<{ text: LanguageMap; place: MemberOfPart; pointer: string }> | undefined {
    const found = places.flatMap((place) => {
      const text = this.one(...place);
      const pointer = this.#document.peek(...place)[0]?.pointer;
      return text && pointer !== undefined ? [{ text, place, pointer }] : [];
    });
    return found.reduce<(typeof found)[number] | undefined>((first, each) => {
      if (!first) return each;
      if (agree(first.text, each.text)) return { ...first, text: united(first.text, each.text) };
      this.#document.notes.add(each.pointer, `This text was left out: another was taken as the ${first.place[1]}.`);
      return first;
    }, undefined);
  }

  #pieces(values: readonly Value[]): Piece[] {
    const seen = new Set<unknown>();
    return values.flatMap((each) => {
      const reference = isObject(each.value) ? (idOf(each.value) ?? each) : each.value;
      if (seen.has(reference)) return [];
      seen.add(reference);
      return this.#piecesOf(each);
    });
  }

  #piecesOf({ value, pointer }: Value, isInner = false): Piece[] {
    const inner = isInner ? undefined : this.#literals({ value, pointer });
    if (inner) return inner.flatMap((each) => this.#piecesOf(each, true));
    if (typeof value === 'string') return this.#untagged(value, pointer);
    if (!isObject(value)) {
      this.#document.notes.add(pointer, 'This is not a text and was left out.');
      return [];
    }
    if (Object.hasOwn(value, '@value')) return this.#literalPieces(value, pointer);
    return Object.entries(value).flatMap(([tag, text]) => this.#tagged(tag, text, pointer));
  }

  /** The texts within a note, written here or referred to. */
  #literals(value: Value): readonly Value[] | undefined {
    const isNote = isObject(value.value) && ['noteLiteral', 'id', '@id'].some((name) => isMember(value.value, name));
    if (!isNote && !(typeof value.value === 'string' && this.#document.describes(value.value))) return undefined;
    const note = this.#document.partOf(value);
    if (note?.definitions.length === 0) this.#document.notes.add(note.pointer, absent);
    const literals = note && this.#document.peek(note, 'noteLiteral');
    return literals && literals.length > 0 ? literals : undefined;
  }

  #literalPieces(value: JsonObject, pointer: string): Piece[] {
    const tag = value['@language'];
    return typeof tag === 'string'
      ? this.#tagged(tag, value['@value'], pointer, pointer)
      : this.#untagged(value['@value'], pointer);
  }

  /** `place` is where the text stands: as a member of a language map, or in a JSON-LD value. */
  #tagged(tag: string, text: unknown, pointer: string, place = below(pointer, tag)): Piece[] {
    if (['id', '@id', 'type', '@type'].includes(tag)) return [];
    if (['@none', 'und'].includes(tag)) return this.#untagged(text, pointer);
    const code = languageOfTag(tag);
    if (code !== undefined) return this.#texts(code, text, place);
    const isPlain = below('', tag) !== '';
    const which = isPlain ? `the language ${quoted(tag)}, which is unknown` : 'a language that is unknown';
    this.#document.notes.add(place, `There is a text in ${which} here; it was left out.`);
    return [];
  }

  #untagged(text: unknown, pointer: string): Piece[] {
    const pieces = this.#texts(this.#spare, text, pointer);
    if (pieces.length > 0 && !this.#isStated) {
      this.#document.notes.add(
        pointer,
        `This text names no language; it was taken to be ${languageName(this.#spare)}.`,
      );
    }
    return pieces;
  }

  #texts(code: LanguageCode, value: unknown, pointer: string): Piece[] {
    return [value].flat().flatMap((text: unknown) => {
      if (typeof text === 'string') return { code, text: this.#readable(text, pointer), pointer };
      this.#document.notes.add(pointer, 'This is not a text and was left out.');
      return [];
    });
  }

  /** Plain text: without HTML, control characters and halves of characters. */
  #readable(source: string, pointer: string): string {
    const { text, hadHtml, isCut } = readableText(source);
    if (isCut) this.#document.notes.add(pointer, `This text was read only up to ${longestSource} characters.`);
    if (text === undefined) {
      this.#document.notes.add(pointer, 'This text is HTML within HTML without end, and was left out.');
      return '';
    }
    if (hadHtml) this.#document.notes.add(pointer, 'HTML was taken out of this text. Check how it reads.');
    return text;
  }

  #assembled(pieces: readonly Piece[], isJoined: boolean): LanguageMap | undefined {
    const texts = new Map<LanguageCode, Piece>();
    for (const piece of pieces) {
      const before = texts.get(piece.code);
      if (piece.text === '' || before?.text === piece.text) continue;
      if (!before) texts.set(piece.code, piece);
      else if (isJoined && before.text.length > longestText) continue;
      else if (isJoined) texts.set(piece.code, { ...before, text: `${before.text}\n\n${piece.text}` });
      else this.#document.notes.add(piece.pointer, 'There is another text in this language, which was taken instead.');
    }
    const kept = [...texts.values()].slice(0, mostLanguages);
    if (kept.length < texts.size) {
      this.#document.notes.add(kept[0]!.pointer, `Only the first ${mostLanguages} languages were taken.`);
    }
    if (kept.length === 0) return undefined;
    return Object.fromEntries(kept.map((piece) => [piece.code, this.#shortened(piece)]));
  }

  #shortened({ text, pointer }: Piece): string {
    if (text.length <= longestText) return text;
    this.#document.notes.add(pointer, `This text was cut off after ${longestText} characters.`);
    return text.slice(0, longestText).replace(/\p{Cs}$/u, '');
  }
}

const isMember = (value: unknown, name: string): boolean => isObject(value) && Object.hasOwn(value, name);

/** They have a language in common, and say the same in each that they have in common. */
function agree(one: LanguageMap, other: LanguageMap): boolean {
  const shared = (Object.keys(one) as LanguageCode[]).filter((code) => other[code] !== undefined);
  return shared.length > 0 && shared.every((code) => one[code] === other[code]);
}

const united = (one: LanguageMap, other: LanguageMap): LanguageMap =>
  Object.fromEntries(Object.entries({ ...one, ...other }).slice(0, mostLanguages));

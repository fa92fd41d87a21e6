import { type CodeListName, codeLists } from '../../../domain/shared/code-lists.ts';
import { type Label, labelFor, type Locale } from '../../../domain/shared/language.ts';
import { nqf } from '../../../generated/vocab.ts';
import { capitalised, listed } from './formats.ts';

type Concept = Readonly<{ code: string; iri?: string; label: Label }>;

/** The label of a code or of its IRI, where the list knows it. */
export function knownLabelOf(list: CodeListName, code: string, locale: Locale): string | undefined {
  const concepts: readonly Concept[] = codeLists[list];
  const concept = concepts.find((each) => each.code === code || each.iri === code);
  return concept && labelFor(concept.label, locale);
}

/** Of a code that we gave ourselves; what a document may have brought is shown by `Coded`. */
export const labelOf = (list: CodeListName, code: string, locale: Locale): string =>
  knownLabelOf(list, code, locale) ?? code;

export const labelsOf = (list: CodeListName, codes: readonly string[], locale: Locale): string =>
  capitalised(listed(codes.map((code) => labelOf(list, code, locale))));

const frameworks: Readonly<Record<string, string>> = { SE: 'SeQF', FI: 'FiNQF' };

/** The national level that an EQF level corresponds to in this country, as a code of the list `nqf`. */
export function nationalLevel(eqf: string, countryCode: string | undefined): string | undefined {
  const framework = frameworks[countryCode ?? ''];
  return nqf.find((level) => level.framework === framework && String(level.eqf) === eqf)?.code;
}

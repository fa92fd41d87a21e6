import { type Label, labelFor, type Locale } from '../domain/language.ts';
import {
  assessment,
  country,
  cycle,
  depthCode,
  iscedF,
  language,
  learningActivity,
  mode,
  nqf,
  qualityAssurance,
  supervision,
} from '../generated/vocab.ts';
import { capitalised, listed } from './formats.ts';

type Concept = Readonly<{ code: string; iri?: string; label: Label }>;

const lists = {
  assessment,
  country,
  cycle,
  depthCode,
  iscedF,
  language,
  learningActivity,
  mode,
  nqf,
  qualityAssurance,
  supervision,
} as const satisfies Record<string, readonly Concept[]>;
export type ListName = keyof typeof lists;

/** The label of a code or of its IRI; what the list does not know is shown as it stands in the document. */
export function labelOf(list: ListName, code: string, locale: Locale): string {
  const concepts: readonly Concept[] = lists[list];
  const concept = concepts.find((each) => each.code === code || each.iri === code);
  return concept ? labelFor(concept.label, locale) : code;
}

export const labelsOf = (list: ListName, codes: readonly string[], locale: Locale): string =>
  capitalised(listed(codes.map((code) => labelOf(list, code, locale))));

const frameworks: Readonly<Record<string, string>> = { SE: 'SeQF', FI: 'FiNQF' };

/** The national level that an EQF level corresponds to in this country, as a code of the list `nqf`. */
export function nationalLevel(eqf: string, countryCode: string | undefined): string | undefined {
  const framework = frameworks[countryCode ?? ''];
  return nqf.find((level) => level.framework === framework && String(level.eqf) === eqf)?.code;
}

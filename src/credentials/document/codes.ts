import { type CodeListName, codeLists } from '../../domain/shared/code-lists.ts';
import type { LegalFormCode } from '../../domain/legal-form/index.ts';

const withoutIris = [
  'attendance',
  'cycle',
  'depthCode',
  'examinationPlace',
  'identityCheck',
  'identityChecker',
] as const;
/** The code lists whose concepts have IRIs. */
export type CodeList = Exclude<CodeListName, (typeof withoutIris)[number]>;

type Row = Readonly<{ code: string; iri: string }>;
const rows = (list: CodeList): readonly Row[] => codeLists[list];
const byCode = new Map<CodeList, ReadonlyMap<string, string>>();
const byIri = new Map<CodeList, ReadonlyMap<string, string>>();
const hasIris = (list: CodeListName): list is CodeList => !(withoutIris as readonly CodeListName[]).includes(list);
for (const list of (Object.keys(codeLists) as CodeListName[]).filter(hasIris)) {
  byCode.set(list, new Map(rows(list).map(({ code, iri }) => [code, iri])));
  byIri.set(list, new Map(rows(list).map(({ code, iri }) => [iri, code])));
}

/** Throws for a code that is not in the list: content was checked long before. */
export function iriOf(list: CodeList, code: string): string {
  const iri = byCode.get(list)?.get(code);
  if (!iri) throw new Error(`The list ${list} has no code ${code}.`);
  return iri;
}

/** The code of a known IRI; otherwise what was given. */
export const codeOf = (list: CodeList, iri: string): string => byIri.get(list)?.get(iri) ?? iri;

export const isLanguageCode = (code: string): boolean => byCode.get('language')?.has(code) ?? false;

/**
 * Names of the legal forms in the vocabulary of our addresses. A course without credits must not so much as mention
 * them, and some of our codes do, so the names differ from the codes.
 */
export const legalFormNames: Readonly<Record<LegalFormCode, string>> = {
  'se-regular': 'legal-form-se-regular',
  'se-commissioned-credits': 'legal-form-se-commissioned-with-credits',
  'se-commissioned-no-credits': 'legal-form-se-commissioned',
  'se-open-no-credits': 'legal-form-se-open',
  'se-ordered': 'legal-form-se-ordered',
  'fi-open-university': 'legal-form-fi-open-university',
  'fi-open-uas': 'legal-form-fi-open-uas',
  'fi-separate-studies': 'legal-form-fi-separate-studies',
  'fi-continuing-education': 'legal-form-fi-continuing-education',
  'fi-specialisation': 'legal-form-fi-specialisation',
  'fi-tailored': 'legal-form-fi-tailored',
  'fi-degree-module': 'legal-form-fi-degree-module',
  other: 'legal-form-other',
};

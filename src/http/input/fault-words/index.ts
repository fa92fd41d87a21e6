import type { Fault } from '../../../generated/validators.js';
import { formatWords, type Keyword, patternWords } from '../../../generated/words.ts';
import type { Language } from '../../output/answer-language.ts';
import { en } from './en.ts';
import type { FaultParameters, FaultWords } from './fault-words.ts';
import { fi } from './fi.ts';
import { sv } from './sv.ts';

export const faultWords: Readonly<Record<Language, FaultWords>> = { sv, fi, en };

const longestName = 40;

/** How to mend a fault, in the tone of the publish gate: what to write, and never the pattern that it broke. */
export function faultText({ keyword, params, propertyName }: Fault, language: Language): string {
  const words = faultWords[language];
  if (keyword === 'unknownParameter') return words.unknownParameter(String(params['known']));
  if (keyword === 'repeatedParameter') return words.repeatedParameter;
  if (propertyName !== undefined) return words.language([...propertyName].slice(0, longestName).join(''));
  // Generated from the same schemas as the validators: every pattern, format and keyword has its words.
  if (keyword === 'pattern') return patternWords[String(params['pattern'])]![language];
  if (keyword === 'format') return formatWords[String(params['format'])]![language];
  return words.keywords[keyword as Exclude<Keyword, 'pattern' | 'format'>](parametersOf(params));
}

/** Of several types the first counts: the only other one that a schema here allows is null. */
const parametersOf = (params: Fault['params']): FaultParameters =>
  ({ ...params, type: [params['type']].flat()[0] }) as unknown as FaultParameters;

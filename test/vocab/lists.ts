import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

interface Concept {
  code: string;
  iri?: string;
  eqf?: number;
  framework?: string;
  label: Record<string, string>;
}

interface Vocabulary {
  title: string;
  scheme?: string;
  source: string;
  licence: string;
  concepts: Concept[];
}

export const ours = resolve(import.meta.dirname, '../../schemas/vocab');

export const read = (file: string): Vocabulary => JSON.parse(readFileSync(resolve(ours, file), 'utf8')) as Vocabulary;

/** Lists of words, not of names. */
export const lowerCase = [
  ...['assessment', 'attendance', 'cycle', 'learning-activity', 'learning-opportunity', 'mode', 'quality-assurance'],
  ...['examination-place', 'identity-check', 'identity-checker'],
  ...['skill-type', 'supervision', 'target-group'],
];

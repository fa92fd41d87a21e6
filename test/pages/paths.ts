import { prefixes } from '../../src/pages/shell/negotiation.ts';
import { finnish, report, type Fixture } from './fakes.ts';
import { summary } from './summary.ts';
import { completeContent } from '../samples/content.ts';

export const all = Object.entries(prefixes);
export const credited = { report: { ...report, summary } };
export const inFinland: Partial<Fixture> = {
  institution: finnish,
  content: { ...completeContent, legalForms: ['fi-open-university'] },
  report,
};

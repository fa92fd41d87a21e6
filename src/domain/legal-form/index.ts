import { otherForms } from './elsewhere.ts';
import { finnishForms } from './finland.ts';
import { type LegalForm, type Rule, ruleAmong } from './rule.ts';
import { swedishForms } from './sweden.ts';

const forms = { ...swedishForms, ...finnishForms, ...otherForms };
export type LegalFormCode = keyof typeof forms;

/** The forms of a course and what the law says of each, with the time for which it says so. */
export const legalForms: Readonly<Record<LegalFormCode, LegalForm>> = forms;
export const legalFormCodes = Object.keys(legalForms) as readonly LegalFormCode[];

/** What holds for this form on this calendar date. */
export const ruleOn = (code: LegalFormCode, date: string): Rule | undefined => ruleAmong(legalForms[code].rules, date);

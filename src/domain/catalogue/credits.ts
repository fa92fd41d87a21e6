import { calendarDate, timeZoneOf } from '../shared/dates.ts';
import { type LegalFormCode, legalForms, ruleOn } from '../legal-form/index.ts';
import type { Rule } from '../legal-form/rule.ts';
import type { CompleteContent } from './microcredential.ts';

type Sized = Pick<CompleteContent, 'workload'>;

/** The credits that a version gives under a rule; none where the form knows none. */
export const creditsOf = ({ workload }: Sized, rule: Rule): number | undefined =>
  rule.credits.is === 'forbidden' ? undefined : workload.ects;

/**
 * The rule of a form on a day; of a published version, which stays what it was, the form's last one where the law has
 * moved on since, and its first where the day is before all of them.
 */
export function ruleFor(form: LegalFormCode, on: string): Rule {
  const found = ruleOn(form, on);
  if (found) return found;
  const [first] = legalForms[form].rules;
  return on < first.from ? first : lastRule(form);
}

/** The rule that came last, in force or not. */
export function lastRule(form: LegalFormCode): Rule {
  const { rules } = legalForms[form];
  return rules.at(-1) ?? rules[0];
}

type Published = Readonly<{ content: CompleteContent; publishedAt: Date }>;

/** The rule under which a version was published in a form: that of the day in the form’s own country. */
export const ruleOfVersion = ({ publishedAt }: Pick<Published, 'publishedAt'>, form: LegalFormCode): Rule =>
  ruleFor(form, calendarDate(publishedAt, timeZoneOf(legalForms[form].country ?? '')));

/** The credits that a published version gives: in one of its forms, or in any of them. */
export function creditsIn(version: Published, form?: LegalFormCode): number | undefined {
  const { content } = version;
  const forms = form === undefined ? content.legalForms : [form];
  const given = forms.map((one) => creditsOf(content, ruleOfVersion(version, one)));
  return given.find((credits) => credits !== undefined);
}

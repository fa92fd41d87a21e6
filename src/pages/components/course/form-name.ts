import { type LegalFormCode, legalForms } from '../../../domain/legal-form/index.ts';
import { labelFor } from '../../../domain/shared/language.ts';
import type { View } from '../../shell/view.ts';

/** What a legal form is called: without so much as a mention of credits where it gives none. */
export function formName(form: LegalFormCode, { m, locale }: Pick<View, 'm' | 'locale'>): string {
  const plain: Readonly<Partial<Record<LegalFormCode, string>>> = m.formsWithoutCredits;
  return plain[form] ?? labelFor(legalForms[form].label, locale);
}

import type { CredentialForm } from './form.ts';
import { openBadge3 } from './open-badge-3/form.ts';

/** Every form that a certificate can be issued in; nothing else lists them. */
export const forms: readonly [CredentialForm, ...CredentialForm[]] = [openBadge3];

/** What is issued where nobody asks for another. */
export const [defaultForm] = forms;

/** Throws for one that is in no row: what was prepared by a newer version waits for it. */
export function formCalled(id: string): CredentialForm {
  const found = forms.find((form) => form.id === id);
  if (found) return found;
  throw new Error(`This version knows no form ${id}.`);
}

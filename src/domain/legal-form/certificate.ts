import type { CourseCertificate } from '../institution/institution.ts';
import type { Label } from '../shared/language.ts';
import { intyg, type Rule } from './rule.ts';

/** What the service's own paper is called; `official`: that which the study register gives beside it, on request. */
export type Certificate = Readonly<{ name: Label; onRequest: boolean; official?: Label }>;

/**
 * Two papers of one name would be two official ones. Where the study register gives that of a credit course, this
 * service's is an "intyg", which refers to the registered result; without credits there is no other.
 */
export function certificateOf({ certificate, credits }: Rule, policy: CourseCertificate = 'register'): Certificate {
  const { name, onRequest } = certificate.is;
  if (policy === 'here' || credits.is === 'forbidden' || !onRequest) return { name, onRequest };
  return { name: intyg, onRequest: false, official: name };
}

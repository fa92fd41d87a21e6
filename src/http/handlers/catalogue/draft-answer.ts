import type { Addresses } from '../../../domain/shared/addresses.ts';
import { localeFor } from '../../../domain/shared/language.ts';
import type { Worked } from '../../../services/catalogue/drafting.ts';
import { answerLanguage } from '../../output/answer-language.ts';
import { toMicrocredential } from '../../representations/catalogue.ts';
import { etagOf } from './draft-tag.ts';

type Asked = Readonly<{ 'Accept-Language'?: string }>;

/** The gate speaks the caller's language: Swedish as in the institution's country, and each language under its own tag. */
export function draftAnswer(worked: Worked, addresses: Addresses, asked: Asked) {
  const locale = localeFor(answerLanguage(asked['Accept-Language']), worked.institution.country);
  return {
    body: toMicrocredential(worked, addresses, locale),
    etag: etagOf(worked, locale),
    headers: { 'Content-Language': locale, Vary: 'Accept-Language' },
  };
}

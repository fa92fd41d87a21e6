import type { Addresses } from '../../../domain/addresses/addresses.ts';
import { localeFor } from '../../../domain/shared/language.ts';
import type { DraftView } from '../../../services/catalogue/draft-view.ts';
import { answerLanguage } from '../../output/answer-language.ts';
import { toMicrocredential } from '../../representations/catalogue.ts';
import { etagOf } from './draft-tag.ts';

type Asked = Readonly<{ 'Accept-Language'?: string }>;

/** The gate's sentences in the caller's language, Swedish as in the institution's country; an entity tag for each. */
export function draftAnswer(draftView: DraftView, addresses: Addresses, asked: Asked) {
  const locale = localeFor(answerLanguage(asked['Accept-Language']), draftView.institution.country);
  return {
    body: toMicrocredential(draftView, addresses, locale),
    etag: etagOf(draftView, locale),
    headers: { 'Content-Language': locale, Vary: 'Accept-Language' },
  };
}

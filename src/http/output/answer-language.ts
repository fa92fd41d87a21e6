import type { languageOf } from '../../domain/shared/language.ts';
import { languageFor } from '../input/accept-language.ts';

export type Language = ReturnType<typeof languageOf>;

/**
 * English without the header and where no language of it is spoken: callers are systems first, and an answer that
 * depended on the institution's own language would change under them.
 */
export const answerLanguage = (acceptLanguage: string | undefined): Language =>
  languageFor(acceptLanguage, ['sv', 'fi', 'en'], 'en');

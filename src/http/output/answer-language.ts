import { parseAccept } from 'hono/utils/accept';
import type { languageOf } from '../../domain/shared/language.ts';

export type Language = ReturnType<typeof languageOf>;

/** Whether the service speaks it. */
const isSpoken = (tag: string | undefined): tag is Language => tag === 'sv' || tag === 'fi' || tag === 'en';

/**
 * The language to answer in (RFC 9110 §12.5.4, by lookup as in RFC 4647 §3.4): the most wanted that the service speaks.
 * English without the header and where none is spoken: callers are systems first, and an answer that depended on the
 * institution's own language would change under them.
 */
export const answerLanguage = (acceptLanguage: string | undefined): Language =>
  parseAccept(acceptLanguage ?? '')
    .filter(({ q }) => q > 0)
    .sort((a, b) => b.q - a.q)
    .map(({ type }) => type.toLowerCase().split('-')[0])
    .find(isSpoken) ?? 'en';

import type { Locale } from '../../../../domain/shared/language.ts';
import { en } from './en.ts';
import { fi } from './fi.ts';
import type { VerdictMessages } from './messages.ts';
import { sv } from './sv.ts';

export const verdictMessages: Readonly<Record<Locale, VerdictMessages>> = { 'sv-SE': sv, 'sv-FI': sv, fi, en };

import type { Locale } from '../../../../domain/shared/language.ts';
import { en } from './en.ts';
import { fi } from './fi.ts';
import type { KindMessages } from './messages.ts';
import { sv } from './sv.ts';

export const kindMessages: Readonly<Record<Locale, KindMessages>> = { 'sv-SE': sv, 'sv-FI': sv, fi, en };

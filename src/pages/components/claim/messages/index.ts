import type { Locale } from '../../../../domain/shared/language.ts';
import { en } from './en.ts';
import { fi } from './fi.ts';
import type { ClaimMessages } from './messages.ts';
import { sv } from './sv.ts';

export const claimMessages: Readonly<Record<Locale, ClaimMessages>> = { 'sv-SE': sv, 'sv-FI': sv, fi, en };

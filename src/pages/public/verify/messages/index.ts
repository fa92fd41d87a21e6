import type { Locale } from '../../../../domain/shared/language.ts';
import { en } from './en.ts';
import { fi } from './fi.ts';
import type { VerifyMessages } from './messages.ts';
import { sv } from './sv.ts';

export const verifyMessages: Readonly<Record<Locale, VerifyMessages>> = { 'sv-SE': sv, 'sv-FI': sv, fi, en };

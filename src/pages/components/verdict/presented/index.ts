import type { Locale } from '../../../../domain/shared/language.ts';
import { en } from './en.ts';
import { fi } from './fi.ts';
import type { PresentedMessages } from './messages.ts';
import { sv } from './sv.ts';

export const presentedMessages: Readonly<Record<Locale, PresentedMessages>> = { 'sv-SE': sv, 'sv-FI': sv, fi, en };

import type { Locale } from '../../../../domain/shared/language.ts';
import { en } from './en.ts';
import { fi } from './fi.ts';
import type { AwardMessages } from './messages.ts';
import { sv } from './sv.ts';

export const awardMessages: Readonly<Record<Locale, AwardMessages>> = { 'sv-SE': sv, 'sv-FI': sv, fi, en };

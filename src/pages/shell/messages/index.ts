import type { Locale } from '../../../domain/shared/language.ts';
import { en } from './en.ts';
import { fi } from './fi.ts';
import type { ShellMessages } from './messages.ts';
import { svFI } from './sv-FI.ts';
import { svSE } from './sv-SE.ts';

export const shellMessages: Readonly<Record<Locale, ShellMessages>> = { 'sv-SE': svSE, 'sv-FI': svFI, fi, en };

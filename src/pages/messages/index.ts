import type { Locale } from '../../domain/shared/language.ts';
import { en } from './en.ts';
import { fi } from './fi.ts';
import type { Messages } from './messages.ts';
import { svFI } from './sv-FI.ts';
import { svSE } from './sv-SE.ts';

export type { CheckedKind, UncheckedKind } from '../components/verdict/kinds/messages.ts';
export type { Messages } from './messages.ts';
export const messagesFor: Readonly<Record<Locale, Messages>> = { 'sv-SE': svSE, 'sv-FI': svFI, fi, en };

import type { Locale } from '../../shared/language.ts';
import { en } from './en.ts';
import { fi } from './fi.ts';
import type { GateMessages } from './messages.ts';
import { svFI } from './sv-FI.ts';
import { svSE } from './sv-SE.ts';

export type { GateCode, GateMessages, GateText } from './messages.ts';
export const gateMessages: Readonly<Record<Locale, GateMessages>> = { 'sv-SE': svSE, 'sv-FI': svFI, fi, en };

import type { Locale } from '../../../../domain/shared/language.ts';
import { en } from './en.ts';
import { fi } from './fi.ts';
import type { MicrocredentialMessages } from './messages.ts';
import { svFI } from './sv-FI.ts';
import { svSE } from './sv-SE.ts';

export const microcredentialMessages: Readonly<Record<Locale, MicrocredentialMessages>> = {
  'sv-SE': svSE,
  'sv-FI': svFI,
  fi,
  en,
};

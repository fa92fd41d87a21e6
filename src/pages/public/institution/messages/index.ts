import type { Locale } from '../../../../domain/shared/language.ts';
import { en } from './en.ts';
import { fi } from './fi.ts';
import type { InstitutionMessages } from './messages.ts';
import { svFI } from './sv-FI.ts';
import { svSE } from './sv-SE.ts';

export const institutionMessages: Readonly<Record<Locale, InstitutionMessages>> = {
  'sv-SE': svSE,
  'sv-FI': svFI,
  fi,
  en,
};

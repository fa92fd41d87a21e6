import type { Locale } from '../../../../domain/shared/language.ts';
import { en } from './en.ts';
import { fi } from './fi.ts';
import type { CatalogueMessages } from './messages.ts';
import { svFI } from './sv-FI.ts';
import { svSE } from './sv-SE.ts';

export const catalogueMessages: Readonly<Record<Locale, CatalogueMessages>> = { 'sv-SE': svSE, 'sv-FI': svFI, fi, en };

import type { CatalogueMessages } from './messages.ts';

export const en: CatalogueMessages = {
  catalogue: {
    title: 'Micro-credentials',
    lead: 'Short courses from universities. Each says what you will know and be able to do, how much work it takes and at which level.',
    empty: 'Nothing is published here yet.',
    institutions: 'Institutions',
  },
};

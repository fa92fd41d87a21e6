import type { CatalogueMessages } from './messages.ts';

export const svSE: CatalogueMessages = {
  catalogue: {
    title: 'Mikromeriter',
    lead: 'Korta kurser från lärosäten. För varje kurs står vad du kommer att kunna, hur mycket arbete den kräver och på vilken nivå den ligger.',
    empty: 'Här är ännu ingenting publicerat.',
    institutions: 'Lärosäten',
  },
};

import type { CatalogueMessages } from './messages.ts';
import { svSE } from './sv-SE.ts';

export const svFI: CatalogueMessages = {
  ...svSE,
  catalogue: {
    ...svSE.catalogue,
    lead: 'Korta kurser från högskolor. För varje kurs står vad du kommer att kunna, hur mycket arbete den kräver och på vilken nivå den ligger. En mikromerit är det som undervisnings- och kulturministeriet kallar en liten kompetenshelhet.',
    institutions: 'Högskolor',
  },
};

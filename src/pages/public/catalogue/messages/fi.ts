import type { CatalogueMessages } from './messages.ts';

export const fi: CatalogueMessages = {
  catalogue: {
    title: 'Pienet osaamis\u00adkokonaisuudet',
    lead: 'Korkeakoulujen lyhyitä kursseja. Jokaisesta kerrotaan, mitä opit, paljonko työtä se vaatii ja millä tasolla se on.',
    empty: 'Täällä ei ole vielä julkaistu mitään.',
    institutions: 'Korkeakoulut',
  },
};

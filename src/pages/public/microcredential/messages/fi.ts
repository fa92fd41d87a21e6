import type { MicrocredentialMessages } from './messages.ts';

export const fi: MicrocredentialMessages = {
  course: {
    outcomes: 'Osaamistavoitteet',
    offerings: 'Toteutukset',
    noOfferings: 'Yhtään toteutusta ei ole juuri nyt suunniteltu.',
    record: 'Koko kuvaus',
    version: 'Versio',
    published: 'Julkaistu',
    digest: 'Tarkistussumma',
    digestMeaning: 'Julkaistu versio ei koskaan muutu. Tarkistussumma osoittaa, että teksti on yhä sama.',
    data: 'Näytä datana (JSON)',
    otherVersions: 'Kaikki versiot',
    older: 'Tästä pienestä osaamiskokonaisuudesta on uudempi versio.',
    newest: 'Näytä uusin versio',
    withdrawn: 'Tätä pientä osaamiskokonaisuutta ei enää järjestetä. Se ei vaikuta jo myönnettyihin todistuksiin.',
  },
};

import type { ShellMessages } from './messages.ts';

export const fi: ShellMessages = {
  service: 'mikromerit-palvelu',
  serviceDescription: 'Korkeakoulut kuvaavat täällä lyhyitä kursseja ja myöntävät todistuksia ne suorittaneille.',
  nav: {
    skip: 'Siirry sisältöön',
    main: 'Päävalikko',
    catalogue: 'Pienet osaamiskokonaisuudet',
    verify: 'Tarkista todistus',
    language: 'Kieli',
  },
  problems: {
    notFound: {
      title: 'Tässä osoitteessa ei ole mitään',
      text: 'Osoitteessa voi olla kirjoitusvirhe, tai sivun omistaja on voinut sulkea sivun.',
    },
    tooMany: {
      title: 'Liian monta tarkistusta kerralla',
      text: 'Verkostasi on tarkistettu monta todistusta lyhyessä ajassa. Odota hetki, palaa takaisin ja yritä uudelleen.',
    },
    busy: {
      title: 'Palvelu on juuri nyt varattu',
      text: 'Moni käyttää sitä samaan aikaan. Odota hetki ja yritä uudelleen.',
    },
    badRequest: { title: 'Osoitetta ei voi lukea', text: 'Osa osoitteesta on väärin. Aloita alusta.' },
    fault: { title: 'Meillä meni jokin vikaan', text: 'Vika ei ole sinun. Yritä hetken päästä uudelleen.' },
  },
};

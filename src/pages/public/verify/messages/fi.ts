import type { VerifyMessages } from './messages.ts';

export const fi: VerifyMessages = {
  verify: {
    title: 'Tarkista todistus',
    lead: 'Liitä todistuksen teksti tai linkki siihen, tai valitse tiedosto. Todistus tarkistetaan nyt, ja näet jokaisen tarkistuksen tuloksen. Todistusta ei tallenneta.',
    text: 'Todistuksen teksti tai linkki siihen',
    textHint:
      'Koko JSON-teksti ensimmäisestä {-merkistä viimeiseen }-merkkiin, koko JWT-teksti tai osoite, jonka alussa on https://.',
    file: 'Tai todistuksen tiedosto',
    fileHint: 'JSON-tiedosto tai JWT (.jwt, .jws), enintään 1 Mt.',
    submit: 'Tarkista',
    another: 'Tarkista toinen todistus',
    result: 'Tulos',
    summary: 'Todistuksen tiedot',
    summaryText: 'Luettu todistuksesta. Yllä oleva tulos kertoo, voitko luottaa siihen.',
    nothingYet: 'Ei vielä tarkistettavaa',
    notAccepted: 'Tätä ei voitu lukea',
    faults: {
      empty: 'Liitä todistuksen teksti tai linkki siihen, tai valitse tiedosto.',
      unreadable: 'Lähetys ei tullut perille kokonaan. Lähetä se uudelleen.',
      tooLarge: 'Tämä on suurempi kuin 1 Mt. Todistus on paljon pienempi; ehkä tiedosto oli väärä.',
      tooDeep: 'Tässä on yli 64 sisäkkäistä tasoa, eikä missään todistuksessa ole niin montaa.',
    },
  },
};

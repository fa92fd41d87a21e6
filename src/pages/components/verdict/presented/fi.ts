import type { PresentedMessages } from './messages.ts';

export const fi: PresentedMessages = {
  presented: {
    signed: 'Esittäjän leima ja jokainen esityksessä oleva todistus tarkistettiin.',
    unsigned:
      'Kukaan ei ole leimannut esitystä, joten siitä ei näy, kuka sen esittää. Jokainen siinä oleva todistus tarkistettiin.',
    none: 'Siinä ei ole todistusta.',
    several: (count) =>
      `Todistuksia esityksessä: ${count}. Tässä oleva vastaus on sen todistuksen, jonka tulos on huonoin.`,
    oneInIt: 'Syynä on siinä oleva todistus; katso todistuksen oma tulos alta.',
    checks: 'Näin esitys tarkistettiin',
    certificate: (number, count) => `Todistus ${number}/${count}`,
    of: {
      format: {
        name: 'Muoto',
        passed: 'Esitys on kirjoitettu standardin mukaan.',
        failed: 'Esitystä ei ole kirjoitettu standardin mukaan.',
        unknown: 'Ei voitu tarkistaa, noudattaako esitys standardia.',
        notApplicable: 'Tarkistettavaa muotoa ei ole.',
      },
      holder: {
        name: 'Esittäjä',
        passed: 'Esityksen on leimannut siinä nimetty haltija.',
        failed: 'Esitystä ei ole leimannut siinä nimetty haltija.',
        unknown: 'Ei voitu tarkistaa, esittääkö sen siinä nimetty haltija.',
        notApplicable: 'Mikään ei osoita, kuka sen esittää.',
      },
      proof: {
        name: 'Esityksen leima',
        passed: 'Esityksen leima on aito, eikä mitään ole muutettu leimaamisen jälkeen.',
        failed: 'Esityksen leima ei täsmää, tai se on tehty toista tilannetta varten.',
        unknown: 'Esityksen leimaa ei voitu tarkistaa.',
        notApplicable: 'Esityksessä ei ole leimaa.',
      },
      period: {
        name: 'Esityksen aika',
        passed: 'Tämä päivä on esityksessä ilmoitetun ajan sisällä.',
        failed: 'Tämä päivä ei ole esityksessä ilmoitetun ajan sisällä.',
        unknown: 'Esityksessä ilmoitettua aikaa ei voitu tarkistaa.',
        notApplicable: 'Esityksessä ei ole aikarajaa.',
      },
    },
  },
};

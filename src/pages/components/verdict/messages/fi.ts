import type { VerdictMessages } from './messages.ts';

export const fi: VerdictMessages = {
  verdicts: {
    malformed: {
      word: 'Virheellinen muoto',
      meaning:
        'Asiakirja rikkoo tällaisten todistusten standardia, joten sitä ei voi pitää tarkistettuna. Tämä ei kerro, kuka sen on tehnyt. Pyydä lähettäjältä todistus sellaisena kuin myöntäjä sen teki.',
    },
    valid: { word: 'Aito ja voimassa', meaning: 'Kaikki tarvittavat tarkistukset on tehty, ja ne onnistuivat.' },
    revoked: { word: 'Peruttu', meaning: 'Myöntäjä on perunut todistuksen. Älä luota siihen.' },
    suspended: {
      word: 'Tilapäisesti keskeytetty',
      meaning:
        'Myöntäjä on keskeyttänyt todistuksen voimassaolon toistaiseksi. Älä luota siihen ennen kuin keskeytys on päättynyt.',
    },
    expired: { word: 'Vanhentunut', meaning: 'Todistus on aito, mutta sen voimassaolo on päättynyt.' },
    notYetValid: {
      word: 'Ei vielä voimassa',
      meaning: 'Todistus on aito, mutta sen voimassaolo ei ole vielä alkanut.',
    },
    invalid: {
      word: 'Ei aito',
      meaning: 'Älä luota siihen.',
    },
    undetermined: {
      word: 'Ei voitu tarkistaa',
      meaning:
        'Ainakin yhtä tarkistusta ei voitu tehdä, joten kukaan ei voi nyt sanoa, onko todistus aito ja voimassa. Älä luota siihen vielä.',
    },
  },
  invalidBecause: {
    format: 'Asiakirjaa ei ole kirjoitettu standardin mukaan.',
    issuer: 'Todistus ei ole siinä nimetyltä myöntäjältä.',
    proof: 'Sähköinen leima ei täsmää: todistusta on muutettu, tai myöntäjä ei ole koskaan leimannut sitä.',
    period: 'Se, mitä todistuksessa sanotaan voimassaoloajasta, ei pidä paikkaansa.',
    status: 'Se, mitä todistuksessa sanotaan sen tilasta, ei pidä paikkaansa.',
    catalogue: 'Todistuksessa sanotaan muuta kuin mitä myöntäjä on julkaissut.',
  },
  unsigned:
    'Asiakirjassa ei ole sähköistä leimaa, joten kuka tahansa on voinut kirjoittaa sen. Älä luota siihen. Pyydä lähettäjältä todistus, jossa on myöntäjän leima.',
  askForWhole:
    'Pyydä lähettäjältä koko tiedosto sellaisena kuin myöntäjä sen teki; tämä on voitu tallentaa uudelleen toisella ohjelmalla.',
  checks: {
    format: {
      name: 'Muoto',
      passed: 'Todistus on kirjoitettu standardin mukaan.',
      failed: 'Todistusta ei ole kirjoitettu standardin mukaan.',
      unknown: 'Ei voitu tarkistaa, noudattaako todistus standardia.',
      notApplicable: 'Tarkistettavaa muotoa ei ole.',
    },
    issuer: {
      name: 'Myöntäjä',
      passed: 'Myöntäjä löytyi, ja leimassa ilmoitettu avain kuuluu sille.',
      failed: 'Ilmoitettua myöntäjää ei löydy, tai avain ei kuulu sille.',
      unknown: 'Ei voitu tarkistaa, kuka myöntäjä on.',
      notApplicable: 'Todistuksessa ei ole leimaa, joka voisi olla myöntäjän; katso leiman tarkistus.',
    },
    proof: {
      name: 'Sähköinen leima',
      passed: 'Sähköinen leima on aito, eikä mitään ole muutettu leimaamisen jälkeen.',
      failed: 'Sähköinen leima ei täsmää. Todistusta on muutettu, tai myöntäjä ei ole koskaan leimannut sitä.',
      unknown: 'Sähköistä leimaa ei voitu tarkistaa.',
      notApplicable: 'Tarkistettavaa sähköistä leimaa ei ole.',
    },
    period: {
      name: 'Voimassaoloaika',
      passed: 'Todistus on voimassaoloajallaan.',
      failed: 'Todistus ei ole voimassaoloajallaan.',
      unknown: 'Todistuksen voimassaoloaikaa ei voitu tarkistaa.',
      notApplicable: 'Todistuksessa ei ole aikarajaa.',
    },
    status: {
      name: 'Tila',
      passed: 'Myöntäjän luettelossa ei ole mitään todistusta vastaan.',
      failed: 'Myöntäjä on perunut todistuksen tai keskeyttänyt sen voimassaolon, tai tieto siitä on virheellinen.',
      unknown: 'Ei voitu tarkistaa, onko myöntäjä perunut todistuksen. Se voi olla peruttu.',
      notApplicable: 'Todistuksessa ei ole viittausta luetteloon, josta peruminen näkyisi.',
    },
    catalogue: {
      name: 'Julkaistu kuvaus',
      passed: 'Todistus vastaa myöntäjän julkaisemaa kuvausta.',
      failed: 'Todistus poikkeaa myöntäjän julkaisemasta kuvauksesta.',
      unknown: 'Todistusta ei voitu verrata julkaistuun kuvaukseen.',
      notApplicable: 'Todistuksessa ei ole viittausta julkaistuun kuvaukseen, johon sitä voisi verrata.',
    },
  },
  failedInFaultyForm: 'Tätä osaa ei ole kirjoitettu standardinsa mukaan, tai se ei täsmää muusta syystä.',
  sealAmongSeveral: {
    passed: 'Tämä leima täsmää; saman asiakirjan toinen leima ei täsmää.',
    failed: 'Tämä leima ei täsmää; saman asiakirjan toinen leima täsmää.',
  },
  periodOnly: 'Tämä päivä on asiakirjassa ilmoitetun ajan sisällä.',
  statusRead: {
    both: 'Myöntäjä ei ole perunut todistusta eikä keskeyttänyt sen voimassaoloa.',
    revocation: 'Myöntäjä ei ole perunut todistusta.',
    suspension: 'Myöntäjä ei ole keskeyttänyt todistuksen voimassaoloa. Asiakirja ei kerro, missä peruminen näkyisi.',
    message: 'Asiakirja viittaa vain sitä koskeviin viesteihin; ne eivät kerro, onko se peruttu.',
  },
  statusFound: {
    revoked: 'Myöntäjä on perunut todistuksen.',
    suspended: 'Myöntäjä on keskeyttänyt todistuksen voimassaolon tilapäisesti.',
  },
  outcomes: {
    passed: 'Onnistui',
    failed: 'Epäonnistui',
    unknown: 'Ei voitu tarkistaa',
    notApplicable: 'Ei koske tätä',
  },
  found: {
    checkedAt: (moment) => `Tarkistettu ${moment}.`,
    checks: 'Mitä tarkistettiin',
    source: 'Lähde',
    time: 'Aika',
    document: 'todistus itse',
    detail: 'Tekninen selitys',
    fetchedFrom: 'Haettu osoitteesta',
    link: 'Linkki:',
  },
};

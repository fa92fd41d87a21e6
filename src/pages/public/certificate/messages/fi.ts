import type { CertificateMessages } from './messages.ts';

export const fi: CertificateMessages = {
  certificate: {
    completed: 'on hyväksytysti suorittanut pienen osaamiskokonaisuuden',
    givenBy: (institution) => `Toteuttaja: ${institution}`,
    courseOf: (institution) => `Kurssista vastaa ${institution}`,
    outcomesInRecord: 'Oppimistulokset ovat kohdassa Kaikki tiedot.',
    grade: 'Arvosana',
    date: 'Myönnetty',
    checkAgain: 'Tarkista uudelleen osoitteessa',
    download: 'Tallenna todistus',
    downloadText:
      'Jokainen, jolla on tiedosto, voi tarkistaa sen missä tahansa Open Badges 3.0 -palvelussa kysymättä meiltä.',
    json: 'Lataa todistus tiedostona (JSON)',
    printing: 'Tulostettuna todistus on ensimmäinen sivu ja kaikki tiedot toinen.',
    record: 'Kaikki tiedot',
    course: 'Kuvaus myöntämishetkellä',
    noCopy: 'Älä luota todistukseen: siitä ei siksi ole tallennettavaa kopiota. Itse asiakirja on yhä nähtävillä.',
    evidence: 'Näytä asiakirja datana (JSON)',
  },
};

import type { CertificateMessages } from './messages.ts';

export const svSE: CertificateMessages = {
  certificate: {
    completed: 'har med godkänt resultat slutfört',
    givenBy: (institution) => `Kursen har getts av ${institution}`,
    courseOf: (institution) => `En kurs från ${institution}`,
    outcomesInRecord: 'Läranderesultaten finns under Alla uppgifter.',
    grade: 'Betyg',
    date: 'Utfärdat',
    checkAgain: 'Kontrollera igen på',
    download: 'Spara intyget',
    downloadText: 'Den som har filen kan kontrollera den i varje tjänst som läser Open Badges 3.0, utan att fråga oss.',
    json: 'Ladda ner intyget som fil (JSON)',
    printing: 'När du skriver ut blir intyget första sidan och alla uppgifter den andra.',
    record: 'Alla uppgifter',
    course: 'Kursbeskrivning när intyget utfärdades',
    noCopy: 'Lita inte på intyget: här finns därför ingen kopia att spara. Själva dokumentet finns kvar som underlag.',
    evidence: 'Visa dokumentet som data (JSON)',
  },
};

import type { VerifyMessages } from './messages.ts';

export const sv: VerifyMessages = {
  verify: {
    title: 'Kontrollera ett intyg',
    lead: 'Klistra in intyget eller en länk till det, eller välj filen. Det kontrolleras nu, och du ser vad varje kontroll visade. Intyget sparas inte.',
    text: 'Intygets text, eller en länk till det',
    textHint:
      'Hela JSON-texten, från första { till sista }, eller hela JWT-texten, eller en adress som börjar med https://.',
    file: 'Eller intygets fil',
    fileHint: 'En JSON-fil eller en JWT (.jwt, .jws) på högst 1 MB.',
    submit: 'Kontrollera',
    another: 'Kontrollera ett annat intyg',
    result: 'Resultat',
    summary: 'Uppgifter i intyget',
    summaryText: 'Läst ur intyget. Resultatet ovan säger om du kan lita på det.',
    nothingYet: 'Det finns inget att kontrollera än',
    notAccepted: 'Det här gick inte att läsa',
    faults: {
      empty: 'Klistra in texten från ett intyg eller en länk till det, eller välj filen.',
      unreadable: 'Det som skickades kom inte fram helt. Skicka det en gång till.',
      tooLarge: 'Det här är större än 1 MB. Ett intyg är mycket mindre; kanske var det fel fil.',
      tooDeep: 'Det här har fler än 64 nivåer inuti varandra. Så många har inget intyg.',
    },
  },
};

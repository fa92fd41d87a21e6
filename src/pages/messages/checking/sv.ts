import type { Checking } from './checking.ts';

export const checkingInSwedish: Checking = {
  verdicts: {
    malformed: {
      word: 'Fel i formen',
      meaning:
        'Dokumentet bryter mot en regel i standarden för sådana intyg och kunde därför inte kontrolleras vidare. Det säger inget om vem som har gjort det. Be avsändaren om intyget så som utfärdaren gjorde det.',
    },
    valid: { word: 'Äkta och gällande', meaning: 'Alla kontroller som behövs är gjorda och gick bra.' },
    revoked: { word: 'Återkallat', meaning: 'Utfärdaren har tagit tillbaka det. Lita inte på det.' },
    replaced: {
      word: 'Ersatt av ett nytt',
      meaning: 'Utfärdaren har satt ett nytt i dess ställe. Be om det nya.',
    },
    suspended: {
      word: 'Tillfälligt spärrat',
      meaning: 'Utfärdaren har spärrat det tills vidare. Lita inte på det förrän spärren är borta.',
    },
    expired: { word: 'Har gått ut', meaning: 'Det är äkta, men dess tid har gått ut.' },
    notYetValid: { word: 'Gäller inte än', meaning: 'Det är äkta, men dess tid har inte börjat.' },
    invalid: {
      word: 'Inte äkta',
      meaning:
        'Minst en kontroll misslyckades: innehållet har ändrats, eller kommer inte från den utfärdare som anges. Lita inte på det.',
    },
    undetermined: {
      word: 'Kunde inte kontrolleras',
      meaning:
        'Minst en kontroll kunde inte göras, så ingen kan nu säga om det är äkta och gäller. Lita inte på det än; försök igen senare.',
    },
  },
  checks: {
    format: {
      name: 'Form',
      passed: 'Dokumentet är skrivet som standarden kräver.',
      failed: 'Dokumentet är inte skrivet som standarden kräver.',
      unknown: 'Det gick inte att kontrollera om dokumentet följer standarden.',
      notApplicable: 'Det finns ingen form att kontrollera.',
    },
    issuer: {
      name: 'Utfärdare',
      passed: 'Utfärdaren hittades, och nyckeln som stämpeln hänvisar till är utfärdarens.',
      failed: 'Den utfärdare som anges finns inte, eller så är nyckeln inte utfärdarens.',
      unknown: 'Det gick inte att kontrollera vem utfärdaren är.',
      notApplicable: 'Det finns ingen stämpel som kan vara utfärdarens; se kontrollen av stämpeln.',
    },
    proof: {
      name: 'Elektronisk stämpel',
      passed: 'Den elektroniska stämpeln är äkta, och ingenting har ändrats sedan den sattes.',
      failed:
        'Den elektroniska stämpeln stämmer inte. Dokumentet har ändrats, eller har aldrig stämplats av utfärdaren.',
      unknown: 'Den elektroniska stämpeln kunde inte kontrolleras.',
      notApplicable: 'Det finns ingen elektronisk stämpel att kontrollera.',
    },
    period: {
      name: 'Tid',
      passed: 'Dokumentet är inom den tid som det utfärdats för.',
      failed: 'Dokumentet är utanför den tid som det utfärdats för.',
      unknown: 'Det gick inte att kontrollera vilken tid dokumentet utfärdats för.',
      notApplicable: 'Dokumentet anger ingen tidsgräns.',
    },
    status: {
      name: 'Status',
      passed: 'Utfärdaren har varken återkallat eller spärrat dokumentet.',
      failed: 'Utfärdaren har återkallat eller spärrat dokumentet, eller så är uppgiften om detta fel.',
      unknown: 'Det gick inte att kontrollera om utfärdaren har återkallat dokumentet. Det kan vara återkallat.',
      notApplicable: 'Dokumentet anger ingen lista där en återkallelse skulle synas.',
    },
    catalogue: {
      name: 'Publicerad beskrivning',
      passed: 'Dokumentet stämmer med den beskrivning som utfärdaren har publicerat.',
      failed: 'Dokumentet skiljer sig från den beskrivning som utfärdaren har publicerat.',
      unknown: 'Dokumentet kunde inte jämföras med den publicerade beskrivningen.',
      notApplicable: 'Dokumentet anger ingen publicerad beskrivning att jämföra med.',
    },
  },
  statusFound: {
    revoked: 'Utfärdaren har återkallat dokumentet.',
    suspended: 'Utfärdaren har tillfälligt spärrat dokumentet.',
  },
  outcomes: {
    passed: 'Godkänd',
    failed: 'Underkänd',
    unknown: 'Kunde inte kontrolleras',
    notApplicable: 'Inte aktuell',
  },
  verify: {
    title: 'Kontrollera ett intyg',
    lead: 'Klistra in intyget eller välj filen. Det kontrolleras nu, och du ser vad varje kontroll visade. Intyget sparas inte.',
    text: 'Intygets text',
    textHint: 'Hela JSON-texten, från första { till sista }.',
    file: 'Eller intygets fil',
    fileHint: 'En JSON-fil på högst 1 MB.',
    submit: 'Kontrollera',
    another: 'Kontrollera ett annat intyg',
    result: 'Resultat',
    checks: 'Det som kontrollerades',
    source: 'Källa',
    time: 'Tid',
    document: 'själva intyget',
    detail: 'Teknisk förklaring',
    summary: 'Det som intyget säger',
    summaryText: 'Läst ur intyget. Resultatet ovan säger om du kan lita på det.',
    replacedBy: 'Det nya intyget',
    nothingYet: 'Det finns inget att kontrollera än',
    notAccepted: 'Det här gick inte att läsa',
    nameAsGiven: 'Namnet är det som dokumentet anger. Nyckeln visar inte ensam vem utfärdaren är.',
    domain: 'Domännamn',
    faults: {
      empty: 'Klistra in texten från ett intyg, eller välj filen.',
      unreadable: 'Det som skickades kom inte fram helt. Skicka det en gång till.',
      notJson: 'Det här är inte JSON. Se till att hela texten är med, och ingenting annat.',
      notObject: 'Det här är JSON men inget intyg: det ska börja med { och sluta med }.',
      tooLarge: 'Det här är större än 1 MB. Ett intyg är mycket mindre; kanske var det fel fil.',
      tooDeep: 'Det här har fler än 64 nivåer inuti varandra. Så många har inget intyg.',
    },
  },
};

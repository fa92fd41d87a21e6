import type { VerdictMessages } from './messages.ts';

export const sv: VerdictMessages = {
  verdicts: {
    malformed: {
      word: 'Fel i formen',
      meaning:
        'Dokumentet bryter mot en regel i standarden för sådana intyg och räknas därför inte som kontrollerat. Det säger inget om vem som har gjort det. Be avsändaren om intyget så som utfärdaren gjorde det.',
    },
    valid: { word: 'Äkta och gällande', meaning: 'Alla kontroller som är aktuella är gjorda och godkända.' },
    revoked: { word: 'Återkallat', meaning: 'Utfärdaren har tagit tillbaka intyget. Lita inte på det.' },
    suspended: {
      word: 'Tillfälligt spärrat',
      meaning: 'Utfärdaren har spärrat intyget tills vidare. Lita inte på det förrän spärren är borta.',
    },
    expired: { word: 'Har gått ut', meaning: 'Intyget är äkta, men dess giltighetstid har gått ut.' },
    notYetValid: { word: 'Gäller inte än', meaning: 'Intyget är äkta, men dess giltighetstid har inte börjat.' },
    invalid: {
      word: 'Inte äkta',
      meaning: 'Lita inte på det.',
    },
    undetermined: {
      word: 'Kunde inte kontrolleras',
      meaning:
        'Minst en kontroll kunde inte göras, så ingen kan nu säga om intyget är äkta och gäller. Lita inte på det än.',
    },
  },
  invalidBecause: {
    format: 'Dokumentet är inte skrivet som standarden kräver.',
    issuer: 'Intyget kommer inte från den utfärdare som det anger.',
    proof: 'Den elektroniska stämpeln stämmer inte: innehållet har ändrats, eller har aldrig stämplats av utfärdaren.',
    period: 'Det som intyget säger om sin giltighetstid stämmer inte.',
    status: 'Det som intyget säger om sin status stämmer inte.',
    catalogue: 'Intyget säger något annat än det som utfärdaren har publicerat.',
  },
  unsigned:
    'Dokumentet har ingen elektronisk stämpel, så vem som helst kan ha skrivit det. Lita inte på det. Be avsändaren om intyget med utfärdarens stämpel.',
  askForWhole:
    'Be avsändaren om hela filen så som utfärdaren gjorde den; den här kan ha sparats om i ett annat program.',
  checks: {
    format: {
      name: 'Format',
      passed: 'Dokumentet är skrivet som standarden kräver.',
      failed: 'Dokumentet är inte skrivet som standarden kräver.',
      unknown: 'Det gick inte att kontrollera om dokumentet följer standarden.',
      notApplicable: 'Det finns inget format att kontrollera.',
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
      name: 'Giltighetstid',
      passed: 'Intyget gäller i dag.',
      failed: 'Intyget gäller inte i dag.',
      unknown: 'Det gick inte att kontrollera när intyget gäller.',
      notApplicable: 'Dokumentet anger ingen tidsgräns.',
    },
    status: {
      name: 'Status',
      passed: 'Utfärdarens lista säger inget som talar mot dokumentet.',
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
  failedInFaultyForm: 'Den här delen är inte skriven som dess standard kräver, eller stämmer inte av annat skäl.',
  sealAmongSeveral: {
    passed: 'Den här stämpeln stämmer; en annan stämpel på samma dokument gör det inte.',
    failed: 'Den här stämpeln stämmer inte; en annan stämpel på samma dokument gör det.',
  },
  periodOnly: 'Dagens datum ligger inom den tid som dokumentet anger.',
  statusRead: {
    both: 'Utfärdaren har varken återkallat eller spärrat intyget.',
    revocation: 'Utfärdaren har inte återkallat intyget.',
    suspension: 'Utfärdaren har inte spärrat intyget. Dokumentet säger inte var en återkallelse skulle synas.',
    message: 'Dokumentet hänvisar bara till meddelanden om det; de säger inget om huruvida det är återkallat.',
  },
  statusFound: {
    revoked: 'Utfärdaren har återkallat dokumentet.',
    suspended: 'Utfärdaren har tillfälligt spärrat dokumentet.',
  },
  outcomes: {
    passed: 'OK',
    failed: 'Stämmer inte',
    unknown: 'Kunde inte kontrolleras',
    notApplicable: 'Inte aktuell',
  },
  found: {
    checkedAt: (moment) => `Kontrollerat ${moment}.`,
    checks: 'Så kontrollerades intyget',
    source: 'Källa',
    time: 'Tid',
    document: 'själva intyget',
    detail: 'Teknisk förklaring',
    fetchedFrom: 'Hämtat från',
    link: 'Länken:',
  },
};

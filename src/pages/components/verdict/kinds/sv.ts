import type { KindMessages } from './messages.ts';

const asFile = 'Be avsändaren om intyget som JSON-fil (Open Badges 3.0 med stämpeln inuti).';

export const sv: KindMessages = {
  kinds: {
    credential: 'Det här är ett intyg i dataform (W3C Verifiable Credential).',
    presentation: 'Det här är en presentation: ett omslag som någon visar intyg i.',
    'enveloped-credential': 'Det här är ett intyg inneslutet i ett annat format (Enveloped Verifiable Credential).',
    jwt: 'Det här är en signerad text (JWT).',
    'sd-jwt': 'Det här är en signerad text där innehavaren väljer vad som visas (SD-JWT).',
    'sealed-european-credential': 'Det här är ett stämplat europeiskt dokument (European Digital Credential).',
    'open-badge-2': 'Det här är en Open Badge av version 2.',
    pdf: 'Det här är en PDF.',
    image: 'Det här är en bild.',
    zip: 'Det här är ett ZIP-arkiv.',
    link: 'Det här är en länk, men inget intyg gick att hämta därifrån.',
    'web-page': 'Det här är en webbsida, inte ett intyg.',
    'did-document': 'Det här är ett dokument med nycklar (DID-dokument), inte ett intyg.',
    json: 'Det här är JSON, men något annat än ett intyg.',
    text: 'Det här är text, men inget intyg.',
  },
  askFor: {
    'enveloped-credential': `Det har ingen av de former som kontrolleras här. ${asFile}`,
    jwt: `Den har ingen av de former som kontrolleras här. ${asFile}`,
    'sd-jwt': `Den kan inte kontrolleras här än. ${asFile}`,
    'sealed-european-credential':
      'Dess stämpel kan inte kontrolleras här än. Europeiska kommissionens officiella visningstjänst i Europass kontrollerar den: öppna filen där.',
    'open-badge-2':
      'Den versionen kan inte kontrolleras här: bara utfärdarens egen adress kan säga om den är äkta. Be avsändaren om den i version 3.0.',
    pdf: 'En PDF kan inte kontrolleras här än. Be avsändaren om intyget som JSON-fil, eller om länken till dess sida.',
    image:
      'Det som en bild visar kan inte kontrolleras här än. Be avsändaren om intyget som JSON-fil, eller om länken till dess sida.',
    zip: 'Packa upp det och kontrollera intyget i det som en egen fil.',
    link: 'Se till att hela länken är med, eller be avsändaren om intyget som fil.',
    'web-page':
      'Kanske måste man logga in där först. Öppna sidan själv, ladda ner intyget som JSON-fil och kontrollera den filen.',
    'did-document': 'Det säger med vilka nycklar någon stämplar. Be avsändaren om själva intyget.',
    json: `I det finns inget att kontrollera. ${asFile}`,
    text: 'Se till att hela intyget är med, från första { till sista }, eller be avsändaren om det som fil.',
  },
  fetchFaults: {
    unavailable: 'Den andra servern säger att den inte kan svara just nu.',
    timeout: 'Adressen svarade inte i tid.',
    unreachable: 'Adressen gick inte att nå.',
    'bad-status': 'Adressen svarade med ett fel i stället för ett dokument.',
    'web-page': 'Adressen svarade med en webbsida, kanske för inloggning, i stället för ett dokument.',
    'too-large': 'Det som adressen svarade är större än vad som läses här.',
    'too-many-redirects': 'Adressen leder bara vidare till andra adresser, gång på gång.',
    'not-utf8': 'Det som adressen svarade är inte text i UTF-8.',
    'not-json': 'Det som adressen svarade är inte JSON.',
    'duplicate-member': 'Det som adressen svarade säger samma sak två gånger, så ingen vet vilket som menas.',
    refused: 'Tjänsten hämtar inte från en sådan adress.',
    'too-many': 'Tjänsten hade för mycket att hämta på en gång.',
  },
  unreadable: {
    'not-utf8': 'Filen är inte skriven i UTF-8, så bokstäverna går inte att läsa säkert.',
    'not-json': 'Dokumentet går inte att läsa som JSON; kanske saknas en del av det.',
    'duplicate-member': 'Dokumentet säger en sak två gånger, så ingen vet vilken som gäller.',
  },
  tryAgain: 'Försök igen om en stund.',
};

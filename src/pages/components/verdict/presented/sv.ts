import type { PresentedMessages } from './messages.ts';

export const sv: PresentedMessages = {
  presented: {
    signed: 'Stämpeln från den som visar upp den har kontrollerats, och varje intyg i den.',
    unsigned: 'Ingen har stämplat den, så den visar inte vem som visar upp den. Varje intyg i den har kontrollerats.',
    none: 'Det finns inget intyg i den.',
    several: (count) => `Antal intyg i den: ${count}. Svaret här gäller det intyg som har det sämsta resultatet.`,
    oneInIt: 'Ett intyg i den är orsaken; se intygets eget resultat nedan.',
    checks: 'Så kontrollerades presentationen',
    certificate: (number, count) => `Intyg ${number} av ${count}`,
    of: {
      format: {
        name: 'Format',
        passed: 'Presentationen är skriven som standarden kräver.',
        failed: 'Presentationen är inte skriven som standarden kräver.',
        unknown: 'Det gick inte att kontrollera om presentationen följer standarden.',
        notApplicable: 'Det finns inget format att kontrollera.',
      },
      holder: {
        name: 'Visas upp av',
        passed: 'Presentationen är stämplad av den innehavare som den anger.',
        failed: 'Presentationen är inte stämplad av den innehavare som den anger.',
        unknown: 'Det gick inte att kontrollera om det är den angivna innehavaren som visar upp den.',
        notApplicable: 'Ingenting visar vem som visar upp den.',
      },
      proof: {
        name: 'Presentationens stämpel',
        passed: 'Presentationens stämpel är äkta, och ingenting har ändrats sedan den sattes.',
        failed: 'Presentationens stämpel stämmer inte, eller är gjord för ett annat tillfälle.',
        unknown: 'Presentationens stämpel kunde inte kontrolleras.',
        notApplicable: 'Presentationen har ingen stämpel.',
      },
      period: {
        name: 'Presentationens tid',
        passed: 'Dagens datum ligger inom den tid som presentationen anger.',
        failed: 'Dagens datum ligger utanför den tid som presentationen anger.',
        unknown: 'Den tid som presentationen anger gick inte att kontrollera.',
        notApplicable: 'Presentationen anger ingen tidsgräns.',
      },
    },
  },
};

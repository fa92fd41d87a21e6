import type { MicrocredentialMessages } from './messages.ts';

export const svSE: MicrocredentialMessages = {
  course: {
    outcomes: 'Lärandemål',
    offerings: 'Kurstillfällen',
    noOfferings: 'Inget kurstillfälle är planerat just nu.',
    record: 'Fullständig beskrivning',
    version: 'Version',
    published: 'Publicerad',
    digest: 'Kontrollsumma',
    digestMeaning: 'En publicerad version ändras aldrig. Kontrollsumman visar att texten är densamma.',
    data: 'Visa som data (JSON)',
    otherVersions: 'Alla versioner',
    older: 'Det finns en nyare version av den här mikromeriten.',
    newest: 'Visa den nyaste versionen',
    withdrawn: 'Den här mikromeriten ges inte längre. Intyg som redan har utfärdats påverkas inte.',
  },
};

import type { ShellMessages } from './messages.ts';

export const svSE: ShellMessages = {
  service: 'tjänsten mikromerit',
  serviceDescription: 'Här beskriver lärosäten korta kurser och utfärdar intyg till dem som klarat dem.',
  nav: {
    skip: 'Hoppa till innehållet',
    main: 'Huvudmeny',
    catalogue: 'Mikromeriter',
    verify: 'Kontrollera ett intyg',
    language: 'Språk',
  },
  problems: {
    notFound: {
      title: 'Det finns ingenting på den här adressen',
      text: 'Adressen kan vara felskriven, eller så har sidan stängts av den som äger den.',
    },
    tooMany: {
      title: 'För många kontroller på en gång',
      text: 'Många intyg har kontrollerats från ditt nätverk på kort tid. Vänta en stund, gå tillbaka och försök igen.',
    },
    busy: {
      title: 'Tjänsten är upptagen just nu',
      text: 'Många använder den på en gång. Vänta en stund och försök igen.',
    },
    badRequest: { title: 'Adressen går inte att läsa', text: 'En del av adressen är fel. Börja om från början.' },
    fault: { title: 'Något gick fel hos oss', text: 'Det är inte ditt fel. Försök igen om en stund.' },
  },
};

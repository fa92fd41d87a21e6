import type { AwardMessages } from './messages.ts';

export const sv: AwardMessages = {
  award: {
    title: 'Adressen till ett intyg',
    lead: (institution) => `${institution} har utfärdat ett intyg med den här adressen.`,
    holderOnly: 'Bara innehavaren kan visa vem det är utfärdat för och med vilket resultat.',
    verify: 'Om du har intyget kan du kontrollera det.',
    course: 'Det gäller',
  },
};

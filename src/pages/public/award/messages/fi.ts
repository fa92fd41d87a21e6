import type { AwardMessages } from './messages.ts';

export const fi: AwardMessages = {
  award: {
    title: 'Todistuksen osoite',
    lead: (institution) => `${institution} on myöntänyt todistuksen, jolla on tämä osoite.`,
    holderOnly: 'Vain haltija näyttää, kenelle ja millä tuloksella se on myönnetty.',
    verify: 'Jos sinulla on todistus, voit tarkistaa sen.',
    course: 'Se koskee',
  },
};

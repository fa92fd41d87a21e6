import type { MicrocredentialMessages } from './messages.ts';
import { svSE } from './sv-SE.ts';

export const svFI: MicrocredentialMessages = {
  ...svSE,
  course: {
    ...svSE.course,
    offerings: 'Genomföranden',
    noOfferings: 'Inget genomförande är planerat just nu.',
  },
};

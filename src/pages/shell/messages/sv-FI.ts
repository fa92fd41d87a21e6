import type { ShellMessages } from './messages.ts';
import { svSE } from './sv-SE.ts';

export const svFI: ShellMessages = {
  ...svSE,
  serviceDescription: 'Här beskriver högskolor korta kurser och utfärdar intyg till dem som klarat dem.',
};

import type { codeLists } from '../../generated/vocab.ts';

/** Every code list by the name that the code uses for it. */
export { codeLists } from '../../generated/vocab.ts';
export type CodeListName = keyof typeof codeLists;

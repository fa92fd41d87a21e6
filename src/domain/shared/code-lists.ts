import type { codeLists } from '../../generated/vocab.ts';

/** Every code list by the name that the rooms call it. */
export { codeLists } from '../../generated/vocab.ts';
export type CodeListName = keyof typeof codeLists;

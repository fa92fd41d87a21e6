import {
  assessment,
  country,
  cycle,
  depthCode,
  eqf,
  iscedF,
  language,
  learningActivity,
  learningOpportunity,
  mode,
  nqf,
  qualityAssurance,
  skillType,
  supervision,
} from '../../generated/vocab.ts';

/** Every code list by the name that the code uses for it. */
export const codeLists = {
  assessment,
  country,
  cycle,
  depthCode,
  eqf,
  iscedF,
  language,
  learningActivity,
  learningOpportunity,
  mode,
  nqf,
  qualityAssurance,
  skillType,
  supervision,
} as const;
export type CodeListName = keyof typeof codeLists;

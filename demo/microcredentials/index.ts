import { aiForPublicManagers } from './ai-for-public-managers.ts';
import { crisisManagement } from './crisis-management.ts';
import { humanCentredMachineLearning } from './human-centred-machine-learning.ts';
import { introductionToMachineLearning } from './introduction-to-machine-learning.ts';
import { managingAdditiveManufacturing } from './managing-additive-manufacturing.ts';
import { materialsInACircularSociety } from './materials-in-a-circular-society.ts';
import type { DemoMicrocredential } from './microcredential.ts';
import { predictiveMaintenance } from './predictive-maintenance.ts';
import { rulesAndRisk } from './rules-and-risk.ts';

export type { DemoMicrocredential } from './microcredential.ts';

export const demoMicrocredentials: readonly DemoMicrocredential[] = [
  introductionToMachineLearning,
  humanCentredMachineLearning,
  predictiveMaintenance,
  aiForPublicManagers,
  crisisManagement,
  managingAdditiveManufacturing,
  rulesAndRisk,
  materialsInACircularSociety,
];

import { fjallsjoLearners } from './fjallsjo.ts';
import { holmvikLearners } from './holmvik.ts';
import type { DemoLearner } from './learner.ts';
import { skargardenLearners } from './skargarden.ts';

export type { DemoLearner, DemoProgress, DemoRegistration } from './learner.ts';

/** Nobody here exists. Addresses under example.org reach no one. */
export const demoLearners: readonly DemoLearner[] = [...fjallsjoLearners, ...skargardenLearners, ...holmvikLearners];

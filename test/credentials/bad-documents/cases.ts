import type { Case } from './case.ts';
import { catalogueCases } from './catalogue.ts';
import { homeMadeCases } from './home-made.ts';
import { proofCases } from './proof.ts';
import { statusCases } from './status.ts';
import { unpublishedCases } from './unpublished.ts';

/** Each is caught by one check and by that one alone: take the check away, and the document passes. */
export const cases: readonly Case[] = [
  ...proofCases,
  ...statusCases,
  ...catalogueCases,
  ...homeMadeCases,
  ...unpublishedCases,
];

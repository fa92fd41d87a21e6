import type { MicrocredentialContent } from '../../../src/domain/catalogue/microcredential.ts';
import { publishGate } from '../../../src/domain/catalogue/publish-gate.ts';

/** Publication on this day, in this country. */
export const publishedIn = (country: string, on = '2026-09-01') => ({ country, on });
export const inSweden = publishedIn('SE');

export const pointersOf = (content: MicrocredentialContent, publication = inSweden) =>
  publishGate(content, publication).faults.map(({ pointer }) => pointer);

import type { MicrocredentialContent } from '../../../src/domain/catalogue/microcredential.ts';
import { publishGate } from '../../../src/domain/catalogue/publish-gate.ts';

export const pointersOf = (content: MicrocredentialContent, country = 'SE') =>
  publishGate(content, country).faults.map(({ pointer }) => pointer);

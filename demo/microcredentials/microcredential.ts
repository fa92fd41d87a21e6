import type { MicrocredentialContent } from '../../src/domain/catalogue/microcredential.ts';
import type { DemoInstitutionSlug } from '../institutions.ts';

export type DemoMicrocredential = Readonly<{
  slug: string;
  institution: DemoInstitutionSlug;
  /** The institutions of the demo that give it together with this one, and decide on it. */
  partners?: readonly DemoInstitutionSlug[];
  /** Code of a unit of the institution. */
  ownerUnit: string;
  reviewBy: string;
  /** How far the demo takes it. */
  target: 'published' | 'in-review';
  content: MicrocredentialContent;
}>;

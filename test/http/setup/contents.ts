import type { CompleteContent } from '../../../src/domain/catalogue/microcredential.ts';

const pass = { value: 'G', passes: true, label: { sv: 'godkänd', fi: 'hyväksytty', en: 'pass' } };
const fail = { value: 'U', passes: false, label: { sv: 'underkänd', fi: 'hylätty', en: 'fail' } };

/** Nothing stands in the way of this, and the gate has no advice about it either. */
export const withCredits: CompleteContent = {
  title: { sv: 'Vattenrening i kallt klimat', fi: 'Vedenpuhdistus kylmässä', en: 'Water treatment in a cold climate' },
  description: { sv: 'Om rening vid låga temperaturer.', fi: 'Puhdistuksesta.', en: 'About treatment in the cold.' },
  learningOutcomes: [
    { text: { sv: 'dimensionera en fällning', en: 'size a precipitation stage' }, type: 'skill' },
    { text: { sv: 'förklara hur kyla bromsar flockning', en: 'explain how cold slows flocculation' } },
  ],
  workload: { hours: 80, ects: 3 },
  level: { eqf: 7 },
  cycle: 'second',
  assessmentTypes: ['marked-assignment'],
  participation: { modes: ['online', 'blended'] },
  qualityAssurance: [{ type: 'institutional-quality-assurance', body: { sv: 'Provnämnden', en: 'The test board' } }],
  fields: ['0712'],
  languages: ['sv', 'en'],
  gradingScheme: { grades: [pass, fail] },
  awardingBodies: [{ name: { sv: 'Prov', en: 'Test' }, country: 'SE' }],
  legalForm: 'other',
};

/** A Swedish open course, described in hours alone. */
export const withoutCredits: CompleteContent = {
  ...withCredits,
  title: { sv: 'Lyssna på myren', fi: 'Kuuntele suota', en: 'Listening to the mire' },
  description: { sv: 'En poddserie om myrar.', fi: 'Podcastsarja soista.', en: 'A podcast about mires.' },
  workload: { hours: 12 },
  level: { notApplicable: true, reason: { sv: 'För alla', fi: 'Kaikille', en: 'For everyone' } },
  legalForm: 'se-open-no-credits',
};
delete (withoutCredits as { cycle?: string }).cycle;

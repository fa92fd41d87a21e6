import type { CompleteContent } from '../../src/domain/catalogue/microcredential.ts';

/** Every element, nothing to find fault with and nothing to advise: a Swedish course with credits. */
export const completeContent: CompleteContent = {
  title: { sv: 'Vattenrening', fi: 'Vedenpuhdistus', en: 'Water treatment' },
  description: {
    sv: 'Hur råvatten blir dricksvatten, för den som arbetar vid ett vattenverk.',
    fi: 'Miten raakavedestä tulee juomavettä, vesilaitoksella työskentelevälle.',
    en: 'How raw water becomes drinking water, for people who work at a waterworks.',
  },
  learningOutcomes: [
    {
      type: 'knowledge',
      text: {
        sv: 'Förklara flockning och filtrering',
        fi: 'Selittää flokkauksen ja suodatuksen',
        en: 'Explain flocculation and filtration',
      },
    },
    {
      type: 'skill',
      text: {
        sv: 'Beräkna dosen av fällningskemikalie',
        fi: 'Laskea saostuskemikaalin annoksen',
        en: 'Calculate the dose of a coagulant',
      },
    },
  ],
  workload: { hours: 80, ects: 3 },
  level: { eqf: 6 },
  cycle: 'first',
  depthCode: 'G1F',
  assessmentTypes: ['written-examination'],
  participation: { modes: ['blended'], activities: ['classroom-coursework'] },
  qualityAssurance: [
    {
      type: 'institutional-quality-assurance',
      body: { sv: 'Utbildningsnämnden', fi: 'Koulutuslautakunta', en: 'Education Board' },
    },
  ],
  fields: ['0712'],
  languages: ['sv', 'en'],
  gradingScheme: {
    grades: [
      { value: 'VG', passes: true },
      { value: 'G', passes: true },
      { value: 'U', passes: false },
    ],
  },
  awardingBodies: [{ name: { sv: 'Provsjö högskola', en: 'Provsjö University College' }, country: 'SE' }],
  legalForm: 'se-regular',
  syllabus: { code: 'VA101', decisionDate: '2026-01-15' },
};

const { syllabus: _syllabus, cycle: _cycle, depthCode: _depthCode, ...withoutSwedishThings } = completeContent;

/** A Swedish course that gives no credits: hours alone, no level. */
export const hoursOnlyContent: CompleteContent = {
  ...withoutSwedishThings,
  workload: { hours: 12 },
  level: { notApplicable: true, reason: { sv: 'Öppet för alla.', fi: 'Avoin kaikille.', en: 'Open to everyone.' } },
  legalForm: 'se-open-no-credits',
};

/** A Finnish course of the open university. */
export const finnishContent: CompleteContent = {
  ...withoutSwedishThings,
  awardingBodies: [{ name: { sv: 'Koesaari universitet', fi: 'Koesaaren yliopisto' }, country: 'FI' }],
  gradingScheme: {
    grades: [
      { value: '5', passes: true },
      { value: '1', passes: true },
      { value: '0', passes: false },
    ],
  },
  legalForm: 'fi-open-university',
  syllabus: { code: 'VESI-1', decisionDate: '2026-01-15' },
};

/** A Swedish course with credits that a client buys for its people. */
export const commissionedContent: CompleteContent = { ...completeContent, legalForm: 'se-commissioned-credits' };

import type { Summary } from '../../src/domain/verification/verification.ts';
import { completeContent } from '../samples/content.ts';
import { person } from '../samples/person.ts';

/** What a certificate over the content says. */
export const summary: Summary = {
  id: 'urn:uuid:5f1c9d7e-7a2b-4c3d-9e8f-000000000001',
  learner: person.nameAsAwarded,
  title: completeContent.title,
  issuer: {
    id: 'did:web:mikromerit.example:institutions:provsjo',
    name: { sv: 'Provsjö högskola' },
    country: 'SE',
  },
  achievement: 'https://mikromerit.example/institutions/provsjo/microcredentials/x/versions/2',
  level: { eqf: '7' },
  credits: 3,
  creditUnit: 'ECTS',
  hours: 80,
  languages: ['sv'],
  modes: ['online'],
  learningOutcomes: completeContent.learningOutcomes,
  grade: 'VG',
  awardedOn: '2026-11-05',
  validFrom: '2026-11-05T09:00:00Z',
  certificateName: { sv: 'kursbevis', en: 'course certificate', fi: 'todistus' },
};

import type { DemoLearner } from './learner.ts';

/** Those of Holmvik, who take a course of Skärgården. */
export const holmvikLearners: readonly DemoLearner[] = [
  {
    key: 'oona',
    institution: 'holmvik',
    learner: {
      nameAsAwarded: 'Oona Saarikallas',
      givenName: 'Oona',
      familyName: 'Saarikallas',
      birthDate: '1999-03-21',
    },
    registrations: [
      {
        offering: 'materials-at-holmvik-2026',
        form: 'fi-open-university',
        target: 'awarded',
        completion: {
          grade: '5',
          date: '2026-10-16',
          examination: { place: 'online', supervision: 'unsupervised-without-id', form: 'portfolio' },
        },
        awardedOn: '2026-10-23',
        certificatePage: true,
      },
    ],
  },
  {
    key: 'lauri',
    institution: 'holmvik',
    learner: {
      nameAsAwarded: 'Lauri Etelälahti',
      givenName: 'Lauri',
      familyName: 'Etelälahti',
      email: 'lauri.etelalahti@example.org',
    },
    registrations: [
      {
        offering: 'materials-at-holmvik-2026',
        form: 'fi-open-university',
        target: 'completed',
        completion: { grade: '3', date: '2026-10-16' },
        certificatePage: false,
      },
    ],
  },
];

import type { DemoLearner } from './learner.ts';

const bank = { name: 'Demobanken Abp' };
const shipyard = { name: 'Demovarvet Ab' };

/** Those of Skärgården. */
export const skargardenLearners: readonly DemoLearner[] = [
  {
    key: 'marja-katariina',
    institution: 'skargarden',
    learner: {
      nameAsAwarded: 'Marja-Katariina Vanhakoski-Kuusiniemelänsaari',
      givenName: 'Marja-Katariina',
      familyName: 'Vanhakoski-Kuusiniemelänsaari',
      birthDate: '1975-12-06',
    },
    registrations: [
      {
        offering: 'materials-summer-2026',
        form: 'fi-open-university',
        target: 'awarded',
        completion: { grade: '4', date: '2026-08-10' },
        awardedOn: '2026-08-24',
        certificatePage: true,
      },
    ],
  },
  {
    key: 'siri',
    institution: 'skargarden',
    learner: {
      nameAsAwarded: 'Siri Österskata',
      givenName: 'Siri',
      familyName: 'Österskata',
      email: 'siri.osterskata@example.org',
    },
    registrations: [
      {
        offering: 'additive-manufacturing-spring-2026',
        form: 'fi-continuing-education',
        target: 'awarded',
        completion: { grade: '5', date: '2026-04-17' },
        awardedOn: '2026-05-04',
        certificatePage: true,
      },
    ],
  },
  {
    key: 'thordis',
    institution: 'skargarden',
    learner: {
      nameAsAwarded: 'Þórdís Fjarkadóttir',
      givenName: 'Þórdís',
      familyName: 'Fjarkadóttir',
      birthDate: '1982-09-30',
    },
    registrations: [
      {
        offering: 'additive-manufacturing-spring-2026',
        form: 'fi-continuing-education',
        client: shipyard,
        target: 'awarded',
        completion: { grade: '3', date: '2026-04-16' },
        awardedOn: '2026-05-04',
        certificatePage: false,
      },
    ],
  },
  {
    key: 'tuomo',
    institution: 'skargarden',
    learner: {
      nameAsAwarded: 'Tuomo Kallioranta-Mäkelänoja',
      givenName: 'Tuomo',
      familyName: 'Kallioranta-Mäkelänoja',
      birthDate: '1990-05-12',
    },
    registrations: [
      {
        offering: 'rules-and-risk-autumn-2026',
        form: 'fi-tailored',
        client: bank,
        source: 'demo-bank',
        externalId: '4711',
        target: 'awarded',
        completion: { grade: 'Godkänd', date: '2026-10-06' },
        awardedOn: '2026-10-15',
        certificatePage: false,
      },
    ],
  },
  {
    key: 'ville-pekka',
    institution: 'skargarden',
    learner: {
      nameAsAwarded: 'Ville-Pekka Yöjärvinen',
      givenName: 'Ville-Pekka',
      familyName: 'Yöjärvinen',
      email: 'vp.yojarvinen@example.org',
    },
    registrations: [
      {
        offering: 'rules-and-risk-autumn-2026',
        form: 'fi-tailored',
        client: bank,
        source: 'demo-bank',
        externalId: '4712',
        target: 'completed',
        completion: { grade: 'Godkänd', date: '2026-10-09' },
        certificatePage: false,
      },
      { offering: 'materials-spring-2027', form: 'fi-open-university', target: 'registered', certificatePage: false },
    ],
  },
];

import { additiveManufacturingSessions, campus, type DemoOffering, skargardenOffice } from './run-details.ts';

/** The runs of the Finnish institutions. */
export const finnishOfferings: readonly DemoOffering[] = [
  {
    key: 'additive-manufacturing-spring-2026',
    microcredential: 'managing-additive-manufacturing',
    input: {
      startDate: '2026-02-02',
      endDate: '2026-04-17',
      language: 'en',
      attendance: 'fixed-mix',
      pace: 30,
      places: 24,
      location: campus,
      forms: [
        {
          form: 'fi-continuing-education',
          audience: ['everyone'],
          application: 'individual',
          price: { amount: 650, currency: 'EUR', payers: ['everyone'] },
          applyBy: '2026-01-09',
        },
      ],
    },
  },
  {
    key: 'additive-manufacturing-spring-2027',
    microcredential: 'managing-additive-manufacturing',
    input: {
      startDate: '2027-02-01',
      endDate: '2027-04-16',
      language: 'en',
      attendance: 'fixed-mix',
      pace: 30,
      places: 24,
      location: campus,
      contact: skargardenOffice,
      sessions: additiveManufacturingSessions,
      forms: [
        {
          form: 'fi-continuing-education',
          audience: ['everyone'],
          application: 'individual',
          price: { amount: 650, currency: 'EUR', payers: ['everyone'] },
          applyBy: '2027-01-08',
          applyAt: 'https://demo.invalid/skargarden/apply',
          applicationCode: 'DEMO-3301',
          applicationTerm: '2027K',
        },
      ],
    },
  },
  {
    key: 'rules-and-risk-autumn-2026',
    microcredential: 'rules-and-risk-in-bank-and-insurance',
    input: {
      startDate: '2026-08-24',
      endDate: '2026-10-09',
      language: 'sv',
      attendance: 'online',
      pace: 20,
      places: 60,
      forms: [{ form: 'fi-tailored', audience: ['client-named'], application: 'client' }],
    },
  },
  {
    key: 'materials-at-holmvik-2026',
    microcredential: 'materials-in-a-circular-society',
    hosted: { host: 'holmvik', awardedBy: 'owner', caseNumber: 'DEMO 2026/77' },
    input: {
      startDate: '2026-08-17',
      endDate: '2026-10-16',
      language: 'fi',
      attendance: 'online',
      places: 20,
      location: { sv: 'Holmvik', fi: 'Holmvik', en: 'Holmvik' },
      forms: [
        {
          form: 'fi-open-university',
          audience: ['everyone'],
          application: 'individual',
          price: { amount: 75, currency: 'EUR', payers: ['everyone'] },
          applyBy: '2026-08-10',
        },
      ],
    },
  },
  {
    key: 'materials-summer-2026',
    microcredential: 'materials-in-a-circular-society',
    input: {
      startDate: '2026-05-18',
      endDate: '2026-08-14',
      language: 'sv',
      attendance: 'online',
      forms: [
        {
          form: 'fi-open-university',
          audience: ['everyone'],
          application: 'individual',
          price: { amount: 75, currency: 'EUR', payers: ['everyone'] },
          applyBy: '2026-07-31',
        },
      ],
    },
  },
  {
    key: 'materials-spring-2027',
    microcredential: 'materials-in-a-circular-society',
    input: {
      startDate: '2027-01-11',
      endDate: '2027-05-28',
      language: 'fi',
      attendance: 'online',
      learningCentre: 'Skärgårdens demostudiecenter',
      contact: skargardenOffice,
      forms: [
        {
          form: 'fi-open-university',
          audience: ['everyone'],
          application: 'individual',
          price: { amount: 75, currency: 'EUR', payers: ['everyone'] },
          applyBy: '2027-04-30',
        },
      ],
    },
  },
];

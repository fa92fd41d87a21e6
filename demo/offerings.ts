import { finnishOfferings } from './finnish-offerings.ts';
import {
  crisisManagementSessions,
  type DemoOffering,
  fjallsjoCentre,
  fjallsjoOffice,
  machineLearningSessions,
} from './run-details.ts';

const swedishOfferings: readonly DemoOffering[] = [
  {
    key: 'machine-learning-spring-2026',
    microcredential: 'introduction-to-machine-learning',
    input: {
      startDate: '2026-04-13',
      endDate: '2026-05-29',
      language: 'sv',
      attendance: 'online',
      pace: 25,
      places: 40,
      forms: [
        {
          form: 'se-regular',
          audience: ['fee-exempt', 'fee-liable'],
          application: 'individual',
          applyBy: '2026-03-16',
        },
      ],
    },
  },
  {
    key: 'machine-learning-spring-2027',
    microcredential: 'introduction-to-machine-learning',
    input: {
      startDate: '2027-01-18',
      endDate: '2027-03-05',
      language: 'en',
      attendance: 'online',
      pace: 25,
      places: 40,
      contact: fjallsjoOffice,
      sessions: machineLearningSessions,
      forms: [
        {
          form: 'se-regular',
          audience: ['fee-exempt', 'fee-liable'],
          application: 'individual',
          applyBy: '2026-12-14',
          applyAt: 'https://demo.invalid/fjallsjo/apply',
          applicationCode: 'DEMO-74210',
          applicationTerm: 'VT2027',
        },
      ],
    },
  },
  {
    key: 'podcast-2026',
    microcredential: 'human-centred-machine-learning',
    input: {
      startDate: '2026-01-12',
      endDate: '2026-12-31',
      language: 'en',
      attendance: 'online',
      forms: [{ form: 'se-open-no-credits', audience: ['everyone'], application: 'individual' }],
    },
  },
  {
    key: 'podcast-2027',
    microcredential: 'human-centred-machine-learning',
    input: {
      startDate: '2027-01-01',
      endDate: '2027-12-31',
      language: 'en',
      attendance: 'online',
      forms: [{ form: 'se-open-no-credits', audience: ['everyone'], application: 'individual' }],
    },
  },
  {
    key: 'predictive-maintenance-spring-2026',
    microcredential: 'predictive-maintenance-for-the-basic-industry',
    input: {
      startDate: '2026-04-13',
      endDate: '2026-06-05',
      language: 'sv',
      attendance: 'fixed-mix',
      pace: 25,
      places: 20,
      location: fjallsjoCentre,
      learningCentre: 'Fjällsjö demolärcentrum',
      forms: [
        { form: 'se-commissioned-credits', audience: ['client-named'], application: 'client' },
        {
          form: 'se-regular',
          audience: ['fee-exempt', 'fee-liable'],
          application: 'individual',
          price: { amount: 9500, currency: 'SEK', payers: ['fee-liable'] },
          applyBy: '2026-03-16',
          applicationCode: 'DEMO-74200',
          applicationTerm: 'VT2026',
        },
      ],
    },
  },
  {
    key: 'crisis-management-autumn-2026',
    microcredential: 'crisis-management-in-a-changing-world',
    input: {
      startDate: '2026-09-07',
      endDate: '2026-10-02',
      language: 'sv',
      attendance: 'onsite',
      pace: 20,
      places: 16,
      location: fjallsjoCentre,
      forms: [{ form: 'se-commissioned-no-credits', audience: ['client-named'], application: 'client' }],
    },
  },
  {
    key: 'crisis-management-spring-2027',
    microcredential: 'crisis-management-in-a-changing-world',
    input: {
      startDate: '2027-03-08',
      endDate: '2027-04-02',
      language: 'sv',
      attendance: 'fixed-mix',
      pace: 20,
      places: 16,
      location: fjallsjoCentre,
      learningCentre: 'Fjällsjö demolärcentrum',
      contact: fjallsjoOffice,
      sessions: crisisManagementSessions,
      forms: [{ form: 'se-commissioned-no-credits', audience: ['client-named'], application: 'client' }],
    },
  },
];

export const demoOfferings: readonly DemoOffering[] = [...swedishOfferings, ...finnishOfferings];

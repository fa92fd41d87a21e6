import type { AwardingParty } from '../src/domain/catalogue/run/hosting.ts';
import type { OfferingInput } from '../src/domain/catalogue/offering.ts';
import type { DemoInstitutionSlug } from './institutions.ts';

/**
 * A run of a published demo micro-credential, named by its slug. The institution is that of the micro-credential, or the
 * host that gives it by an agreement; then the agreement says who awards.
 */
export type DemoOffering = Readonly<{
  key: string;
  microcredential: string;
  hosted?: Readonly<{ host: DemoInstitutionSlug; awardedBy: AwardingParty; caseNumber: string }>;
  input: OfferingInput;
}>;

const fjallsjoCentre = {
  sv: 'Fjällsjö demokommun',
  fi: 'Fjällsjön demokunta',
  en: 'Fjällsjö Demo Municipality',
};
const campus = {
  sv: 'Demouniversitetets campus, Skärgården',
  fi: 'Demoyliopiston kampus, Saaristo',
  en: 'Demo University campus, Archipelago',
};

export const demoOfferings: readonly DemoOffering[] = [
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
      forms: [
        {
          form: 'se-regular',
          audience: ['fee-exempt', 'fee-liable'],
          application: 'individual',
          applyBy: '2026-12-14',
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
      forms: [{ form: 'se-commissioned-no-credits', audience: ['client-named'], application: 'client' }],
    },
  },
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
      forms: [
        {
          form: 'fi-continuing-education',
          audience: ['everyone'],
          application: 'individual',
          price: { amount: 650, currency: 'EUR', payers: ['everyone'] },
          applyBy: '2027-01-08',
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

import type { Ground } from '../src/domain/institution/decision.ts';
import type { LearnerInput } from '../src/domain/enrolment/learner.ts';
import type { OfferingInput } from '../src/domain/catalogue/offering.ts';
import type { RegistrationInput } from '../src/domain/enrolment/registration.ts';
import type { DemoInstitutionSlug } from './institutions.ts';

/** A run of a published demo micro-credential, named by its slug; the institution is that of the micro-credential. */
export type DemoOffering = Readonly<{ key: string; microcredential: string; input: OfferingInput }>;

type Completed = Readonly<{ completion: Readonly<{ grade: string; date: string }> }>;
type AwardView = Completed & Readonly<{ awardedOn: string; certificatePage: boolean }>;

/** How far the demo takes a registration. The examiner of the institution's staff stands behind every result. */
export type DemoProgress =
  | Readonly<{ target: 'registered'; certificatePage: false }>
  | (Completed & Readonly<{ target: 'completed'; certificatePage: false }>)
  /** `showcase` is the one award that the demo's front page leads to. */
  | (AwardView & Readonly<{ target: 'awarded'; showcase?: true }>)
  | (AwardView & Readonly<{ target: 'revoked'; revocation: Readonly<{ ground: Ground<'revoke'>; date: string }> }>);

export type DemoRegistration = Readonly<{ offering: string }> &
  Omit<RegistrationInput, 'learner' | 'learnerId'> &
  DemoProgress;

export type DemoLearner = Readonly<{
  key: string;
  institution: DemoInstitutionSlug;
  learner: LearnerInput;
  /** Protected personal data: only the role `confidential` sees this person, under this name. Protect before registering a result. */
  protection?: Readonly<{ alias: string }>;
  registrations: readonly DemoRegistration[];
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
      mode: 'online',
      pace: 25,
      places: 40,
      application: 'individual',
      applyBy: '2026-03-16',
    },
  },
  {
    key: 'machine-learning-spring-2027',
    microcredential: 'introduction-to-machine-learning',
    input: {
      startDate: '2027-01-18',
      endDate: '2027-03-05',
      language: 'en',
      mode: 'online',
      pace: 25,
      places: 40,
      application: 'individual',
      applyBy: '2026-12-14',
    },
  },
  {
    key: 'podcast-2026',
    microcredential: 'human-centred-machine-learning',
    input: {
      startDate: '2026-01-12',
      endDate: '2026-12-31',
      language: 'en',
      mode: 'online',
      application: 'individual',
    },
  },
  {
    key: 'podcast-2027',
    microcredential: 'human-centred-machine-learning',
    input: {
      startDate: '2027-01-01',
      endDate: '2027-12-31',
      language: 'en',
      mode: 'online',
      application: 'individual',
    },
  },
  {
    key: 'predictive-maintenance-spring-2026',
    microcredential: 'predictive-maintenance-for-the-basic-industry',
    input: {
      startDate: '2026-04-13',
      endDate: '2026-06-05',
      language: 'sv',
      mode: 'blended',
      pace: 25,
      places: 20,
      location: fjallsjoCentre,
      learningCentre: 'Fjällsjö demolärcentrum',
      application: 'client',
    },
  },
  {
    key: 'crisis-management-autumn-2026',
    microcredential: 'crisis-management-in-a-changing-world',
    input: {
      startDate: '2026-09-07',
      endDate: '2026-10-02',
      language: 'sv',
      mode: 'onsite',
      pace: 20,
      places: 16,
      location: fjallsjoCentre,
      application: 'client',
    },
  },
  {
    key: 'crisis-management-spring-2027',
    microcredential: 'crisis-management-in-a-changing-world',
    input: {
      startDate: '2027-03-08',
      endDate: '2027-04-02',
      language: 'sv',
      mode: 'blended',
      pace: 20,
      places: 16,
      location: fjallsjoCentre,
      learningCentre: 'Fjällsjö demolärcentrum',
      application: 'client',
    },
  },
  {
    key: 'additive-manufacturing-spring-2026',
    microcredential: 'managing-additive-manufacturing',
    input: {
      startDate: '2026-02-02',
      endDate: '2026-04-17',
      language: 'en',
      mode: 'blended',
      pace: 30,
      places: 24,
      location: campus,
      fee: { amount: 650, currency: 'EUR' },
      application: 'individual',
      applyBy: '2026-01-09',
    },
  },
  {
    key: 'additive-manufacturing-spring-2027',
    microcredential: 'managing-additive-manufacturing',
    input: {
      startDate: '2027-02-01',
      endDate: '2027-04-16',
      language: 'en',
      mode: 'blended',
      pace: 30,
      places: 24,
      location: campus,
      fee: { amount: 650, currency: 'EUR' },
      application: 'individual',
      applyBy: '2027-01-08',
    },
  },
  {
    key: 'rules-and-risk-autumn-2026',
    microcredential: 'rules-and-risk-in-bank-and-insurance',
    input: {
      startDate: '2026-08-24',
      endDate: '2026-10-09',
      language: 'sv',
      mode: 'online',
      pace: 20,
      places: 60,
      application: 'client',
    },
  },
  {
    key: 'materials-summer-2026',
    microcredential: 'materials-in-a-circular-society',
    input: {
      startDate: '2026-05-18',
      endDate: '2026-08-14',
      language: 'sv',
      mode: 'online',
      fee: { amount: 75, currency: 'EUR' },
      application: 'individual',
      applyBy: '2026-07-31',
    },
  },
  {
    key: 'materials-spring-2027',
    microcredential: 'materials-in-a-circular-society',
    input: {
      startDate: '2027-01-11',
      endDate: '2027-05-28',
      language: 'fi',
      mode: 'online',
      learningCentre: 'Skärgårdens demostudiecenter',
      fee: { amount: 75, currency: 'EUR' },
      application: 'individual',
      applyBy: '2027-04-30',
    },
  },
];

const works = { name: 'Demobruket AB' };
const municipality = { name: 'Fjällsjö demokommun' };
const bank = { name: 'Demobanken Abp' };
const shipyard = { name: 'Demovarvet Ab' };

/** Nobody here exists. Addresses under example.org reach no one. */
export const demoLearners: readonly DemoLearner[] = [
  {
    key: 'asa',
    institution: 'fjallsjo',
    learner: {
      nameAsAwarded: 'Åsa Källfors-Örnmyr',
      givenName: 'Åsa',
      familyName: 'Källfors-Örnmyr',
      birthDate: '1984-02-29',
      email: 'asa.kallfors@example.org',
    },
    registrations: [
      {
        offering: 'machine-learning-spring-2026',
        category: 'student',
        source: 'demo-register',
        externalId: 'ML26-001',
        target: 'awarded',
        completion: { grade: 'VG', date: '2026-05-29' },
        awardedOn: '2026-06-11',
        certificatePage: true,
        showcase: true,
      },
      {
        offering: 'podcast-2026',
        category: 'other',
        target: 'awarded',
        completion: { grade: 'Godkänd', date: '2026-03-02' },
        awardedOn: '2026-03-09',
        certificatePage: false,
      },
    ],
  },
  {
    key: 'lestari',
    institution: 'fjallsjo',
    learner: { nameAsAwarded: 'Lestari', email: 'lestari@example.org' },
    registrations: [
      {
        offering: 'machine-learning-spring-2026',
        category: 'student',
        source: 'demo-register',
        externalId: 'ML26-002',
        target: 'awarded',
        completion: { grade: 'G', date: '2026-05-27' },
        awardedOn: '2026-06-11',
        certificatePage: false,
      },
    ],
  },
  {
    key: 'elle-maret',
    institution: 'fjallsjo',
    learner: {
      nameAsAwarded: 'Elle-Máret Čearretsuolu',
      givenName: 'Elle-Máret',
      familyName: 'Čearretsuolu',
      birthDate: '1991-06-24',
    },
    registrations: [
      {
        offering: 'machine-learning-spring-2026',
        category: 'student',
        source: 'demo-register',
        externalId: 'ML26-003',
        target: 'completed',
        completion: { grade: 'G', date: '2026-05-29' },
        certificatePage: false,
      },
    ],
  },
  {
    key: 'oleksandra',
    institution: 'fjallsjo',
    learner: {
      nameAsAwarded: 'Oleksandra Derev’ianko-Stepova',
      givenName: 'Oleksandra',
      familyName: 'Derev’ianko-Stepova',
      birthDate: '1979-11-03',
    },
    registrations: [
      {
        offering: 'predictive-maintenance-spring-2026',
        category: 'commissioned',
        client: works,
        target: 'awarded',
        completion: { grade: 'G', date: '2026-06-05' },
        awardedOn: '2026-06-17',
        certificatePage: true,
      },
    ],
  },
  {
    key: 'goran',
    institution: 'fjallsjo',
    learner: {
      nameAsAwarded: 'Göran Ängsviken',
      givenName: 'Göran',
      familyName: 'Ängsviken',
      birthDate: '1968-08-15',
    },
    registrations: [
      {
        offering: 'predictive-maintenance-spring-2026',
        category: 'commissioned',
        client: works,
        target: 'revoked',
        completion: { grade: 'G', date: '2026-06-04' },
        awardedOn: '2026-06-17',
        certificatePage: true,
        revocation: { ground: 'awarded-in-error', date: '2026-09-02' },
      },
    ],
  },
  {
    key: 'hodan',
    institution: 'fjallsjo',
    learner: {
      nameAsAwarded: 'Hodan Warsame Sooyaal',
      givenName: 'Hodan',
      familyName: 'Warsame Sooyaal',
      email: 'hodan.ws@example.org',
    },
    registrations: [
      {
        offering: 'crisis-management-autumn-2026',
        category: 'commissioned',
        client: municipality,
        target: 'awarded',
        completion: { grade: 'Godkänd', date: '2026-10-02' },
        awardedOn: '2026-10-12',
        certificatePage: true,
      },
    ],
  },
  {
    key: 'protected',
    institution: 'fjallsjo',
    learner: {
      nameAsAwarded: 'Linnea Furuvret',
      givenName: 'Linnea',
      familyName: 'Furuvret',
      birthDate: '1988-01-19',
    },
    protection: { alias: 'Deltagare 7' },
    registrations: [
      {
        offering: 'crisis-management-autumn-2026',
        category: 'commissioned',
        client: municipality,
        target: 'completed',
        completion: { grade: 'Godkänd', date: '2026-10-02' },
        certificatePage: false,
      },
    ],
  },
  {
    key: 'bjorn',
    institution: 'fjallsjo',
    learner: {
      nameAsAwarded: 'Björn Sjöhultén',
      givenName: 'Björn',
      familyName: 'Sjöhultén',
      email: 'bjorn.sjohulten@example.org',
    },
    registrations: [
      {
        offering: 'podcast-2026',
        category: 'other',
        target: 'awarded',
        completion: { grade: 'Godkänd', date: '2026-08-21' },
        awardedOn: '2026-08-28',
        certificatePage: true,
      },
      {
        offering: 'machine-learning-spring-2027',
        category: 'student',
        source: 'demo-register',
        externalId: 'ML27-001',
        target: 'registered',
        certificatePage: false,
      },
    ],
  },
  {
    key: 'eleftheria',
    institution: 'fjallsjo',
    learner: {
      nameAsAwarded: 'Ελευθερία Δοκιμάκη',
      givenName: 'Ελευθερία',
      familyName: 'Δοκιμάκη',
      birthDate: '1996-04-07',
    },
    registrations: [
      {
        offering: 'podcast-2026',
        category: 'other',
        target: 'completed',
        completion: { grade: 'Godkänd', date: '2026-09-14' },
        certificatePage: false,
      },
    ],
  },
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
        category: 'student',
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
        category: 'other',
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
        category: 'commissioned',
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
        category: 'commissioned',
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
        category: 'commissioned',
        client: bank,
        source: 'demo-bank',
        externalId: '4712',
        target: 'completed',
        completion: { grade: 'Godkänd', date: '2026-10-09' },
        certificatePage: false,
      },
      { offering: 'materials-spring-2027', category: 'student', target: 'registered', certificatePage: false },
    ],
  },
];

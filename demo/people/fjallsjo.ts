import type { DemoLearner } from './learner.ts';

const works = { name: 'Demobruket AB' };
const municipality = { name: 'Fjällsjö demokommun' };

/** As the course says, and otherwise than it says. */
const online = {
  place: 'online',
  supervision: 'unsupervised-with-id',
  form: 'marked-assignment',
  identity: { how: 'institution-account', checkedBy: 'institution' },
} as const;
const atCentre = {
  place: 'learning-centre',
  supervision: 'supervised-with-id',
  form: 'oral-examination',
  identity: { how: 'photo-id', checkedBy: 'learning-centre', name: 'Demo lärcentrum' },
} as const;

/** Those of Fjällsjö. */
export const fjallsjoLearners: readonly DemoLearner[] = [
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
        form: 'se-regular',
        source: 'demo-register',
        externalId: 'ML26-001',
        target: 'awarded',
        completion: { grade: 'VG', date: '2026-05-29', examination: online },
        awardedOn: '2026-06-11',
        certificatePage: true,
        showcase: true,
      },
      {
        offering: 'podcast-2026',
        form: 'se-open-no-credits',
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
        form: 'se-regular',
        source: 'demo-register',
        externalId: 'ML26-002',
        target: 'awarded',
        failed: [{ grade: 'U', date: '2026-05-13', examination: online }],
        completion: {
          grade: 'G',
          date: '2026-05-27',
          examination: atCentre,
          decidedIn: {
            system: 'Ladok',
            id: 'demo-ML26-002',
            attestedBy: 'Demo Attestant',
            attestedAt: '2026-05-29T13:05:00+02:00',
          },
        },
        awardedOn: '2026-06-11',
        certificatePage: true,
      },
      // In a run whose other learners are sent by a client.
      {
        offering: 'predictive-maintenance-spring-2026',
        form: 'se-regular',
        source: 'demo-register',
        externalId: 'PM26-001',
        target: 'awarded',
        completion: { grade: 'G', date: '2026-06-05' },
        awardedOn: '2026-06-17',
        certificatePage: true,
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
        form: 'se-regular',
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
        form: 'se-commissioned-credits',
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
        form: 'se-commissioned-credits',
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
        form: 'se-commissioned-no-credits',
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
        form: 'se-commissioned-no-credits',
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
        form: 'se-open-no-credits',
        target: 'awarded',
        completion: { grade: 'Godkänd', date: '2026-08-21' },
        awardedOn: '2026-08-28',
        certificatePage: true,
      },
      {
        offering: 'machine-learning-spring-2027',
        form: 'se-regular',
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
        form: 'se-open-no-credits',
        target: 'completed',
        completion: { grade: 'Godkänd', date: '2026-09-14' },
        certificatePage: false,
      },
    ],
  },
];

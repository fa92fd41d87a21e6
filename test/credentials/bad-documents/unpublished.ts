import { addresses } from '../fixture.ts';
import type { Case, Change } from './case.ts';
import { moveAchievement, signed, version } from './signing.ts';

const outcomeMore = { id: addresses.part(version, 'outcome-4'), titleMap: { sv: 'Operera' } };
const creatorMore = { id: 'https://creator.example/', type: ['Profile'], name: 'Kungliga Operan' };

/** Each is signed by the institution itself, and is not what it published. */
const unpublished: readonly Change[] = [
  ['another title', (document) => (document.credentialSubject.achievement.titleMap.sv = 'Läkarexamen')],
  ['another plain title', (document) => (document.credentialSubject.achievement.name = 'Läkarexamen')],
  [
    'a plain title in another language than the rest',
    (document) => (document.credentialSubject.achievement.name = 'Battery technology for vehicles'),
  ],
  ['another description', (document) => (document.credentialSubject.achievement.descriptionMap.sv = 'Annat')],
  [
    'a higher level',
    (document) => (document.credentialSubject.achievement.eqfLevel = 'http://data.europa.eu/snb/eqf/8'),
  ],
  ['a higher level as alignment', (document) => (document.credentialSubject.achievement.alignment[0].targetCode = '8')],
  ['more hours', (document) => (document.credentialSubject.achievement.volumeOfLearning = 'PT8000H')],
  ['no hours', (document) => delete document.credentialSubject.achievement.volumeOfLearning],
  ['an outcome more', (document) => document.credentialSubject.achievement.learningOutcome.push(outcomeMore)],
  ['an outcome less', (document) => document.credentialSubject.achievement.learningOutcome.pop()],
  ['no assessment', (document) => delete document.credentialSubject.achievement.assessmentType],
  ['another mode', (document) => document.credentialSubject.achievement.mode.pop()],
  [
    'another supervision',
    (document) => (document.credentialSubject.achievement.supervision = 'https://x.example/none'),
  ],
  [
    'another quality assurance',
    (document) => (document.credentialSubject.achievement.qualityAssurance[0].assuredBy.sv = 'Vi själva'),
  ],
  [
    'another awarding body',
    (document) => (document.credentialSubject.achievement.awardingBody[1].legalName.fi = 'Aalto-yliopisto'),
  ],
  [
    'a failing grade that passes',
    (document) => (document.credentialSubject.achievement.gradingScheme.grades[0].passes = true),
  ],
  ['another legal form', (document) => (document.credentialSubject.achievement.legalForm = `${addresses.vocabulary}x`)],
  ['another name of the paper', (document) => (document.credentialSubject.achievement.certificateName.sv = 'examen')],
  ['more credits on offer', (document) => (document.credentialSubject.achievement.creditsAvailable = 30)],
  ['a creator besides', (document) => (document.credentialSubject.achievement.creator = creatorMore)],
  ['more credits earned', (document) => (document.credentialSubject.creditsEarned = 30)],
  ['no credits earned', (document) => delete document.credentialSubject.creditsEarned],
  ['a grade that does not pass', (document) => (document.credentialSubject.result[0].value = 'U')],
  ['a grade that is not on the scale', (document) => (document.credentialSubject.result[0].value = 'MVG')],
  ['no grade', (document) => delete document.credentialSubject.result],
  [
    'two grades',
    (document) =>
      document.credentialSubject.result.push({ ...document.credentialSubject.result[0], id: 'urn:uuid:2', value: 'G' }),
  ],
  [
    'an achievement of somebody else',
    (document) => moveAchievement(document, 'https://other.example/institutions/uni/microcredentials/a/versions/1'),
  ],
  ['an achievement without address', (document) => delete document.credentialSubject.achievement.id],
  [
    'a second achievement without address',
    (document) =>
      (document.credentialSubject.achievement = [
        document.credentialSubject.achievement,
        { type: ['Achievement'], name: 'Läkarexamen' },
      ]),
  ],
  [
    'a second subject',
    (document) =>
      (document.credentialSubject = [
        { id: 'urn:uuid:1', type: ['AchievementSubject'], creditsEarned: 300 },
        document.credentialSubject,
      ]),
  ],
];

export const unpublishedCases = unpublished.map(([what, change]): Case => ({
  what,
  check: 'catalogue',
  outcome: 'failed',
  verdict: 'invalid',
  problem: 'https://mikromerit.example/problems/catalogue-mismatch',
  make: (fixture) => signed(fixture, change),
}));

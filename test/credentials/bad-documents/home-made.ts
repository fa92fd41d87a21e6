import { addresses, slug } from '../fixture.ts';
import type { Case, Change } from './case.ts';
import { homeMade, moveAchievement, strangerSigns, strangersProof, version } from './signing.ts';

/** Each names an achievement of ours, and is signed by somebody who is not its institution. */
const homeMadeDocuments: readonly Change[] = [
  ['a home-made certificate', () => undefined],
  ['a home-made certificate without the digest', (document) => delete document.relatedResource],
  [
    'a home-made certificate for something that was never published',
    (document) => moveAchievement(document, `${addresses.institution(slug)}/microcredentials/vatten`),
  ],
  [
    'a home-made certificate with the port spelled out',
    (document) => moveAchievement(document, version.replace('.example/', '.example:443/')),
  ],
  [
    'a home-made certificate with a user in the address',
    (document) => moveAchievement(document, version.replace('https://', 'https://a@')),
  ],
  [
    'a home-made certificate with the host in capitals',
    (document) => moveAchievement(document, version.replace('mikromerit.example', 'MIKROMERIT.EXAMPLE')),
  ],
  [
    'a home-made certificate whose achievement stands elsewhere in it',
    (document) => {
      const { achievement } = document.credentialSubject;
      document.relatedResource[0] = { ...achievement, ...document.relatedResource[0] };
      document.credentialSubject.achievement = achievement.id;
    },
  ],
  [
    'a home-made certificate with a dot after the host',
    (document) => moveAchievement(document, version.replace('.example/', '.example./')),
  ],
  [
    'a home-made certificate that says no more than our address',
    (document) => {
      document.credentialSubject.achievement = document.credentialSubject.achievement.id;
      delete document.relatedResource;
    },
  ],
  [
    'a home-made certificate with our achievement in a list of lists',
    (document) =>
      (document.credentialSubject.achievement = [
        [{ ...document.credentialSubject.achievement, id: 'https://nobody.example/phd' }],
        [[document.credentialSubject.achievement]],
      ]),
  ],
  [
    'a home-made certificate with an achievement of its own before ours',
    (document) =>
      (document.credentialSubject.achievement = [
        { ...document.credentialSubject.achievement, id: 'https://nobody.example/phd' },
        document.credentialSubject.achievement,
      ]),
  ],
  [
    'a home-made certificate with a second subject',
    (document) =>
      (document.credentialSubject = [
        { id: 'urn:uuid:1', type: ['AchievementSubject'], learnerName: 'Falsk Person' },
        document.credentialSubject,
      ]),
  ],
];

export const homeMadeCases: readonly Case[] = [
  ...homeMadeDocuments.map(([what, change]): Case => ({
    what,
    check: 'catalogue',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://mikromerit.example/problems/issuer-mismatch',
    make: (fixture) => homeMade(fixture, change),
  })),
  {
    what: 'a home-made certificate for a page of ours that is no achievement',
    check: 'catalogue',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://mikromerit.example/problems/catalogue-mismatch',
    make: (fixture) => homeMade(fixture, (document) => moveAchievement(document, addresses.award('1'))),
  },
  {
    what: 'another institution that awards what this one published',
    check: 'catalogue',
    outcome: 'failed',
    verdict: 'invalid',
    problem: 'https://mikromerit.example/problems/issuer-mismatch',
    make: async (fixture) => {
      const { credentialStatus: _, ...document } = fixture.unsigned;
      const { id, key } = await strangerSigns(fixture, document);
      return strangersProof({ ...document, issuer: { ...(document['issuer'] as object), id } }, key, id);
    },
  },
];

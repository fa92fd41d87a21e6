import { contextUrls } from '../../src/credentials/contexts/document-loader.ts';
import type { JsonObject } from '../../src/services/ports/index.ts';

/** Another issuer's Open Badge with about every member that a reader is shown. Unsigned. */
export const badge: JsonObject = {
  '@context': [contextUrls.credentials, contextUrls.openBadges],
  id: 'urn:uuid:badge',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: 'Soil chemistry',
  description: 'A certificate',
  issuer: {
    id: 'https://issuer.example/',
    type: ['Profile'],
    name: 'North Valley University',
    address: { type: ['Address'], addressCountryCode: 'NO', addressCountry: 'Norway' },
  },
  validFrom: '2026-01-01T23:30:00-05:00',
  validUntil: '2030-01-01T00:00:00Z',
  awardedDate: '2025-12-31T23:30:00-05:00',
  evidence: [
    { id: 'https://issuer.example/report/1', type: ['Evidence'], name: 'Report', narrative: 'Twelve samples' },
    { id: 'urn:uuid:evidence', type: ['Evidence'], name: 'Presentation', description: 'For the whole class' },
  ],
  credentialSubject: {
    id: 'urn:uuid:subject',
    type: ['AchievementSubject'],
    activityEndDate: '2025-12-20',
    creditsEarned: 2.5,
    identifier: [
      { type: 'IdentityObject', hashed: false, identityType: 'name', identityHash: 'Ana First' },
      { type: 'IdentityObject', hashed: true, identityType: 'emailAddress', identityHash: 'sha256$abcdef', salt: 'x' },
    ],
    result: [
      { id: 'urn:uuid:r1', type: ['Result'], resultDescription: 'urn:uuid:d1', value: '8.0' },
      { id: 'urn:uuid:r2', type: ['Result'], resultDescription: 'urn:uuid:d2', status: 'Completed' },
      { type: ['Result'], resultDescription: 'urn:uuid:d3', achievedLevel: 'urn:uuid:l2' },
    ],
    achievement: {
      id: 'urn:uuid:achievement',
      type: ['Achievement'],
      achievementType: 'Course',
      name: { '@value': 'Markkemi', '@language': 'sv' },
      description: [
        { '@value': 'Provtagning', '@language': 'sv' },
        { '@value': 'Sampling', '@language': 'en' },
      ],
      inLanguage: 'en-GB',
      humanCode: 'SOIL-1',
      criteria: { id: 'https://issuer.example/criteria', narrative: 'Passed a project' },
      creditsAvailable: 3,
      creator: {
        id: 'https://famous.example',
        type: ['Profile'],
        name: 'Famous University',
        url: 'https://famous.example',
      },
      otherIdentifier: [{ type: ['IdentifierEntry'], identifier: 'X-1', identifierType: 'ext:Register' }],
      alignment: [
        {
          type: ['Alignment'],
          targetName: 'EQF level 6',
          targetUrl: 'http://data.europa.eu/snb/eqf/6',
          targetType: 'ext:EQF',
          targetCode: '6',
        },
        {
          type: ['Alignment'],
          targetName: 'Sample soil',
          targetUrl: 'https://skills.example/1',
          targetType: 'ceasn:Competency',
        },
        {
          type: ['Alignment'],
          targetName: 'Bachelor',
          targetUrl: 'https://issuer.example/bsc',
          targetType: 'ceterms:Credential',
        },
        {
          type: ['Alignment'],
          targetName: 'Accreditation',
          targetDescription: 'For six years',
          targetCode: 'A-1',
          targetUrl: 'https://acc.example/1',
          targetType: 'ext:QualityAssurance',
        },
        { type: ['Alignment'], targetName: 'Chemistry', targetUrl: 'http://data.europa.eu/snb/isced-f/0531' },
      ],
      resultDescription: [
        {
          id: 'urn:uuid:d1',
          type: ['ResultDescription'],
          name: 'Examination',
          resultType: 'RawScore',
          valueMin: '1',
          valueMax: '10',
          requiredValue: '6',
        },
        { id: 'urn:uuid:d2', type: ['ResultDescription'], name: 'Project', resultType: 'Status' },
        {
          id: 'urn:uuid:d3',
          type: ['ResultDescription'],
          name: 'Laboratory',
          resultType: 'RubricCriterionLevel',
          rubricCriterionLevel: [
            { id: 'urn:uuid:l1', type: ['RubricCriterionLevel'], name: 'Fair', level: 'Fair' },
            { id: 'urn:uuid:l2', type: ['RubricCriterionLevel'], name: 'Mastered', level: 'Top' },
          ],
        },
      ],
    },
  },
};

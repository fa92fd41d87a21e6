import type { OperationId } from '../../../../src/http/operation.ts';
import type { Answer } from '../client.ts';
import { as, at, beginStory, completed, decision, harness, nowhere, story, underReview } from './contract-story.ts';
import { award, offeringInput, outcomesMet, publishCourse, register, somebody } from '../story.ts';
import { descriptionCalls } from './description-calls.ts';
import { hostingCalls } from './hosting-calls.ts';
import { jointCalls } from './joint-calls.ts';
import { resultCalls } from './result-calls.ts';
import { anyCountryContent } from '../../../samples/content.ts';

export { as, at, beginStory, harness, nowhere };

export type Calls = Readonly<{ status?: number; succeeds: () => Promise<Answer>; refused?: () => Promise<Answer> }>;

/** A success and a refusal of each: leave one out and this does not compile. */
export const operations: Readonly<Record<OperationId, Calls>> = {
  listInstitutions: { succeeds: () => harness.anyone.get('/api/v1/institutions') },
  readInstitution: {
    succeeds: () => harness.anyone.get(at('')),
    refused: () => harness.anyone.get('/api/v1/institutions/ingenstans'),
  },
  readMe: { succeeds: () => as().machine.get('/api/v1/me'), refused: () => harness.anyone.get('/api/v1/me') },
  listStaff: {
    succeeds: () => as().registrar.get(at('/staff')),
    refused: () => as().bystander.get(at('/staff')),
  },
  listCatalogue: {
    succeeds: () => harness.anyone.get('/api/v1/microcredentials'),
    refused: () => harness.anyone.get('/api/v1/microcredentials?limit=0'),
  },
  listMicrocredentials: {
    succeeds: () => as().editor.get(at('/microcredentials?state=published')),
    refused: () => as().editor.get(at('/microcredentials?state=burnt')),
  },
  createMicrocredential: {
    status: 201,
    succeeds: () => as().editor.post(at('/microcredentials'), { slug: 'utkast', ownerUnit: 'VESI', content: {} }),
    refused: () => as().editor.post(at('/microcredentials'), { slug: 'utkast', content: {} }),
  },
  readMicrocredential: {
    succeeds: () => as().reviewer.get(at('/microcredentials/klippor')),
    refused: () => as().reviewer.get(at('/microcredentials/skrevor')),
  },
  updateDraft: {
    succeeds: async () => {
      const { headers } = await as().editor.get(at('/microcredentials/utkast'));
      const update = { reviewBy: '2027-01-01', content: anyCountryContent };
      return as().editor.put(at('/microcredentials/utkast/draft'), update, { 'If-Match': headers.get('ETag') ?? '' });
    },
    refused: () => as().editor.put(at('/microcredentials/utkast/draft'), { content: {} }),
  },
  startDraft: {
    status: 201,
    succeeds: () => as().editor.post(at('/microcredentials/klippor/draft')),
    refused: () => as().editor.post(at('/microcredentials/klippor/draft')),
  },
  submitDraft: {
    succeeds: () => as().editor.post(at('/microcredentials/klippor/submit')),
    refused: () => as().editor.post(at('/microcredentials/klippor/submit')),
  },
  approveDraft: {
    succeeds: () => as().reviewer.post(at('/microcredentials/klippor/approve')),
    refused: () => as().reviewer.post(at('/microcredentials/klippor/approve')),
  },
  returnDraft: {
    succeeds: async () => {
      await underReview('tillbaka');
      return as().reviewer.post(at('/microcredentials/tillbaka/return'), { note: 'Skriv om målen.' });
    },
    refused: () => as().reviewer.post(at('/microcredentials/tillbaka/return'), { note: '' }),
  },
  publishMicrocredential: {
    status: 201,
    succeeds: () => as().editor.post(at('/microcredentials/klippor/publish'), { decision }),
    refused: () => as().editor.post(at('/microcredentials/klippor/publish'), { decision }),
  },
  withdrawMicrocredential: {
    succeeds: async () => {
      await publishCourse(harness.south, 'nedlagd');
      return as().editor.post(at('/microcredentials/nedlagd/withdraw'));
    },
    refused: () => as().editor.post(at('/microcredentials/nedlagd/withdraw')),
  },
  listVersions: {
    succeeds: () => harness.anyone.get(at('/microcredentials/klippor/versions')),
    refused: () => harness.anyone.get(at('/microcredentials/tillbaka/versions')),
  },
  readVersion: {
    succeeds: () => harness.anyone.get(at('/microcredentials/klippor/versions/2')),
    refused: () => harness.anyone.get(at('/microcredentials/klippor/versions/3')),
  },
  ...descriptionCalls(() => harness),
  ...jointCalls(() => harness),
  createOffering: {
    status: 201,
    succeeds: () => as().registrar.post(at('/microcredentials/klippor/offerings'), offeringInput),
    refused: () => as().registrar.post(at('/microcredentials/nedlagd/offerings'), offeringInput),
  },
  listOfferings: {
    succeeds: () => harness.anyone.get(at('/microcredentials/klippor/offerings')),
    refused: () => harness.anyone.get(at('/microcredentials/klippor/offerings?limit=1000')),
  },
  readOffering: {
    succeeds: () => harness.anyone.get(at(`/offerings/${story.offering.id}`)),
    refused: () => harness.anyone.get(at(`/offerings/${nowhere}`)),
  },
  ...hostingCalls,
  createRegistration: {
    status: 201,
    succeeds: () =>
      as().registrar.post(at(`/offerings/${story.offering.id}/registrations`), {
        form: 'other',
        source: 'register',
        externalId: '17',
        learner: somebody(),
      }),
    refused: () => as().registrar.post(at(`/offerings/${story.offering.id}/registrations`), { form: 'other' }),
  },
  createRegistrations: {
    succeeds: () =>
      as().registrar.post(at(`/offerings/${story.offering.id}/registrations/batch`), {
        registrations: [
          { form: 'other', source: 'register', externalId: '18', learner: somebody() },
          { form: 'other', sameLearnerAs: { source: 'register', externalId: '18' } },
          { form: 'other', learner: { ...somebody(), birthDate: '2026-10-16' } },
          { form: 'other', learner: { nameAsAwarded: 7 } },
        ],
      }),
    refused: () => as().registrar.post(at(`/offerings/${nowhere}/registrations/batch`), { registrations: [] }),
  },
  listRegistrations: {
    succeeds: () => as().registrar.get(at(`/offerings/${story.offering.id}/registrations`)),
    refused: () => as().registrar.get(at(`/offerings/${nowhere}/registrations`)),
  },
  readRegistration: {
    succeeds: () => as().issuer.get(at(`/registrations/${story.registration.id}`)),
    refused: () => as().issuer.get(at('/registrations/seventeen')),
  },
  listLearners: {
    succeeds: () => as().admin.get(at('/learners')),
    refused: () => as().bystander.get(at('/learners')),
  },
  readLearner: {
    succeeds: () => as().registrar.get(at(`/learners/${story.registration.learnerId}`)),
    refused: () => as().registrar.get(at(`/learners/${nowhere}`)),
  },
  updateLearner: {
    succeeds: () => as().registrar.put(at(`/learners/${story.registration.learnerId}`), somebody()),
    refused: () =>
      as().registrar.put(at(`/learners/${story.registration.learnerId}`), { ...somebody(), birthDate: '2026-10-16' }),
  },
  protectLearner: {
    succeeds: async () => {
      const { learnerId } = await register(harness.south, story.offering.id);
      return as().confidential.put(at(`/learners/${learnerId}/protection`), { protected: true, alias: 'Nummer 7' });
    },
    refused: () => as().confidential.put(at(`/learners/${nowhere}/protection`), { protected: true }),
  },
  ...resultCalls,
  makeAward: {
    status: 201,
    succeeds: async () =>
      as().issuer.post(at('/awards'), { completionId: (await completed()).id, decision: outcomesMet }),
    refused: () => as().issuer.post(at('/awards'), { completionId: story.completion.id, decision: outcomesMet }),
  },
  makeAwards: {
    succeeds: async () =>
      as().issuer.post(at('/awards/batch'), {
        completions: [(await completed()).id, story.completion.id, nowhere, 'no id'],
        decision: outcomesMet,
      }),
    refused: () => as().issuer.post(at('/awards/batch'), { completions: [], decision: outcomesMet }),
  },
  readAwardRun: {
    succeeds: async () => {
      const asked = { completions: [(await completed()).id], decision: outcomesMet };
      const { headers } = await as().issuer.post(at('/awards/batch'), asked);
      return as().registrar.get(headers.get('Location') ?? '');
    },
    refused: () => as().issuer.get(at(`/award-runs/${nowhere}`)),
  },
  listAwards: {
    succeeds: () => as().issuer.get(at('/awards')),
    refused: () => as().editor.get(at('/awards')),
  },
  readAward: {
    succeeds: () => as().issuer.get(at(`/awards/${story.award.id}`)),
    refused: () => as().issuer.get(at(`/awards/${nowhere}`)),
  },
  revokeAward: {
    succeeds: async () => {
      const { id } = await award(harness.south, (await completed()).id);
      return as().issuer.post(at(`/awards/${id}/revoke`), { decision: { ground: 'awarded-in-error' } });
    },
    refused: () => as().issuer.post(at(`/awards/${story.award.id}/revoke`), { decision: { ground: 'spite' } }),
  },
  readCredential: {
    succeeds: () => as().issuer.get(at(`/awards/${story.award.id}/credential`)),
    refused: () => as().issuer.get(at(`/awards/${nowhere}/credential`)),
  },
  setCertificatePage: {
    succeeds: () => as().registrar.put(at(`/awards/${story.award.id}/certificate-page`), { on: true }),
    refused: () => as().registrar.put(at(`/awards/${story.award.id}/certificate-page`), { on: 'yes' }),
  },
  readDecision: {
    succeeds: () => as().issuer.get(at(`/decisions/${story.award.decisionId}`)),
    refused: () => as().issuer.get(at(`/decisions/${nowhere}`)),
  },
  verifyCredential: {
    succeeds: () => harness.anyone.post('/api/v1/verify', { credential: story.credential }),
    refused: () => harness.anyone.post('/api/v1/verify', story.credential),
  },
  updateOffering: {
    succeeds: () => as().registrar.put(at(`/offerings/${story.offering.id}`), offeringInput, { 'If-Match': '*' }),
    refused: () => as().registrar.put(at(`/offerings/${story.offering.id}`), offeringInput),
  },
  cancelOffering: {
    succeeds: () => as().registrar.post(at(`/offerings/${story.offering.id}/cancel`), { reason: { sv: 'Få.' } }),
    refused: () => as().registrar.post(at(`/offerings/${nowhere}/cancel`), { reason: { sv: 'Få.' } }),
  },
  readHealth: {
    succeeds: () => harness.anyone.get('/health?stranger=1'),
    refused: () => harness.anyone.get('/health?stranger=yes'),
  },
};

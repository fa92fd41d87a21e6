import { type operationTable } from '../../../src/generated/operations.ts';
import type { OperationId } from '../../../src/http/operation.ts';
import { anyCountryContent } from '../../samples/content.ts';
import { jointRows } from './joint-rows.ts';
import type { Place } from '../setup/harness.ts';
import { type KeyName, liveKeyNames } from '../setup/people.ts';
import { offeringInput, outcomesMet, resultInput, somebody, type Story } from '../setup/story.ts';

export type StaffOperation = {
  [Id in OperationId]: (typeof operationTable)[Id]['audience'] extends 'staff' ? Id : never;
}[OperationId];
export type Row = Readonly<{
  may: readonly KeyName[];
  path: (base: string, s: Story) => string;
  body?: (s: Story, place: Place) => unknown;
  image?: true;
}>;

const editors: readonly KeyName[] = ['editor', 'author', 'authorAgain', 'admin', 'machine'];
const reviewers: readonly KeyName[] = ['reviewer', 'author', 'authorAgain', 'machine'];
const readers: readonly KeyName[] = liveKeyNames.filter((name) => name !== 'bystander');
const office: readonly KeyName[] = ['registrar', 'confidential', 'admin', 'machine'];
const ofPeople: readonly KeyName[] = [...office, 'issuer'];
const issuers: readonly KeyName[] = ['issuer', 'confidential', 'machine'];
/** None is there: who may not is told so before it is looked for. */
const agreementAt = (base: string) => `${base}/hosting-agreements/5b0d7c1e-5c55-4d0e-9a43-0a5bd8a9d2f1`;
const admins: readonly KeyName[] = ['admin', 'machine'];
export const course = (base: string) => `${base}/microcredentials/vatten`;
const decided = () => ({ decision: { ground: 'delegated-decision' } });

/** Which keys may call each operation. The bodies are good, so that nothing but the role stands in the way. */
export const staffOperations: Readonly<Record<StaffOperation, Row>> = {
  readMe: { may: liveKeyNames, path: () => '/api/v1/me' },
  listStaff: { may: readers, path: (base) => `${base}/staff` },
  listMicrocredentials: { may: readers, path: (base) => `${base}/microcredentials` },
  createMicrocredential: {
    may: editors,
    path: (base) => `${base}/microcredentials`,
    body: () => ({ slug: 'vatten', content: anyCountryContent }),
  },
  readMicrocredential: { may: readers, path: course },
  updateDraft: { may: editors, path: (base) => `${course(base)}/draft`, body: () => ({ content: anyCountryContent }) },
  startDraft: { may: editors, path: (base) => `${course(base)}/draft` },
  submitDraft: { may: editors, path: (base) => `${course(base)}/submit` },
  approveDraft: { may: reviewers, path: (base) => `${course(base)}/approve` },
  returnDraft: { may: reviewers, path: (base) => `${course(base)}/return`, body: () => ({ note: 'Nej.' }) },
  publishMicrocredential: {
    may: [...editors, 'reviewer'],
    path: (base) => `${course(base)}/publish`,
    body: decided,
  },
  withdrawMicrocredential: { may: [...editors, 'reviewer'], path: (base) => `${course(base)}/withdraw` },
  ...jointRows({ editors, readers }, course),
  addEmblem: { may: editors, path: (base) => `${base}/emblems`, image: true },
  createOffering: {
    may: [...editors, 'registrar', 'confidential'],
    path: (base) => `${course(base)}/offerings`,
    body: () => offeringInput,
  },
  updateOffering: {
    may: [...editors, 'registrar', 'confidential'],
    path: (base, { offering }) => `${base}/offerings/${offering.id}`,
    body: () => offeringInput,
  },
  cancelOffering: {
    may: [...editors, 'registrar', 'confidential'],
    path: (base, { offering }) => `${base}/offerings/${offering.id}/cancel`,
    body: () => ({ reason: { sv: 'Inställt.' } }),
  },
  offerHosting: {
    may: admins,
    path: (base) => `${course(base)}/hosting-agreements`,
    body: () => ({ host: 'koesaari', version: 1, awardedBy: 'owner' }),
  },
  listHostingAgreements: { may: readers, path: (base) => `${base}/hosting-agreements` },
  readHostingAgreement: { may: readers, path: agreementAt },
  acceptHosting: { may: admins, path: (base) => `${agreementAt(base)}/accept` },
  declineHosting: { may: admins, path: (base) => `${agreementAt(base)}/decline` },
  endHosting: { may: admins, path: (base) => `${agreementAt(base)}/end` },
  createHostedOffering: {
    may: [...editors, 'registrar', 'confidential'],
    path: (base) => `${agreementAt(base)}/offerings`,
    body: () => offeringInput,
  },
  listHostedCompletions: { may: ofPeople, path: (base) => `${base}/hosted-completions` },
  createRegistration: {
    may: office,
    path: (base, { offering }) => `${base}/offerings/${offering.id}/registrations`,
    body: () => ({ form: 'other', learner: somebody() }),
  },
  createRegistrations: {
    may: office,
    path: (base, { offering }) => `${base}/offerings/${offering.id}/registrations/batch`,
    body: () => ({ registrations: [{ form: 'other', learner: somebody() }] }),
  },
  listRegistrations: { may: ofPeople, path: (base, { offering }) => `${base}/offerings/${offering.id}/registrations` },
  readRegistration: { may: ofPeople, path: (base, { registration }) => `${base}/registrations/${registration.id}` },
  listLearners: { may: ofPeople, path: (base) => `${base}/learners` },
  readLearner: { may: ofPeople, path: (base, { registration }) => `${base}/learners/${registration.learnerId}` },
  updateLearner: {
    may: office,
    path: (base, { registration }) => `${base}/learners/${registration.learnerId}`,
    body: () => somebody(),
  },
  protectLearner: {
    may: ['confidential'],
    path: (base, { registration }) => `${base}/learners/${registration.learnerId}/protection`,
    body: () => ({ protected: false }),
  },
  recordResult: {
    may: office,
    path: (base) => `${base}/results`,
    body: ({ registration }, place) => resultInput(place, registration.id),
  },
  recordResults: {
    may: office,
    path: (base) => `${base}/results/batch`,
    body: ({ registration }, place) => ({ results: [resultInput(place, registration.id)] }),
  },
  listResults: { may: ofPeople, path: (base) => `${base}/results` },
  readResult: { may: ofPeople, path: (base, { completion }) => `${base}/results/${completion.id}` },
  listCorrectionTasks: { may: ofPeople, path: (base) => `${base}/correction-tasks` },
  readCorrectionTask: { may: ofPeople, path: (base, { completion }) => `${base}/correction-tasks/${completion.id}` },
  makeAward: {
    may: issuers,
    path: (base) => `${base}/awards`,
    body: ({ completion }) => ({ completionId: completion.id, decision: outcomesMet }),
  },
  makeAwards: {
    may: issuers,
    path: (base) => `${base}/awards/batch`,
    body: ({ completion }) => ({ completions: [completion.id], decision: outcomesMet }),
  },
  readAwardRun: { may: ofPeople, path: (base) => `${base}/award-runs/5b0d7c1e-5c55-4d0e-9a43-0a5bd8a9d2f1` },
  listAwards: { may: ofPeople, path: (base) => `${base}/awards` },
  readAward: { may: ofPeople, path: (base, { award }) => `${base}/awards/${award.id}` },
  revokeAward: {
    may: issuers,
    path: (base, { award }) => `${base}/awards/${award.id}/revoke`,
    body: () => ({ decision: { ground: 'learner-request' } }),
  },
  readDecision: {
    may: [...ofPeople, ...reviewers],
    path: (base, { award }) => `${base}/decisions/${award.decisionId}`,
  },
  readCredential: { may: ofPeople, path: (base, { award }) => `${base}/awards/${award.id}/credential` },
  setCertificatePage: {
    may: ofPeople,
    path: (base, { award }) => `${base}/awards/${award.id}/certificate-page`,
    body: () => ({ on: true }),
  },
};

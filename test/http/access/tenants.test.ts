import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operationTable } from '../../../src/generated/operations.ts';
import type { OperationId } from '../../../src/http/operation.ts';
import type { Answer, Client } from '../setup/client.ts';
import { everyAnswer } from '../setup/every-answer.ts';
import { type Harness, type Place, startHarness } from '../setup/harness.ts';
import { liveKeyNames } from '../setup/people.ts';
import { expectSame } from '../setup/refusals.ts';
import {
  resultInput,
  draftCourse,
  invite,
  must,
  offeringInput,
  openOffering,
  openTask,
  outcomesMet,
  somebody,
  type Story,
  wholeStory,
} from '../setup/story.ts';
import { jointAddresses } from './joint-rows.ts';
import { tracesIn } from './traces.ts';
import { finnish } from '../../samples/institution.ts';
import { sentImage } from '../setup/images.ts';
import { pngOf } from '../../samples/images.ts';
import { anyCountryContent } from '../../samples/content.ts';
import { swedish } from '../../samples/institution.ts';

let harness: Harness;
/** What belongs to the other institution. */
let theirs: Story;
let [token, emblem, task, run, agreement, partnership] = ['', '', '', '', '', ''];
beforeAll(async () => {
  harness = await startHarness();
  await wholeStory(harness.north, 'vatten');
  const content = { ...anyCountryContent, title: { sv: 'Koesaaris hemliga kurs', en: 'A secret course' } };
  theirs = await wholeStory(harness.south, 'klippor', content);
  await draftCourse(harness.south, 'skisser', { title: { sv: 'Koesaaris hemliga utkast' } });
  const { address } = must(
    await harness.south.as.registrar.put(`${harness.south.base}/awards/${theirs.award.id}/certificate-page`, {
      on: true,
    }),
  );
  token = address.split('/').at(-1);
  const sent = sentImage(pngOf(48, 48));
  emblem = must(await harness.south.as.editor.send('POST', `${harness.south.base}/emblems`, sent)).id;
  await harness.services.institutions.create({ ...finnish, slug: 'storholmen' });
  const offer = { host: 'storholmen', version: 1, awardedBy: 'owner' };
  agreement = must(
    await harness.south.as.admin.post(`${harness.south.base}/microcredentials/klippor/hosting-agreements`, offer),
  ).id;
  // As a partner of a third institution.
  const third = await harness.settle({ ...swedish, slug: 'tredje' });
  await draftCourse(third, 'gemensam');
  partnership = await invite(third, 'gemensam', harness.south);
  const decided = { completions: [theirs.completion.id], decision: outcomesMet };
  run = must(await harness.south.as.issuer.post(`${harness.south.base}/awards/batch`, decided)).id;
  task = (await openTask(harness.south, theirs.offering.id)).id;
});
afterAll(() => harness.close());

type Row = Readonly<{ path: string; body?: () => unknown; slug?: string; image?: true }>;
const course = '/microcredentials/:code';
const unit = { ownerUnit: 'VA', content: anyCountryContent };
/** A good request of each operation at an institution, with ids of what is the other's; `:code` is a slug of theirs. */
const operations: Readonly<
  Record<Exclude<OperationId, 'listInstitutions' | 'readMe' | 'listCatalogue' | 'verifyCredential' | 'readHealth'>, Row>
> = {
  readInstitution: { path: '' },
  listStaff: { path: '/staff' },
  listMicrocredentials: { path: '/microcredentials' },
  createMicrocredential: { path: '/microcredentials', body: () => ({ slug: 'ny', ...unit }) },
  readMicrocredential: { path: course },
  updateDraft: { path: `${course}/draft`, slug: 'skisser', body: () => unit },
  startDraft: { path: `${course}/draft` },
  submitDraft: { path: `${course}/submit`, slug: 'skisser' },
  approveDraft: { path: `${course}/approve`, slug: 'skisser' },
  returnDraft: { path: `${course}/return`, slug: 'skisser', body: () => ({ note: 'Nej.' }) },
  publishMicrocredential: {
    path: `${course}/publish`,
    slug: 'skisser',
    body: () => ({ decision: { ground: 'board-decision' } }),
  },
  withdrawMicrocredential: { path: `${course}/withdraw` },
  ...jointAddresses,
  listVersions: { path: `${course}/versions` },
  readVersion: { path: `${course}/versions/1` },
  listThemes: { path: '/themes' },
  addEmblem: { path: '/emblems', image: true },
  readEmblem: { path: '/emblems/:emblem' },
  createOffering: { path: `${course}/offerings`, body: () => offeringInput },
  listOfferings: { path: `${course}/offerings` },
  readOffering: { path: '/offerings/:offering' },
  updateOffering: { path: '/offerings/:offering', body: () => offeringInput },
  cancelOffering: { path: '/offerings/:offering/cancel', body: () => ({ reason: { sv: 'Nej.' } }) },
  offerHosting: {
    path: `${course}/hosting-agreements`,
    body: () => ({ host: 'provsjo', version: 1, awardedBy: 'owner' }),
  },
  listHostingAgreements: { path: '/hosting-agreements' },
  readHostingAgreement: { path: '/hosting-agreements/:agreement' },
  acceptHosting: { path: '/hosting-agreements/:agreement/accept' },
  declineHosting: { path: '/hosting-agreements/:agreement/decline' },
  endHosting: { path: '/hosting-agreements/:agreement/end' },
  createHostedOffering: { path: '/hosting-agreements/:agreement/offerings', body: () => offeringInput },
  listHostedCompletions: { path: '/hosted-completions' },
  createRegistration: {
    path: '/offerings/:offering/registrations',
    body: () => ({ form: 'other', learner: somebody() }),
  },
  createRegistrations: {
    path: '/offerings/:offering/registrations/batch',
    body: () => ({ registrations: [{ form: 'other', learner: somebody() }] }),
  },
  listRegistrations: { path: '/offerings/:offering/registrations' },
  readRegistration: { path: '/registrations/:registration' },
  listLearners: { path: '/learners' },
  readLearner: { path: '/learners/:learner' },
  updateLearner: { path: '/learners/:learner', body: () => somebody() },
  protectLearner: { path: '/learners/:learner/protection', body: () => ({ protected: true }) },
  recordResult: { path: '/results', body: () => resultInput(harness.south, theirs.registration.id) },
  listResults: { path: '/results' },
  recordResults: {
    path: '/results/batch',
    body: () => ({ results: [resultInput(harness.south, theirs.registration.id)] }),
  },
  readResult: { path: '/results/:result' },
  listCorrectionTasks: { path: '/correction-tasks' },
  readCorrectionTask: { path: '/correction-tasks/:task' },
  makeAward: { path: '/awards', body: () => ({ completionId: theirs.completion.id, decision: outcomesMet }) },
  makeAwards: { path: '/awards/batch', body: () => ({ completions: [theirs.completion.id], decision: outcomesMet }) },
  readAwardRun: { path: '/award-runs/:run' },
  listAwards: { path: '/awards' },
  readAward: { path: '/awards/:award' },
  revokeAward: { path: '/awards/:award/revoke', body: () => ({ decision: { ground: 'misconduct' } }) },
  readDecision: { path: '/decisions/:decision' },
  readCredential: { path: '/awards/:award/credential' },
  setCertificatePage: { path: '/awards/:award/certificate-page', body: () => ({ on: false }) },
};
type Id = keyof typeof operations;
const ids = Object.keys(operations) as Id[];
const isPublic = (id: Id) => operationTable[id].audience === 'public';

function ask(client: Client, place: Place, id: Id): Promise<Answer> {
  const { path, body, slug = 'klippor', image } = operations[id];
  const filled = path
    .replace(':code', slug)
    .replace(':emblem', emblem)
    .replace(':offering', theirs.offering.id)
    .replace(':agreement', agreement)
    .replace(':registration', theirs.registration.id)
    .replace(':learner', theirs.registration.learnerId)
    .replace(':result', theirs.completion.id)
    .replace(':task', task)
    .replace(':partnership', partnership)
    .replace(':run', run)
    .replace(':decision', theirs.award.decisionId)
    .replace(':award', theirs.award.id);
  const headers = { 'If-Match': id === 'updateOffering' ? '*' : '"0-1-0-0"' };
  const sent = image ? sentImage() : { headers, ...(body && { body: JSON.stringify(body()) }) };
  return client.send(operationTable[id].method.toUpperCase(), place.base + filled, sent);
}

const showsTheirs = (answer: Answer): readonly string[] => tracesIn(answer, { harness, theirs, token });

describe('with a key of one institution at the address of another', () => {
  test.each(ids.filter((id) => !isPublic(id)))('%s is forbidden, and shows nothing', async (id) => {
    const before = await harness.dump();
    for (const name of liveKeyNames) {
      const answer = await ask(harness.north.as[name], harness.south, id);
      expect([name, answer.status]).toEqual([name, 403]);
      expect(showsTheirs(answer)).toEqual([]);
    }
    expectSame(before, await harness.dump());
  });
});

describe('with ids of one institution at the address of another', () => {
  /** Lists and what is made anew, which go well, and see nothing of the other. */
  const ownOnly: readonly Id[] = [
    'readInstitution',
    'listStaff',
    'listMicrocredentials',
    'listPartnerships',
    'listLearners',
    'listResults',
    'listCorrectionTasks',
    'listAwards',
    'listHostingAgreements',
    'listHostedCompletions',
    'createMicrocredential',
    'listThemes',
    'addEmblem',
  ];
  const strange = ids.filter((id) => !ownOnly.includes(id) && id !== 'recordResults' && id !== 'makeAwards');

  test.each(strange)('%s finds nothing', async (id) => {
    const before = await harness.dump();
    for (const name of ['admin', 'confidential', 'author'] as const) {
      const client = isPublic(id) ? harness.anyone : harness.north.as[name];
      const answer = await ask(client, harness.north, id);
      expect([403, 404, 422]).toContain(answer.status);
      expect(showsTheirs(answer)).toEqual([]);
      // Said in the very words that are said of what is nowhere.
      if (answer.status === 404) expect(answer.body.detail).toMatch(/has no|There is no/);
    }
    expectSame(before, await harness.dump());
  });

  test('a batch of results refuses each', async () => {
    const before = await harness.dump();
    const answer = await ask(harness.north.as.registrar, harness.north, 'recordResults');
    expect(answer.body.outcomes).toMatchObject([{ outcome: 'refused', problem: { status: 422 } }]);
    expect(showsTheirs(answer)).toEqual([]);
    expectSame(before, await harness.dump());
  });

  test.each(ownOnly)('%s shows what is its own alone', async (id) => {
    const answer = await ask(harness.north.as.admin, harness.north, id);
    expect(answer.status).toBeLessThan(300);
    expect(showsTheirs(answer)).toEqual([]);
  });
});

test('the same source and id there is no obstacle here', async () => {
  const body = () => ({ form: 'other', source: 'ladok', externalId: '1', learner: somebody() });
  const offering = await openOffering(harness.north, 'vatten');
  const register = ({ as, base }: Place, id: string) =>
    as.registrar.post(`${base}/offerings/${id}/registrations`, body());
  must(await register(harness.south, theirs.offering.id), 201);
  must(await register(harness.north, offering.id), 201);
});

test.each([
  '/institutions/provsjo/microcredentials/klippor',
  '/institutions/provsjo/microcredentials/klippor/versions/1',
  '/institutions/provsjo/status/2/revocation',
])('the permanent address %s is not there', async (path) => {
  const answer = await harness.anyone.get(path);
  expect(answer.status).toBe(404);
  expect(showsTheirs(answer)).toEqual([]);
});

test('everything of theirs is as it was', async () => {
  const { body } = await harness.south.as.issuer.get(`${harness.south.base}/awards/${theirs.award.id}`);
  expect(body).toMatchObject({ state: 'issued', certificatePage: expect.stringContaining(token) });
});

everyAnswer(() => harness);

import { randomUUID } from 'node:crypto';
import type { Answer, Client } from '../setup/client.ts';
import { type Harness, startHarness } from '../setup/harness.ts';
import { type KeyName, liveKeyNames } from '../setup/people.ts';
import {
  award,
  complete,
  must,
  openOffering,
  outcomesMet,
  register,
  registerResult,
  resultInput,
  type Story,
  wholeStory,
} from '../setup/story.ts';

/** In everything that is known about the person, so that any of it is recognised anywhere. */
export const sentinel = 'Qvarnsentinel';
export const learner = {
  nameAsAwarded: `Ebba ${sentinel}`,
  givenName: `Ebba-${sentinel}`,
  familyName: `Af ${sentinel}`,
  birthDate: '1977-07-07',
  email: `ebba.${sentinel}@epost.invalid`,
  identifiers: [{ kind: 'student-number', value: `19770707-${sentinel}` }],
};

export let harness: Harness;
export let story: Story;
/** The ids of everything of the person, as the role `confidential` knows them. */
export let hidden: Readonly<
  Record<'learner' | 'registration' | 'completion' | 'result' | 'award' | 'decision' | 'task' | 'registered', string>
>;
export let seenBy: (name: KeyName) => Client;
export const hideSomebody = async () => {
  harness = await startHarness();
  story = await wholeStory(harness.north, 'vatten');
  const { confidential } = harness.north.as;
  seenBy = (name) => harness.north.as[name];
  const body = { form: 'other', source: 'ladok', externalId: `id-${sentinel}`, learner };
  const registration = must(await confidential.post(at(`/offerings/${story.offering.id}/registrations`), body));
  const { learnerId } = registration;
  must(await confidential.put(at(`/learners/${learnerId}/protection`), { protected: true, alias: `Nr ${sentinel}` }));
  const completion = must(await confidential.post(at('/results'), resultInput(harness.north, registration.id)));
  const made = must(await confidential.post(at('/awards'), { completionId: completion.id, decision: outcomesMet }));
  const again = await openOffering(harness.north, 'vatten');
  const other = must(await confidential.post(at(`/offerings/${again.id}/registrations`), { form: 'other', learnerId }));
  const decidedIn = {
    system: 'Ladok',
    id: `L-${sentinel}`,
    attestedBy: sentinel,
    attestedAt: '2026-10-02T08:00:00Z',
  };
  must(await confidential.post(at('/results'), registerResult(other.id, { decidedIn })), 201);
  const task = must(await confidential.post(at('/results'), registerResult(other.id, { decidedIn, grade: 'VG' })), 202);
  hidden = {
    task: task.id,
    registered: task.resultId,
    learner: learnerId,
    registration: registration.id,
    completion: completion.id,
    result: completion.decisionId,
    award: made.id,
    decision: made.decisionId,
  };
  // Others before and after, so that the place in between would show.
  await award(harness.north, (await complete(harness.north, (await register(harness.north, story.offering.id)).id)).id);
};

export const at = (path: string) => `${harness.north.base}${path}`;
export const others = liveKeyNames.filter((name) => name !== 'confidential');

/** Everything that can be asked about a person, with these ids. */
export const requests: Readonly<Record<string, (client: Client, ids: typeof hidden) => Promise<Answer>>> = {
  readLearner: (client, ids) => client.get(at(`/learners/${ids.learner}`)),
  updateLearner: (client, ids) => client.put(at(`/learners/${ids.learner}`), learner),
  protectLearner: (client, ids) => client.put(at(`/learners/${ids.learner}/protection`), { protected: false }),
  readRegistration: (client, ids) => client.get(at(`/registrations/${ids.registration}`)),
  createRegistration: (client, ids) =>
    client.post(at(`/offerings/${story.offering.id}/registrations`), { form: 'other', learnerId: ids.learner }),
  createRegistrations: (client, ids) =>
    client.post(at(`/offerings/${story.offering.id}/registrations/batch`), {
      registrations: [{ form: 'other', learnerId: ids.learner }],
    }),
  recordResult: (client, ids) => client.post(at('/results'), resultInput(harness.north, ids.registration)),
  recordResults: (client, ids) =>
    client.post(at('/results/batch'), { results: [resultInput(harness.north, ids.registration)] }),
  readCorrectionTask: (client, ids) => client.get(at(`/correction-tasks/${ids.task}`)),
  readResult: (client, ids) => client.get(at(`/results/${ids.completion}`)),
  makeAward: (client, ids) => client.post(at('/awards'), { completionId: ids.completion, decision: outcomesMet }),
  readAward: (client, ids) => client.get(at(`/awards/${ids.award}`)),
  readCredential: (client, ids) => client.get(at(`/awards/${ids.award}/credential`)),
  revokeAward: (client, ids) => client.post(at(`/awards/${ids.award}/revoke`), { decision: { ground: 'misconduct' } }),
  setCertificatePage: (client, ids) => client.put(at(`/awards/${ids.award}/certificate-page`), { on: true }),
  readDecision: (client, ids) => client.get(at(`/decisions/${ids.decision}`)),
  readDecisionOfResult: (client, ids) => client.get(at(`/decisions/${ids.result}`)),
  permanentAddress: (client, ids) => client.get(`/records/${ids.award}`),
  page: (client, ids) => client.get(`/sv/records/${ids.award}`, { Accept: 'text/html' }),
};
export const lists = [
  '/learners',
  '/results',
  '/correction-tasks',
  '/correction-tasks?state=open',
  '/awards',
  '/microcredentials',
  '/microcredentials/vatten/offerings',
  '/microcredentials/vatten/versions',
];

export const nobody = () =>
  Object.fromEntries(Object.keys(hidden).map((name) => [name, randomUUID()])) as typeof hidden;
export const words = ({ status, text }: Answer, ids: typeof hidden) => [
  status,
  Object.values(ids).reduce((all, id) => all.replaceAll(id, 'ID'), text),
];

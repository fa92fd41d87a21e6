import type { LearnerInput } from '../../../src/domain/enrolment/learner.ts';
import type { CompleteContent } from '../../../src/domain/catalogue/microcredential.ts';
import type { Answer } from './client.ts';
import { numberedPerson } from '../../samples/person.ts';
import type { Place } from './harness.ts';
import { anyCountryContent, runFormsOf } from '../../samples/content.ts';

/** The steps of the main job, each through the API; a step that is refused ends the test. */

export function must(answer: Answer, ...statuses: readonly number[]): any {
  if (statuses.length === 0 ? answer.status < 300 : statuses.includes(answer.status)) return answer.body;
  throw new Error(`${answer.method} ${answer.path} by ${answer.who} answered ${answer.status}: ${answer.text}`);
}

const published = { decision: { ground: 'delegated-decision', capacity: 'course director' } };
export const outcomesMet = { ground: 'outcomes-met', capacity: 'registrar' };

export async function draftCourse(place: Place, slug: string, content: object = anyCountryContent) {
  return must(await place.as.editor.post(`${place.base}/microcredentials`, { slug, content }));
}

/** Up to the published version, by as many people as the institution asks for. */
export async function publishCourse(place: Place, slug: string, content: CompleteContent = anyCountryContent) {
  await draftCourse(place, slug, content);
  return publishDraft(place, slug);
}

export async function publishDraft({ as, base }: Place, slug: string) {
  const course = `${base}/microcredentials/${slug}`;
  must(await as.editor.post(`${course}/submit`));
  must(await as.reviewer.post(`${course}/approve`));
  return must(await as.editor.post(`${course}/publish`, published));
}

/** Invites an institution to a course; the id of the partnership, as the partner sees it. */
export async function invite(owner: Place, slug: string, partner: Place, mayEdit = true): Promise<string> {
  must(await owner.as.admin.put(`${owner.base}/microcredentials/${slug}/partners/${partner.slug}`, { mayEdit }));
  const { items } = must(await partner.as.editor.get(`${partner.base}/partnerships`));
  return items.find((one: any) => one.slug === slug && one.owner === owner.slug).id;
}

/** The partner decides on the text as it stands. */
export async function joinCourse({ as, base }: Place, partnership: string, input: object = {}) {
  const at = `${base}/partnerships/${partnership}`;
  const { headers } = await as.editor.get(at);
  const body = { outcome: 'agreed', decision: { ground: 'board-decision', caseNumber: 'SK 2026/41' }, ...input };
  return as.editor.post(`${at}/decision`, body, { 'If-Match': headers.get('ETag') ?? '' });
}

export const offeringInput = {
  startDate: '2026-08-31',
  endDate: '2026-12-18',
  language: 'sv',
  attendance: 'online',
  forms: runFormsOf(anyCountryContent),
};

export async function openOffering({ as, base }: Place, slug: string) {
  return must(await as.editor.post(`${base}/microcredentials/${slug}/offerings`, offeringInput));
}

let people = 0;
/** Somebody new, with an e-mail address and an identifier that must never be seen. */
export const somebody = () => numberedPerson((people += 1));

export async function register({ as, base }: Place, offering: string, learner: LearnerInput = somebody()) {
  return must(await as.registrar.post(`${base}/offerings/${offering}/registrations`, { form: 'other', learner }));
}

export const resultInput = ({ ids }: Place, registrationId: string) => ({
  registrationId,
  grade: 'G',
  date: '2026-10-01',
  examinerId: ids.bystander,
});

/** The same where a register decided it. */
export const registerResult = (registrationId: string, change: object = {}) => ({
  registrationId,
  grade: 'G',
  date: '2026-10-01',
  decidedIn: {
    system: 'Ladok',
    id: `L-${registrationId}`,
    attestedBy: 'Ada Attestant',
    attestedAt: '2026-10-02T08:00:00Z',
  },
  ...change,
});

/** The task that comes of a grade that was changed in the register. */
export async function openTask(place: Place, offering: string) {
  const { id } = await register(place, offering);
  const send = (body: object) => place.as.registrar.post(`${place.base}/results`, body);
  must(await send(registerResult(id)), 201);
  return must(await send(registerResult(id, { grade: 'VG' })), 202);
}

export async function complete(place: Place, registration: string) {
  return must(await place.as.registrar.post(`${place.base}/results`, resultInput(place, registration)));
}

export async function award({ as, base }: Place, completionId: string) {
  return must(await as.issuer.post(`${base}/awards`, { completionId, decision: outcomesMet }));
}

export async function credentialOf({ as, base }: Place, awardId: string) {
  return must(await as.issuer.get(`${base}/awards/${awardId}/credential`));
}

/** One of everything, from a course to a credential. */
export async function wholeStory(place: Place, slug: string, content: CompleteContent = anyCountryContent) {
  const version = await publishCourse(place, slug, content);
  const offering = await openOffering(place, slug);
  const registration = await register(place, offering.id);
  const completion = await complete(place, registration.id);
  const awarded = await award(place, completion.id);
  const credential = await credentialOf(place, awarded.id);
  return { slug, version, offering, registration, completion, award: awarded, credential };
}

export type Story = Awaited<ReturnType<typeof wholeStory>>;

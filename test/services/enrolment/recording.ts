import type { ResultInput } from '../../../src/domain/enrolment/result.ts';
import type { Offering } from '../../../src/domain/catalogue/offering.ts';
import type { Registration } from '../../../src/domain/enrolment/registration.ts';
import { decidedHere, type Place, type Fixture, fixtureAfter } from '../../setup/index.ts';

export let fixture: Fixture;
export let place: Place;
export let offering: Offering;
let registration: Registration;
const begin = fixtureAfter(async ({ published, offered, registered, provsjo }) => {
  await published(provsjo);
  const offering = await offered(provsjo);
  return { offering, registration: await registered(provsjo, offering) };
});
export const startRegistered = async () => {
  ({
    made: { offering, registration },
    ...fixture
  } = await begin());
  place = fixture.provsjo;
};

export const input = (change: Partial<ResultInput> = {}): ResultInput => ({
  registrationId: registration.id,
  grade: 'G',
  date: '2026-02-27',
  examinerId: place.actors.examiner.id,
  ...change,
});
export const record = async (change: Partial<ResultInput> = {}, key?: string, actor = place.actors.registrar) =>
  decidedHere(await fixture.services.results.record(actor, place.slug, input(change), key));
export const recordAll = (inputs: readonly ResultInput[], key?: string, actor = place.actors.registrar) =>
  fixture.services.results.recordAll(actor, place.slug, inputs, key);
export const kept = async () => (await fixture.db.selectFrom('result').select('id').execute()).length;

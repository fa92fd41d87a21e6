import { type Kysely, sql } from 'kysely';
import { completeContent } from '../../../scripts/demo/content.ts';
import { composeServices } from '../../../src/runtime/compose.ts';
import type { Actor } from '../../../src/domain/institution/staff.ts';
import type { Services } from '../../../src/services/index.ts';
import { createStores } from '../../../src/store/index.ts';
import type { Database } from '../../../src/store/connection/tables.ts';
import { decidedHere } from '../../setup/decided-here.ts';

/** An institution with one published micro-credential that is being given, and one person who may do everything. */
export type Place = Readonly<{
  slug: string;
  /** Where its part of the API begins. */
  base: string;
  key: string;
  actor: Actor;
  examinerId: string;
  code: string;
  offeringId: string;
}>;

const today = new Date().toISOString().slice(0, 10);
const decision = { ground: 'delegated-decision' };

/** The services on this database, in the process of the test: what comes before the fault. */
export async function servicesOn(
  db: Kysely<Database>,
  origin: string,
  key: string,
  transactions?: Kysely<Database>,
): Promise<Services> {
  await createStores(db).settings.keep('public-url', origin);
  const fetchOnce = () => Promise.reject(new Error('Nothing is fetched here.'));
  const keyEncryptionKey = Buffer.from(key, 'base64');
  return composeServices({
    db,
    ...(transactions && { transactions }),
    origins: [origin],
    keyEncryptionKey,
    fetchOnce,
  });
}

export async function found(services: Services, slug = 'kilpi-demo', code = 'kallkritik'): Promise<Place> {
  const { institutions, access, drafting, catalogue, offerings } = services;
  await institutions.create({
    slug,
    name: { sv: 'Kilpi demouniversitet' },
    country: 'FI',
    kind: 'foundation',
    publicRecordsDuty: true,
    archiveDuty: true,
    defaultLocale: 'sv-FI',
    review: 'waived',
  });
  const { id: examinerId } = await institutions.addStaff(slug, 'Alma Allgöra', ['editor', 'registrar', 'issuer']);
  const { key } = await institutions.addStaffKey(slug, examinerId);
  const actor = await access.authenticate(key);
  await drafting.create(actor, slug, { slug: code, content: completeContent('FI') });
  await catalogue.publish(actor, slug, code, decision);
  const { offering } = await offerings.create(actor, slug, code, {
    startDate: '2026-01-12',
    endDate: '2030-12-31',
    language: 'sv',
    attendance: 'online',
    forms: [{ form: 'fi-continuing-education', audience: ['everyone'], application: 'individual' }],
  });
  return { slug, base: `/api/v1/institutions/${slug}`, key, actor, examinerId, code, offeringId: offering.id };
}

export const registrationOf = (name: string) => ({
  form: 'fi-continuing-education' as const,
  learner: { nameAsAwarded: name, birthDate: '1990-02-28' },
});
export const resultOf = ({ examinerId }: Place, registrationId: string) => ({
  registrationId,
  examinerId,
  grade: 'G',
  date: today,
});
export const awardOf = (completionId: string) => ({ completionId, decision: { ground: 'outcomes-met' } });
export const revocation = { decision: { ground: 'awarded-in-error' } };

export async function register(
  { registrations }: Services,
  { actor, slug, offeringId }: Place,
  name: string,
): Promise<string> {
  return (await registrations.register(actor, slug, offeringId, registrationOf(name))).registration.id;
}

export async function complete(services: Services, place: Place, name: string): Promise<string> {
  const registrationId = await register(services, place, name);
  return decidedHere(await services.results.record(place.actor, place.slug, resultOf(place, registrationId))).id;
}

export async function award(services: Services, place: Place, name: string): Promise<string> {
  const completionId = await complete(services, place, name);
  return (await services.awarding.make(place.actor, place.slug, awardOf(completionId))).award.id;
}

/** As if the time of every lease had run out by the clock of the database. */
export const expireLeases = (db: Kysely<Database>) =>
  sql`update signed_document set lease_until = clock_timestamp() where lease_until is not null`.execute(db);

/** What the database says of an award: how many credentials, signed how, and how often it was said to be issued. */
export async function traceOf(db: Kysely<Database>, awardId: string) {
  const documents = await db
    .selectFrom('signed_document')
    .select(['bytes', 'etag'])
    .where('award_id', '=', awardId)
    .execute();
  const credentials = documents.map(({ bytes, etag }) => ({ signed: bytes && new TextDecoder().decode(bytes), etag }));
  const { state, completion_id } = await db
    .selectFrom('award')
    .select(['state', 'completion_id'])
    .where('id', '=', awardId)
    .executeTakeFirstOrThrow();
  const awards = await db.selectFrom('award').select('id').where('completion_id', '=', completion_id).execute();
  const events = await db.selectFrom('audit_event').select(['action', 'subjects']).execute();
  const count = (action: string) =>
    events.filter((event) => event.action === action && event.subjects.includes(awardId)).length;
  return { state, credentials, awards: awards.length, awarded: count('awarded'), issued: count('issued') };
}

import type { Kysely } from 'kysely';
import { createClient } from '../../scripts/demo/client.ts';
import { completeContent } from '../../scripts/demo/content.ts';
import { createCertifier, createCredentialWriter, createKeyRing } from '../../src/credentials/index.ts';
import { createAddresses } from '../../src/domain/addresses/addresses.ts';
import { platform } from '../../src/platform/platform.ts';
import { createServices, type Services } from '../../src/services/index.ts';
import { createStores, createTransact } from '../../src/store/index.ts';
import type { Database } from '../../src/store/connection/tables.ts';

type Site = Readonly<{ db: Kysely<Database>; baseUrl: string; keyEncryptionKey: Uint8Array; apiKey: string }>;

/** Longer ago than the Worker leaves to whoever may still be at work on it. */
const fiveMinutesAgo = () => new Date(Date.now() - 5 * 60_000);
const theFall = 'the process fell here';

/**
 * Leaves an award as a process does that falls between recording what it means to sign and signing it; returns where
 * the API shows the award. Everything before goes through the running service.
 */
export async function leaveUnsigned(site: Site): Promise<string> {
  const { base, institution, completionId } = await completeACourse(site);
  const { access, awarding } = servicesThatFall(site);
  const actor = await access.authenticate(site.apiKey);
  const { award } = await awarding.make(actor, institution, { completionId, decision: { ground: 'outcomes-met' } });
  if (award.state !== 'prepared') throw new Error('the award was signed');
  return `${base}/awards/${award.id}`;
}

/** The services of a process whose clock stands at a while ago and which never comes to sign. */
function servicesThatFall({ db, baseUrl, keyEncryptionKey }: Site): Services {
  const addresses = createAddresses(baseUrl);
  const fall = async () => {
    throw new Error(theFall);
  };
  const transact = createTransact(db);
  return createServices({
    ...platform,
    now: fiveMinutesAgo,
    stores: createStores(db),
    transact: (_, work) => transact(work),
    write: (_, work) => transact(work),
    inBackground: () => undefined,
    readFor: (_, work) => work(),
    changes: () => 0,
    addresses,
    writer: createCredentialWriter({ addresses, signer: { ...createKeyRing(keyEncryptionKey), sign: fall } }),
    certifier: createCertifier({ sign: fall }),
    verifier: { verify: fall, verifyReceived: fall },
    strangerReads: async () => undefined,
    selfCheck: async () => true,
    log: () => undefined,
  });
}

async function completeACourse({ baseUrl, apiKey }: Site) {
  const client = createClient(baseUrl, apiKey);
  const { body: me } = await client.get('/api/v1/me');
  const base = `/api/v1/institutions/${me.institution}`;
  const made = async (path: string, body: unknown) => {
    const answer = await client.post(`${base}/${path}`, body);
    if (answer.status >= 300) throw new Error(`${answer.request} answered ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const today = fiveMinutesAgo().toISOString().slice(0, 10);
  const slug = 'left-unsigned';
  await made('microcredentials', { slug, content: completeContent('FI') });
  await made(`microcredentials/${slug}/publish`, { decision: { ground: 'delegated-decision' } });
  const forms = [{ form: 'fi-continuing-education', audience: ['everyone'], application: 'individual' }];
  const run = { startDate: '2026-01-12', endDate: today, language: 'sv', attendance: 'online', forms };
  const offering = await made(`microcredentials/${slug}/offerings`, run);
  const learner = { nameAsAwarded: 'Väinö Venttaaja', birthDate: '1985-06-01' };
  const registration = await made(`offerings/${offering.id}/registrations`, {
    form: 'fi-continuing-education',
    learner,
  });
  const result = { registrationId: registration.id, grade: 'G', date: today, examinerId: me.id };
  const { id: completionId } = await made('results', result);
  return { client, base, institution: me.institution as string, completionId };
}

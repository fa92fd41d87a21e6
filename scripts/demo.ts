/**
 * The main job, through the public HTTP API and nothing else: draft → publish refused with reasons → mended →
 * published → offering → registration → completion → award → credential → verified, also by another team's library
 * as a stranger would → one character changed: refused → revoked → reported revoked.
 *
 * Against BASE_URL with API_KEY where they are set (the key of a person with the roles editor, registrar and issuer at
 * an institution that waives review), else against a service of its own, which `--stay` keeps for looking at. Exits
 * non-zero where a step is not as stated.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Answer, createClient } from './demo/client.ts';
import { completeContent } from './demo/content.ts';
import { type RunningService, startService } from './demo/service.ts';
import { verifyAsStranger } from './demo/stranger.ts';

class StepFailed extends Error {}

let steps = 0;
const say = (text: string) => process.stdout.write(`${text}\n`);
const done = (text: string) => say(`${String((steps += 1)).padStart(2)}. ${text}`);

function expect(answer: Answer, status: number, what: string): any {
  if (answer.status === status) return answer.body;
  throw new StepFailed(
    `${what}: ${answer.request} answered ${answer.status} and not ${status}: ${JSON.stringify(answer.body)}`,
  );
}

function must(holds: boolean, what: string): void {
  if (!holds) throw new StepFailed(what);
}

async function walk(baseUrl: string, apiKey: string): Promise<void> {
  const staff = createClient(baseUrl, apiKey);
  const anyone = createClient(baseUrl);
  const me = expect(await staff.get('/api/v1/me'), 200, 'whom the key stands for');
  const institution = expect(await anyone.get(`/api/v1/institutions/${me.institution}`), 200, 'the institution');
  must(
    institution.review === 'waived',
    `${me.institution} requires review by a second person; use an institution that waives it`,
  );
  const base = `/api/v1/institutions/${me.institution}`;
  const code = `demo-walk-${Date.now().toString(36)}`;
  say(`The main job at ${institution.name.en ?? me.institution}, ${baseUrl}\n`);

  const complete = completeContent(institution.country === 'SE' ? 'SE' : 'FI');
  const { qualityAssurance: _, level: __, ...lacking } = complete;
  const draft = await staff.post(`${base}/microcredentials`, { slug: code, content: lacking });
  expect(draft, 201, 'a draft');
  done(`A draft is written: “${complete.title?.en}”.`);

  const decision = { ground: 'delegated-decision', capacity: 'course director' };
  const refused = expect(
    await staff.post(`${base}/microcredentials/${code}/publish`, { decision }),
    422,
    'publishing what lacks elements',
  );
  const pointers: string[] = refused.errors.map(({ pointer }: { pointer: string }) => pointer);
  must(
    pointers.join() === '#/level,#/qualityAssurance',
    `the refusal names level and qualityAssurance, not ${pointers.join()}`,
  );
  done('Publishing is refused, with reasons:');
  for (const { pointer, detail } of refused.errors) say(`      ${pointer}: ${detail}`);

  const mended = await staff.put(
    `${base}/microcredentials/${code}/draft`,
    { content: complete },
    { 'If-Match': draft.headers.get('ETag') ?? '' },
  );
  must(
    expect(mended, 200, 'the mended draft').gate.faults.length === 0,
    'nothing stands in the way of the mended draft',
  );
  done('The draft is mended; nothing stands in the way.');

  const version = expect(await staff.post(`${base}/microcredentials/${code}/publish`, { decision }), 201, 'publishing');
  done(`Published as ${version.address}\n      digest ${version.digest}`);

  const today = new Date().toISOString().slice(0, 10);
  const [form] = complete.legalForms ?? [];
  const offering = expect(
    await staff.post(`${base}/microcredentials/${code}/offerings`, {
      startDate: '2026-01-12',
      endDate: today,
      language: 'sv',
      attendance: 'online',
      forms: [{ form, audience: ['everyone'], application: 'individual' }],
    }),
    201,
    'an offering',
  );
  done(`An offering is open from ${offering.startDate} to ${offering.endDate}.`);

  const learner = { nameAsAwarded: 'Aino Esimerkki-Example', birthDate: '1990-02-28' };
  const registration = expect(
    await staff.post(`${base}/offerings/${offering.id}/registrations`, { form, learner }),
    201,
    'a registration',
  );
  done('A learner is registered.');

  const completion = expect(
    await staff.post(
      `${base}/results`,
      { registrationId: registration.id, grade: 'G', date: today, examinerId: me.id },
      { 'Idempotency-Key': code },
    ),
    201,
    'a completion',
  );
  done(`The examiner finds the outcomes met: grade ${completion.grade}.`);

  const award = expect(
    await staff.post(`${base}/awards`, { completionId: completion.id, decision: { ground: 'outcomes-met' } }),
    201,
    'an award',
  );
  must(award.state === 'issued', `the award is issued, not ${award.state}`);
  const credential = expect(await staff.get(`${base}/awards/${award.id}/credential`), 200, 'the credential');
  done(`Awarded and signed: ${credential.id}`);

  await verified(anyone, credential);
  await refusedWhenChanged(anyone, credential);
  expect(
    await staff.post(`${base}/awards/${award.id}/revoke`, {
      decision: { ground: 'awarded-in-error', caseNumber: 'DEMO 1/2026' },
    }),
    200,
    'revoking',
  );
  done('The institution revokes the award, on the ground “awarded in error”.');
  await reportedRevoked(anyone, credential);
}

type Anyone = ReturnType<typeof createClient>;
const check = async (anyone: Anyone, credential: unknown) =>
  expect(await anyone.post('/api/v1/verify', { credential }), 200, 'checking');
const outcomes = (report: any): string =>
  report.checks.map(({ name, outcome }: { name: string; outcome: string }) => `${name} ${outcome}`).join(', ');

async function verified(anyone: Anyone, credential: any): Promise<void> {
  const report = await check(anyone, credential);
  must(report.verdict === 'valid', `the verdict is valid, not ${report.verdict} (${outcomes(report)})`);
  done(`Checked here: genuine and in force (${outcomes(report)}).`);
  const stranger = await verifyAsStranger(credential);
  must(stranger.verified, `another team’s library verifies it too: ${stranger.why}`);
  done('Checked by @digitalcredentials/vc as a stranger, which fetched over HTTP:');
  for (const url of stranger.fetched) say(`      ${url}`);
}

async function refusedWhenChanged(anyone: Anyone, credential: any): Promise<void> {
  const text = JSON.stringify(credential).replace('Aino Esimerkki', 'Aina Esimerkki');
  must(text !== JSON.stringify(credential), 'one character is changed');
  const changed = JSON.parse(text);
  const report = await check(anyone, changed);
  must(report.verdict === 'invalid', `the changed document is invalid, not ${report.verdict}`);
  must(!(await verifyAsStranger(changed)).verified, 'the stranger refuses the changed document');
  done(`One character changed: not genuine (${outcomes(report)}). The stranger refuses it too.`);
}

async function reportedRevoked(anyone: Anyone, credential: any): Promise<void> {
  const report = await check(anyone, credential);
  must(report.verdict === 'revoked', `the verdict is revoked, not ${report.verdict} (${outcomes(report)})`);
  const status = report.checks.find(({ name }: { name: string }) => name === 'status');
  const stranger = await verifyAsStranger(credential);
  must(!stranger.verified && stranger.why.includes('revocation'), `the stranger sees the revocation: ${stranger.why}`);
  done(`Checked again: revoked, says the list published ${status.time}. The stranger sees it too.`);
}

const finished = (): void => void say('\nEvery step went as stated.');

/** Keeps the demo's own service until somebody interrupts. */
async function untilInterrupted({ baseUrl, dataDir }: RunningService, certificate: string): Promise<void> {
  say(`\nThe service stays for you to look at. Ctrl+C ends it, and removes what it made.`);
  say(`  the catalogue        ${baseUrl}/`);
  say(`  a certificate        ${certificate}`);
  say(`  check a certificate  ${baseUrl}/verify`);
  say(`  the interface        ${baseUrl}/docs`);
  say(`  keys of the demo     ${join(dataDir, 'demo-api-keys.json')}`);
  const alive = setInterval(() => undefined, 60_000);
  await new Promise((resolve) => process.once('SIGINT', resolve).once('SIGTERM', resolve));
  clearInterval(alive);
}

async function main(): Promise<void> {
  const { BASE_URL, API_KEY } = process.env;
  const stays = process.argv.includes('--stay');
  if (stays && (BASE_URL || API_KEY)) throw new StepFailed('--stay is for the service that the demo starts itself.');
  if (BASE_URL && API_KEY) return walk(BASE_URL.replace(/\/$/, ''), API_KEY).then(finished);
  if (BASE_URL || API_KEY) throw new StepFailed('Set both BASE_URL and API_KEY, or neither.');
  const service = await startService();
  try {
    const file = JSON.parse(await readFile(join(service.dataDir, 'demo-api-keys.json'), 'utf8'));
    await walk(service.baseUrl, file.apiKey);
    finished();
    if (stays) await untilInterrupted(service, file.certificate);
  } finally {
    await service.stop();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(
    `\nThe demo stopped: ${error instanceof StepFailed ? error.message : ((error as Error).stack ?? String(error))}\n`,
  );
  process.exitCode = 1;
});

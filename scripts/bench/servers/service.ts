import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { components } from '../../../src/generated/openapi.d.ts';
import { type Answer, createClient } from '../../demo/client.ts';
import { completeContent } from '../../demo/content.ts';
import { startService } from '../../demo/service.ts';
import { startPostgres, type Undo } from '../../postgres-server.ts';
import { sendAll } from './load.ts';
import { meterOptions, processorTime } from './process.ts';

type Schemas = components['schemas'];
export type Database = 'PostgreSQL' | 'PGlite';

/** The built service on a database of its own, with a course that people complete. */
export type MeasuredService = Readonly<{
  url: string;
  /** Of its PostgreSQL. */
  databaseUrl?: string;
  base: string;
  slug: string;
  course: string;
  key: string;
  /** µs of all its threads so far. */
  cpu(): Promise<number>;
  /** The ids of that many completions that wait for their award, each of another person. */
  completions(count: number): Promise<readonly string[]>;
  /** Makes awards with certificate pages; the paths of those. */
  certificates(count: number): Promise<readonly string[]>;
}>;

const today = new Date().toISOString().slice(0, 10);
const decision = { ground: 'delegated-decision', capacity: 'course director' };
const atOnce = 100;
let people = 0;

function must<Name extends keyof Schemas>(_: Name, answer: Answer, status: number): Schemas[Name] {
  if (answer.status === status) return answer.body as Schemas[Name];
  throw new Error(`${answer.request}: ${answer.status} ${JSON.stringify(answer.body)}`);
}

export async function startMeasured(root: string, database: Database, undo: Undo[]): Promise<MeasuredService> {
  const databaseUrl = database === 'PostgreSQL' ? await startPostgres(undo) : undefined;
  const service = await startService(
    {
      DEMO: '1',
      CHECKS_PER_MINUTE: '9999999',
      KEY_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
      ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
    },
    { script: join(root, 'dist/node.js'), options: meterOptions(root), ipc: true },
  );
  undo.push(() => service.stop());
  const url = service.baseUrl;
  const demo = JSON.parse(readFileSync(join(service.dataDir, 'demo-api-keys.json'), 'utf8')) as { apiKey: string };
  const staff = createClient(url, demo.apiKey);
  const me = must('Me', await staff.get('/api/v1/me'), 200);
  const base = `/api/v1/institutions/${me.institution}`;
  const { country } = must('Institution', await staff.get(base), 200);
  const content = completeContent(country === 'SE' ? 'SE' : 'FI');
  const course = 'bench';
  must('Microcredential', await staff.post(`${base}/microcredentials`, { slug: course, content }), 201);
  must('Version', await staff.post(`${base}/microcredentials/${course}/publish`, { decision }), 201);
  const [form] = content.legalForms ?? [];
  const offering = must(
    'Offering',
    await staff.post(`${base}/microcredentials/${course}/offerings`, {
      startDate: '2026-01-12',
      endDate: today,
      language: 'sv',
      attendance: 'online',
      forms: [{ form, audience: ['everyone'], application: 'individual' }],
    }),
    201,
  );

  async function completeSome(count: number): Promise<readonly string[]> {
    const registrations = Array.from({ length: count }, () => {
      people += 1;
      return { form, learner: { nameAsAwarded: `Aino Esimerkki ${people}`, birthDate: '1990-02-28' } };
    });
    const registered = must(
      'RegistrationBatch',
      await staff.post(`${base}/offerings/${offering.id}/registrations/batch`, { registrations }),
      200,
    );
    const results = registered.outcomes.map(({ registration }) => ({
      registrationId: registration?.id,
      grade: 'G',
      date: today,
      examinerId: me.id,
    }));
    const headers = { Authorization: `Bearer ${demo.apiKey}`, 'Content-Type': 'application/json' };
    const recorded = await sendAll(
      results.map((result: object) => ({
        url: `${url}${base}/results`,
        method: 'POST',
        headers,
        body: JSON.stringify(result),
        status: 201,
      })),
    );
    return recorded.map((text) => (JSON.parse(text) as { id: string }).id);
  }

  async function completions(count: number): Promise<readonly string[]> {
    const ids: string[] = [];
    while (ids.length < count) ids.push(...(await completeSome(Math.min(atOnce, count - ids.length))));
    return ids;
  }

  return {
    url,
    ...(databaseUrl !== undefined && { databaseUrl }),
    base,
    slug: me.institution,
    course,
    key: demo.apiKey,
    cpu: () => processorTime(service.process),
    completions,
    async certificates(count) {
      const paths: string[] = [];
      for (const completionId of await completions(count)) {
        const award = must('Award', await staff.post(`${base}/awards`, awardOf(completionId)), 201);
        const path = `${base}/awards/${award.id}/certificate-page`;
        const page = must('CertificatePageState', await staff.put(path, { on: true }), 200);
        paths.push(new URL(page.address ?? '').pathname);
      }
      return paths;
    },
  };
}

export const awardOf = (completionId: string) => ({ completionId, decision: { ground: 'outcomes-met' } });

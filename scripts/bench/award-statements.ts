import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { createLimits, defaultRates } from '../../src/http/middleware/rate-limit.ts';
import { composeApp } from '../../src/runtime/compose.ts';
import { migrate, openPostgres } from '../../src/runtime/database/database.ts';
import { award, awardOf, complete, found, servicesOn } from '../../test/faults/setup/institution.ts';

type Query = (question: string | Readonly<{ text: string }>, ...rest: unknown[]) => unknown;

/** Everything that the driver sends to PostgreSQL while this is done, BEGIN and COMMIT included. */
async function sentDuring(work: () => Promise<void>): Promise<readonly string[]> {
  const sent: string[] = [];
  const client = pg.Client.prototype as unknown as { query: Query };
  const { query } = client;
  client.query = function (this: unknown, question, ...rest) {
    sent.push(typeof question === 'string' ? question : question.text);
    return query.call(this, question, ...rest);
  };
  try {
    await work();
  } finally {
    client.query = query;
  }
  return sent;
}

type Asked = Readonly<{
  path: string;
  body: (completions: readonly string[]) => unknown;
  count: number;
  status: number;
}>;

/** What one request about completions sends at an institution that has issued before. Takes an empty database. */
async function statementsOf(
  url: string,
  { path, body, count, status }: Asked,
  headers: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const { db, transactions, close } = await openPostgres(url);
  try {
    await migrate(transactions);
    const origin = 'https://merit.example';
    const services = await servicesOn(db, origin, randomBytes(32).toString('base64'), transactions);
    const place = await found(services);
    await award(services, place, 'Ensimmäinen Esimerkki');
    const completions: string[] = [];
    for (let index = 0; index < count; index += 1)
      completions.push(await complete(services, place, `Toinen Esimerkki ${index}`));
    const authorised = { Authorization: `Bearer ${place.key}`, 'Content-Type': 'application/json', ...headers };
    const asked = { method: 'POST', headers: authorised, body: JSON.stringify(body(completions)) };
    const request = new Request(`${origin}${place.base}${path}`, asked);
    const limits = createLimits(defaultRates, () => Date.now());
    return await sentDuring(async () => {
      const answer = await composeApp().fetch(request, { services, limits, clientAddress: 'bench' });
      if (answer.status !== status) throw new Error(`it was answered with ${answer.status}`);
    });
  } finally {
    await close();
  }
}

/** What one `POST …/awards` sends, from the check of the key to the answer. */
export const statementsOfAnAward = (url: string, headers: Readonly<Record<string, string>> = {}) =>
  statementsOf(url, { path: '/awards', body: ([id = '']) => awardOf(id), count: 1, status: 201 }, headers);

/** What one `POST …/awards/batch` of so many completions, at most a hundred, sends. */
export const statementsOfABatch = (url: string, count: number) =>
  statementsOf(url, { path: '/awards/batch', body: batchOf, count, status: 200 }, {});

const batchOf = (completions: readonly string[]) => ({ completions, decision: { ground: 'outcomes-met' } });

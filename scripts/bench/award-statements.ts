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

/**
 * What one `POST …/awards` sends, from the check of the key to the answer, at an institution that has issued before.
 * Takes an empty database.
 */
export async function statementsOfAnAward(
  url: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const { db, transactions, close } = await openPostgres(url);
  try {
    await migrate(transactions);
    const origin = 'https://merit.example';
    const services = await servicesOn(db, origin, randomBytes(32).toString('base64'), transactions);
    const place = await found(services);
    await award(services, place, 'Ensimmäinen Esimerkki');
    const body = JSON.stringify(awardOf(await complete(services, place, 'Toinen Esimerkki')));
    const authorised = { Authorization: `Bearer ${place.key}`, 'Content-Type': 'application/json', ...headers };
    const request = new Request(`${origin}${place.base}/awards`, { method: 'POST', headers: authorised, body });
    const limits = createLimits(defaultRates, () => Date.now());
    return await sentDuring(async () => {
      const { status } = await composeApp().fetch(request, { services, limits, clientAddress: 'bench' });
      if (status !== 201) throw new Error(`the award was answered with ${status}`);
    });
  } finally {
    await close();
  }
}

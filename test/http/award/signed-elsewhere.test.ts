import { afterAll, beforeAll, expect, test } from 'vitest';
import { tamper } from '../../databases/rows.ts';
import { type Harness, startHarness } from '../setup/harness.ts';
import { expectProblem } from '../setup/refusals.ts';
import { complete, must, outcomesMet, register, type Story, wholeStory } from '../setup/story.ts';

let harness: Harness;
let story: Story;
beforeAll(async () => {
  harness = await startHarness();
  story = await wholeStory(harness.north, 'vatten');
});
afterAll(() => harness.close());

/** As it is while a process of ours has the lease and its signer is slow. */
const inOtherHands = (id: string) =>
  tamper(
    harness.db,
    `update signed_document set unsigned = '{}', media_type = null, bytes = null, etag = null, issued_at = null, is_current = false,
       lease_token = 'another', lease_until = clock_timestamp() + interval '1 minute' where award_id = '${id}';
     update award set state = 'prepared' where id = '${id}'`,
  );

test('an award that another process is signing is answered 202, with where to look', async () => {
  const { base, as } = harness.north;
  const completion = await complete(harness.north, (await register(harness.north, story.offering.id)).id);
  const ask = () =>
    as.issuer.post(
      `${base}/awards`,
      { completionId: completion.id, decision: outcomesMet },
      { 'Idempotency-Key': 'slow' },
    );
  const { id } = must(await ask(), 201);
  await inOtherHands(id);

  const answer = await ask();
  expect(answer.status).toBe(202);
  expect(answer.body).toMatchObject({ id, state: 'prepared' });
  expect(answer.headers.get('Location')).toBe(`${base}/awards/${id}`);
  expect(must(await as.issuer.get(`${base}/awards/${id}`), 200)).toMatchObject({ id, state: 'prepared' });
  expectProblem(await as.issuer.get(`${base}/awards/${id}/credential`), { status: 409, code: 'not-issued' });
});

import { beforeEach, describe, expect, test } from 'vitest';
import { firstBrokenLink } from '../../../src/services/institution/audit.ts';
import { createServices } from '../../../src/services/index.ts';
import type { Ports } from '../../../src/services/ports/index.ts';
import type { Actor } from '../../../src/domain/institution/staff.ts';
import type { Offering } from '../../../src/domain/catalogue/offering.ts';
import { awardDecision, createFixture, expectRefusal, type Fixture, type Place } from '../../setup/index.ts';

let fixture: Fixture;
let place: Place;
let offering: Offering;
beforeEach(async () => {
  fixture = await createFixture();
  place = fixture.provsjo;
  await fixture.published(place);
  offering = await fixture.offered(place);
});

const completed = async () => (await fixture.completed(place, await fixture.registered(place, offering))).id;
async function completedMany(count: number): Promise<string[]> {
  const ids = [];
  for (let index = 0; index < count; index += 1) ids.push(await completed());
  return ids;
}
const make = (completions: readonly string[], key?: string, actor: Actor = place.actors.issuer) =>
  fixture.services.awardBatches.make(actor, place.slug, { completions, decision: awardDecision }, key);
const read = (id: string, limit = 100, cursor?: string) =>
  fixture.services.awardBatches.read(place.actors.registrar, place.slug, id, { limit, ...(cursor && { cursor }) });
const awards = () => fixture.db.selectFrom('award').selectAll().execute();
const unsigned = async () =>
  (await fixture.db.selectFrom('signed_document').selectAll().execute()).filter(({ bytes }) => bytes === null);
const events = async (action: string) =>
  (await fixture.ports.stores.audit.list(place.institution.id)).filter((event) => event.action === action);

async function untilDone(id: string) {
  for (;;) {
    const view = await read(id);
    if (view.run.finishedAt) return view;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('awards of many completions by one decision', () => {
  test('have an outcome each, in their order', async () => {
    const before = await completed();
    const standing = await fixture.awarded(place, { id: before });
    const [first = '', second = ''] = await completedMany(2);
    const failing = await fixture.completed(place, await fixture.registered(place, offering), { grade: 'U' });
    const nowhere = '5b0d7c1e-5c55-4d0e-9a43-0a5bd8a9d2f1';
    const { run, counts, rows } = await make([first, nowhere, before, failing.id, second, first]);
    expect(run.finishedAt).toBeInstanceOf(Date);
    expect(counts).toEqual({ awarded: 2, alreadyAwarded: 2, refused: 2, waiting: 0 });
    const made = new Map((await awards()).map(({ id, completion_id }) => [completion_id, id]));
    expect(
      rows.items.map(({ outcome, awardId, state, refusal }) => [
        outcome,
        refusal ? refusal.violations : awardId,
        state,
      ]),
    ).toEqual([
      ['awarded', made.get(first), 'issued'],
      ['refused', [{ pointer: '#/completions/1', detail: 'There is no completion with this id.' }], undefined],
      ['already-awarded', standing.id, 'issued'],
      ['refused', [{ pointer: '#/completions/3', detail: expect.stringContaining('does not pass') }], undefined],
      ['awarded', made.get(second), 'issued'],
      ['already-awarded', made.get(first), 'issued'],
    ]);
    expect(await awards()).toHaveLength(3);
  });

  test('rest on one decision, whose subjects are those that were made, and each is a link of the chain', async () => {
    const ids = await completedMany(3);
    const { run } = await make([...ids, '5b0d7c1e-5c55-4d0e-9a43-0a5bd8a9d2f1']);
    const decision = await fixture.services.decisions.read(place.actors.issuer, place.slug, run.decisionId);
    expect(decision).toMatchObject({ kind: 'award', personId: place.actors.issuer.id, ground: awardDecision.ground });
    expect([...decision.subjects].sort()).toEqual((await awards()).map(({ id }) => id).sort());
    expect((await awards()).map(({ decision_id }) => decision_id)).toEqual(ids.map(() => run.decisionId));
    expect(await events('awards-decided')).toMatchObject([{ subjects: [run.id, run.decisionId], detail: { rows: 4 } }]);
    expect((await events('awarded')).map(({ subjects }) => subjects[1])).toEqual(ids.map(() => run.decisionId));
    expect(await events('issued')).toHaveLength(3);
    expect(await firstBrokenLink(await fixture.ports.stores.audit.list(place.institution.id), fixture.ports)).toBe(
      undefined,
    );
  });

  test('of a completion of another institution are told what they are told of none', async () => {
    const { completion } = await fixture.examined(fixture.koesaari);
    const { rows } = await make([completion.id]);
    expect(rows.items).toMatchObject([
      { outcome: 'refused', refusal: { violations: [{ detail: 'There is no completion with this id.' }] } },
    ]);
    expect(await awards()).toEqual([]);
  });

  test('are made once for a key, and for a completion', async () => {
    const ids = await completedMany(2);
    const first = await make(ids, 'key');
    expect(await make(ids, 'key')).toEqual(first);
    await expectRefusal(() => make(ids.slice(1), 'key'), 'idempotency-conflict');
    const again = await make(ids);
    expect(again.run.id).not.toBe(first.run.id);
    expect(again.counts).toEqual({ awarded: 0, alreadyAwarded: 2, refused: 0, waiting: 0 });
    expect(again.rows.items.map(({ awardId }) => awardId)).toEqual(first.rows.items.map(({ awardId }) => awardId));
    expect(await awards()).toHaveLength(2);
  });

  test('need a person, who may, and a decision that can be recorded; nothing is written otherwise', async () => {
    const ids = await completedMany(1);
    await expectRefusal(() => make(ids, undefined, place.machine), 'key-cannot-decide');
    await expectRefusal(() => make(ids, undefined, place.actors.registrar), 'role-missing');
    const asked = { completions: ids, decision: { ...awardDecision, date: '2999-01-01' } };
    const attempt = () => fixture.services.awardBatches.make(place.actors.issuer, place.slug, asked);
    await expectRefusal(attempt, 'decision-invalid');
    expect(await fixture.db.selectFrom('award_run').selectAll().execute()).toEqual([]);
    expect(await awards()).toEqual([]);
  });

  test('of persons under protection are for who sees them; others are told of no such completion', async () => {
    const registration = await fixture.registered(place, offering);
    const { id } = await fixture.completed(place, registration);
    await fixture.services.registrations.protect(place.actors.confidant, place.slug, registration.learnerId, true);
    const hidden = await make([id]);
    expect(hidden.counts).toMatchObject({ awarded: 0, refused: 1 });
    const seen = await make([id], undefined, place.actors.everything);
    expect(seen.counts).toMatchObject({ awarded: 1 });
    expect((await read(seen.run.id)).rows.items, 'the registrar does not see the row').toEqual([]);
  });

  test('of which one cannot be signed: the others are issued, and it is signed later', async () => {
    await fixture.awarded(place, { id: await completed() });
    const ids = await completedMany(3);
    fixture.signing.failNext(1);
    const { counts, rows } = await make(ids);
    expect(counts.awarded).toBe(3);
    expect(rows.items.map(({ state }) => state).sort()).toEqual(['issued', 'issued', 'prepared']);
    expect(await fixture.services.issuing.resume()).toBe(1);
    expect((await awards()).map(({ state }) => state)).toEqual(Array.from({ length: 4 }, () => 'issued'));
  });
});

describe('a run of more than a hundred rows', () => {
  test('is answered at once, goes on by itself, and shows its rows page by page', async () => {
    const ids = await completedMany(101);
    const begun = await make(ids);
    expect(begun.run.finishedAt).toBeUndefined();
    const { counts, rows } = await untilDone(begun.run.id);
    expect(counts).toEqual({ awarded: 101, alreadyAwarded: 0, refused: 0, waiting: 0 });
    expect(rows.items).toHaveLength(100);
    const rest = await read(begun.run.id, 100, rows.next);
    expect(rest.rows.items.map(({ position }) => position)).toEqual([100]);
    expect(rest.rows.next).toBeUndefined();
    await expectRefusal(() => read(begun.run.id, 10, 'x'), 'malformed-request');
  }, 60_000);

  test('whose process ends in the middle is gone on with; nothing is done twice', async () => {
    const ids = await completedMany(40);
    const begun: Promise<unknown>[] = [];
    let chunks = 0;
    // The process ends when the second chunk is asked for.
    const transact: Ports['transact'] = (institutionId, work) =>
      fixture.ports.transact(institutionId, (stores) => {
        const claim: typeof stores.awardRuns.claim = (...asked) => {
          if ((chunks += 1) === 2) throw new Error('the process was killed');
          return stores.awardRuns.claim(...asked);
        };
        return work({ ...stores, awardRuns: { ...stores.awardRuns, claim } });
      });
    const ending = createServices({ ...fixture.ports, transact, inBackground: (work) => void begun.push(work) });
    const { run } = await ending.awardBatches.make(place.actors.issuer, place.slug, {
      completions: ids,
      decision: awardDecision,
    });
    await Promise.all(begun);
    expect((await read(run.id)).counts).toEqual({ awarded: 25, alreadyAwarded: 0, refused: 0, waiting: 15 });
    expect(fixture.logs.map(({ message }) => message)).toContain('a run of awards was interrupted');
    expect(await fixture.services.awardBatches.resume()).toBe(1);
    expect(await fixture.services.awardBatches.resume()).toBe(0);
    expect((await read(run.id)).counts).toEqual({ awarded: 40, alreadyAwarded: 0, refused: 0, waiting: 0 });
    expect(new Set((await awards()).map(({ completion_id }) => completion_id))).toEqual(new Set(ids));
    expect(await events('awarded')).toHaveLength(40);
    expect(await unsigned()).toEqual([]);
  }, 60_000);
});

import { beforeEach, describe, expect, test } from 'vitest';
import { expectRefusedUnchanged } from '../../setup/index.ts';
import { cellsOf, typing } from './cli.ts';
import { begin, correction, namesake } from './two-learners.ts';

let fixture: Awaited<ReturnType<typeof begin>>;
let type: ReturnType<typeof typing>;
beforeEach(async () => {
  fixture = await begin();
  type = typing(fixture.services);
});

const learnerOf = (which: 'archiving' | 'free') => fixture.made[which].registration.learnerId;
describe('what has outlived its time', () => {
  const emails = async () =>
    (await fixture.db.selectFrom('learner').select(['id', 'email']).execute()).flatMap(({ id, email }) =>
      email === null ? [] : [id],
    );
  const row = async (line: string) => cellsOf((await type(line)).slice(line.includes('--dry-run') ? 1 : 0));
  // The offerings of the story end on 2026-06-05.
  const after = '2026-06-06';
  beforeEach(() => fixture.clock.set('2026-09-01T09:00:00.000Z'));

  test('goes: keys that are a day old, of every institution', async () => {
    for (const place of [fixture.provsjo, fixture.koesaari])
      await fixture.services.results.recordAll(place.actors.confidant, place.slug, [], 'a key');
    expect(await row('retention run')).toEqual([
      ['koesaari', '0', '0'],
      ['provsjo', '0', '0'],
    ]);
    fixture.clock.advance(24 * 60 * 60 * 1000 + 1);
    const before = await fixture.snapshot();
    const expected = [
      ['koesaari', '1', '0'],
      ['provsjo', '1', '0'],
    ];
    expect(await row('retention run --dry-run')).toEqual(expected);
    expect(await fixture.snapshot()).toBe(before);
    expect(await row('retention run')).toEqual(expected);
    expect(await fixture.db.selectFrom('idempotency_key').selectAll().execute()).toEqual([]);
  });

  test('goes: the e-mail address of those whose last offering ended before the day', async () => {
    expect(await row('retention run provsjo --before 2026-06-05')).toEqual([['provsjo', '0', '0']]);
    const before = await fixture.snapshot();
    expect(await row(`retention run provsjo --before ${after} --dry-run`)).toEqual([['provsjo', '0', '1']]);
    expect(await fixture.snapshot()).toBe(before);
    expect(await row(`retention run --before ${after} provsjo`)).toEqual([['provsjo', '0', '1']]);
    expect(await emails()).toEqual([learnerOf('free')]);
    const events = await fixture.ports.stores.audit.list(fixture.provsjo.institution.id);
    expect(events.at(-1)).toMatchObject({
      action: 'contact-data-emptied',
      subjects: [learnerOf('archiving')],
      detail: { before: after },
    });
    expect((await type('audit check provsjo'))[0]).toMatch(/the chain is whole$/);
    expect(await row(`retention run provsjo --before ${after}`)).toEqual([['provsjo', '0', '0']]);
  });

  test('stays: of who takes part in something later, and of whose completion waits for its award', async () => {
    const { offering } = fixture.made.archiving;
    const waiting = await fixture.registered(fixture.provsjo, offering, { learner: namesake });
    const completion = await fixture.completed(fixture.provsjo, waiting);
    const later = await fixture.offered(fixture.provsjo, undefined, { startDate: '2026-08-01', endDate: '2026-12-01' });
    await fixture.registered(fixture.provsjo, later, { learnerId: learnerOf('archiving') });
    expect(await row(`retention run provsjo --before ${after}`)).toEqual([['provsjo', '0', '0']]);
    expect(await emails()).toHaveLength(3);
    await fixture.completed(fixture.provsjo, waiting, { grade: 'U', ...correction, corrects: completion.id });
    expect(await row(`retention run provsjo --before ${after}`)).toEqual([['provsjo', '0', '1']]);
  });

  test.each([
    [`--before ${after}`, 'malformed-request'],
    ['provsjo --before 2026-06-31', 'malformed-request'],
    ['provsjo --before yesterday', 'malformed-request'],
    ['provsjo --before', 'malformed-request'],
    ['provsjo --before 2026-09-02', 'malformed-request'],
    ['provsjo --after 2026-01-01', 'malformed-request'],
    [`nowhere --before ${after}`, 'institution-not-found'],
    ['nowhere', 'institution-not-found'],
  ] as const)('refused: retention run %s', async (rest, code) => {
    await expectRefusedUnchanged(fixture, () => type(`retention run ${rest}`), code);
  });
});

import { beforeEach, describe, expect, test } from 'vitest';
import { expectRefusedUnchanged, finnishContent, type Place, worldAfter } from '../../setup/index.ts';
import { cellsOf, typing } from './cli.ts';

const sentinel = {
  nameAsAwarded: 'Lo Hemlig',
  givenName: 'Hemlig',
  familyName: 'Hemlig',
  birthDate: '1990-05-05',
  email: 'hemlig@example.org',
  identifiers: [{ kind: 'personnummer', value: 'hemlig' }],
} as const;

const correction = { decision: { ground: 'clerical-error' } } as const;

/** A person with a certificate page at each of both: one must archive, the other need not. */
const begin = worldAfter(async (world) => {
  const archiving = await world.story(world.provsjo, { learner: sentinel });
  const free = await world.story(world.koesaari, { code: 'vesi', content: finnishContent, learner: sentinel });
  await typing(world.services)('institution change koesaari FILE', { archiveDuty: false });
  const show = (place: Place, id: string) =>
    world.services.awarding.showPage(place.actors.registrar, place.slug, id, true);
  return {
    archiving: { ...archiving, token: await show(world.provsjo, archiving.award.id) },
    free: { ...free, token: await show(world.koesaari, free.award.id) },
  };
});

let world: Awaited<ReturnType<typeof begin>>;
let type: ReturnType<typeof typing>;
beforeEach(async () => {
  world = await begin();
  type = typing(world.services);
});

const learnerOf = (which: 'archiving' | 'free') => world.made[which].registration.learnerId;
describe('what has outlived its time', () => {
  const emails = async () =>
    (await world.db.selectFrom('learner').select(['id', 'email']).execute()).flatMap(({ id, email }) =>
      email === null ? [] : [id],
    );
  const row = async (line: string) => cellsOf((await type(line)).slice(line.includes('--dry-run') ? 1 : 0));
  // The offerings of the story end on 2026-06-05.
  const after = '2026-06-06';
  beforeEach(() => world.clock.set('2026-09-01T09:00:00.000Z'));

  test('goes: keys that are a day old, of every institution', async () => {
    for (const place of [world.provsjo, world.koesaari])
      await world.services.results.recordAll(place.actors.confidant, place.slug, [], 'a key');
    expect(await row('retention run')).toEqual([
      ['koesaari', '0', '0'],
      ['provsjo', '0', '0'],
    ]);
    world.clock.advance(24 * 60 * 60 * 1000 + 1);
    const before = await world.snapshot();
    const expected = [
      ['koesaari', '1', '0'],
      ['provsjo', '1', '0'],
    ];
    expect(await row('retention run --dry-run')).toEqual(expected);
    expect(await world.snapshot()).toBe(before);
    expect(await row('retention run')).toEqual(expected);
    expect(await world.db.selectFrom('idempotency_key').selectAll().execute()).toEqual([]);
  });

  test('goes: the e-mail address of those whose last offering ended before the day', async () => {
    expect(await row('retention run provsjo --before 2026-06-05')).toEqual([['provsjo', '0', '0']]);
    const before = await world.snapshot();
    expect(await row(`retention run provsjo --before ${after} --dry-run`)).toEqual([['provsjo', '0', '1']]);
    expect(await world.snapshot()).toBe(before);
    expect(await row(`retention run --before ${after} provsjo`)).toEqual([['provsjo', '0', '1']]);
    expect(await emails()).toEqual([learnerOf('free')]);
    const events = await world.ports.stores.audit.list(world.provsjo.institution.id);
    expect(events.at(-1)).toMatchObject({
      action: 'contact-data-emptied',
      subjects: [learnerOf('archiving')],
      detail: { before: after },
    });
    expect((await type('audit check provsjo'))[0]).toMatch(/the chain is whole$/);
    expect(await row(`retention run provsjo --before ${after}`)).toEqual([['provsjo', '0', '0']]);
  });

  test('stays: of who takes part in something later, and of whose completion waits for its award', async () => {
    const { offering } = world.made.archiving;
    const waiting = await world.registered(world.provsjo, offering, { learner: sentinel });
    const completion = await world.completed(world.provsjo, waiting);
    const later = await world.offered(world.provsjo, undefined, { startDate: '2026-08-01', endDate: '2026-12-01' });
    await world.registered(world.provsjo, later, { learnerId: learnerOf('archiving') });
    expect(await row(`retention run provsjo --before ${after}`)).toEqual([['provsjo', '0', '0']]);
    expect(await emails()).toHaveLength(3);
    await world.completed(world.provsjo, waiting, { grade: 'U', ...correction, corrects: completion.id });
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
    await expectRefusedUnchanged(world, () => type(`retention run ${rest}`), code);
  });
});

import { beforeEach, describe, expect, test } from 'vitest';
import { expectRefusal } from '../../setup/index.ts';
import { cellsOf, typing } from './cli.ts';
import { begin } from './two-learners.ts';

let fixture: Awaited<ReturnType<typeof begin>>;
let type: ReturnType<typeof typing>;
beforeEach(async () => {
  fixture = await begin();
  type = typing(fixture.services);
});
const learnerOf = (which: 'archiving' | 'free') => fixture.made[which].registration.learnerId;

describe('what is on record of a person', () => {
  test('is listed by date, with ids and nothing that they say', async () => {
    const { registration, completion, award } = fixture.made.archiving;
    const lines = await type(`learner documents provsjo ${learnerOf('archiving')}`);
    const cells = cellsOf(lines.slice(0, -1));
    expect(cells.map(([, kind, id]) => [kind, id]).sort()).toEqual(
      [
        ['registration', registration.id],
        ['result', completion.id],
        ['award', award.id],
      ].sort(),
    );
    expect(cells.map(([date]) => date)).toEqual(cells.map(([date]) => date).toSorted());
    expect(lines.join()).not.toMatch(/Hemlig/i);
  });

  test('may be asked for by anybody where the institution has that duty, and by the person alone where not', async () => {
    const asked = async () => (await type(`learner documents provsjo ${learnerOf('archiving')}`)).at(-1);
    expect(await asked()).toMatch(/^anybody may ask .* assess secrecy/);
    await type('institution change provsjo FILE', { publicRecordsDuty: false });
    expect(await asked()).toMatch(/^only the person may ask/);
  });

  test('of somebody under protection is given out after secrecy was assessed', async () => {
    const { actors, slug } = fixture.provsjo;
    await fixture.services.registrations.protect(actors.confidant, slug, learnerOf('archiving'), true);
    expect((await type(`learner documents provsjo ${learnerOf('archiving')}`)).at(-1)).toContain('under protection');
  });

  test('is nothing of a stranger, nor at another institution', async () => {
    for (const id of ['nobody', learnerOf('free')])
      await expectRefusal(() => type(`learner documents provsjo ${id}`), 'not-found');
  });
});

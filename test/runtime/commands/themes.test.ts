import { beforeEach, describe, expect, test } from 'vitest';
import { createFixture, expectRefusedUnchanged, type Fixture } from '../../setup/index.ts';
import { typing } from './cli.ts';

let fixture: Fixture;
let type: ReturnType<typeof typing>;
beforeEach(async () => {
  fixture = await createFixture();
  type = typing(fixture.services);
});

const events = () => fixture.ports.stores.audit.list(fixture.provsjo.institution.id);

describe('themes', () => {
  test('are added, renamed, removed and listed', async () => {
    await type(['theme', 'add', 'provsjo', 'vatten', 'sv=Vatten', 'en=Water']);
    await type(['theme', 'add', 'provsjo', 'is', 'sv=Is']);
    await type(['theme', 'rename', 'provsjo', 'vatten', 'sv=Vatten och avlopp']);
    await type('theme remove provsjo is');
    expect(JSON.parse((await type('theme list provsjo --json')).join('\n'))).toEqual([
      { code: 'vatten', label: { sv: 'Vatten och avlopp', en: 'Water' } },
    ]);
    const actions = ['theme-added', 'theme-added', 'theme-renamed', 'theme-removed'];
    expect((await events()).slice(-4).map(({ action }) => action)).toEqual(actions);
    expect((await events()).at(-1)).toMatchObject({ detail: { code: 'is' } });
    await expectRefusedUnchanged(fixture, () => type('theme add provsjo vatten sv=Igen'), 'already-exists');
  });

  test.each([
    ['theme add nowhere x sv=X', 'institution-not-found'],
    ['theme add provsjo X sv=X', 'malformed-request'],
    ['theme add provsjo x Vatten', 'malformed-request'],
    ['theme add provsjo x xx=Vatten', 'malformed-request'],
    ['theme add provsjo x', 'malformed-request'],
    ['theme rename provsjo x sv=X', 'not-found'],
    ['theme remove provsjo x', 'not-found'],
    ['theme list nowhere', 'institution-not-found'],
  ] as const)('refused: %s', async (line, code) => {
    await expectRefusedUnchanged(fixture, () => type(line), code);
  });
});

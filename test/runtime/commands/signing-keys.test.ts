import { beforeEach, describe, expect, test } from 'vitest';
import { createFixture, expectRefusedUnchanged, type Fixture } from '../../setup/index.ts';
import { cellsOf, typing } from './cli.ts';

let fixture: Fixture;
let type: ReturnType<typeof typing>;
beforeEach(async () => {
  fixture = await createFixture();
  type = typing(fixture.services);
});
const json = async (line: string) => JSON.parse((await type(line)).join('\n')) as Record<string, unknown>[];

describe('signing keys', () => {
  test('are listed, and their private part is not', async () => {
    await type('signing-key rotate provsjo');
    const keys = await json('signing-key list provsjo --json');
    const members = ['algorithm', 'createdAt', 'id', 'publicKey', 'purpose', 'signer'];
    expect(keys.map((key) => Object.keys(key).sort())).toEqual([[...members, 'retiredAt'].sort(), members]);
    expect(cellsOf(await type('signing-key list provsjo')).map(([id]) => id)).toEqual(keys.map(({ id }) => id));
  });

  test('are added of another kind, retired and revoked', async () => {
    const keys = async () =>
      (await json('signing-key list provsjo --json')).map(({ id, algorithm, purpose, retiredAt, revokedAt }) => ({
        id,
        kind: `${String(algorithm)} ${String(purpose)}`,
        ended: [retiredAt, revokedAt].map((moment) => moment !== undefined),
      }));
    const [line = ''] = await type('signing-key add provsjo --algorithm fake-2 --purpose seal');
    const seal = line.replace('signing key ', '');
    expect(await keys()).toContainEqual({ id: seal, kind: 'fake-2 seal', ended: [false, false] });
    await type(`signing-key retire provsjo ${seal}`);
    expect(await keys()).toContainEqual({ id: seal, kind: 'fake-2 seal', ended: [true, false] });
    const first = String((await keys()).find(({ kind }) => kind === 'fake credentials')?.id);
    const revoked = await type(`signing-key revoke provsjo ${first} --at 2026-01-01T01:00:00+01:00`);
    const next = String((await keys()).filter(({ kind }) => kind === 'fake credentials').at(-1)?.id);
    expect(revoked).toEqual([`revoked ${first}`, `provsjo signs with a new fake key ${next}`]);
    expect(await keys()).toContainEqual({ id: first, kind: 'fake credentials', ended: [true, true] });
    expect((await json('signing-key list provsjo --json'))[0]).toMatchObject({ revokedAt: '2026-01-01T00:00:00.000Z' });
  });

  test.each([
    ['signing-key add provsjo', 'malformed-request', /--algorithm/],
    ['signing-key add provsjo --algorithm RS256', 'malformed-request', /there are fake, fake-2/],
    ['signing-key add provsjo --algorithm fake --purpose decoration', 'malformed-request', /credentials and seal/],
    ['signing-key add nowhere --algorithm fake', 'institution-not-found', /./],
    ['signing-key rotate provsjo --algorithm fake-2', 'state-forbids', /signing-key add provsjo --algorithm fake-2/],
    ['signing-key rotate provsjo --algorithm none', 'malformed-request', /none/],
    ['signing-key retire provsjo nothing', 'not-found', /nothing/],
    ['signing-key retire provsjo FIRST', 'state-forbids', /signing-key rotate provsjo/],
    ['signing-key retire koesaari FIRST', 'not-found', /koesaari has no signing key/],
    ['signing-key revoke koesaari FIRST', 'not-found', /koesaari has no signing key/],
    ['signing-key revoke provsjo FIRST --at yesterday', 'malformed-request', /2026-11-26T14:30:00Z/],
    ['signing-key revoke provsjo FIRST --at 2026-01-01', 'malformed-request', /2026-11-26T14:30:00Z/],
    ['signing-key revoke provsjo FIRST --at 2999-01-01T00:00:00Z', 'malformed-request', /future/],
  ] as const)('refused: %s', async (line, code, message) => {
    const [first] = await json('signing-key list provsjo --json');
    const words = line.replace('FIRST', String(first?.['id']));
    expect((await expectRefusedUnchanged(fixture, () => type(words), code)).message).toMatch(message);
  });
});

import { beforeEach, describe, expect, test } from 'vitest';
import type { ErrorCode } from '../../../src/domain/shared/errors.ts';
import { SignerError } from '../../../src/services/ports/remote-signing.ts';
import { createFixture, expectRefusal, type Fixture } from '../../setup/index.ts';
import { typing } from '../../runtime/commands/cli.ts';

const known = { publicKey: 'zElsewhere', wrapped: 'transit.v3.umea' };
let asked: unknown[];
let tryKey: () => Promise<typeof known | undefined>;
let fixture: Fixture;
beforeEach(async () => {
  asked = [];
  tryKey = async () => known;
  fixture = await createFixture({
    remoteKeys: {
      tryKey: (name) => {
        asked.push(name);
        return tryKey();
      },
    },
  });
});

const add = (slug = 'provsjo', algorithm = 'fake') =>
  fixture.services.institutions.addSigningKey(slug, algorithm, 'credentials', { name: 'umea' });
const keys = () => fixture.ports.stores.signingKeys.list(fixture.provsjo.institution.id);

describe('a key of a signer elsewhere', () => {
  test('signs from now on, and is recorded and an event', async () => {
    const { id } = await add();
    expect((await keys()).at(-1)).toMatchObject({ ...known, id, signer: 'remote', algorithm: 'fake' });
    const { institution } = fixture.provsjo;
    expect(await fixture.ports.stores.signingKeys.current(institution.id, 'fake', 'credentials')).toMatchObject({ id });
    const events = await fixture.ports.stores.audit.list(institution.id);
    expect(events.at(-1)).toMatchObject({ action: 'signing-key-added', subjects: [id] });
  });

  test('is named on the command line, in its newest version or in one', async () => {
    const type = typing(fixture.services);
    await type('signing-key add provsjo --algorithm fake --remote umea');
    await expect(type('signing-key add provsjo --algorithm fake --remote umea --remote-version 2')).rejects.toThrow();
    expect(asked).toEqual([
      { name: 'umea', algorithm: 'fake' },
      { name: 'umea', version: 2, algorithm: 'fake' },
    ]);
  });

  test.each(['--remote umea --remote-version 0', '--remote umea --remote-version v2', '--remote-version 2'])(
    'is not taken with %s',
    async (options) => {
      const type = typing(fixture.services);
      await expect(type(`signing-key add provsjo --algorithm fake ${options}`)).rejects.toMatchObject({
        code: 'malformed-request',
      });
      expect(asked).toEqual([]);
    },
  );

  test('is not taken a second time, by this institution or by another', async () => {
    const { id } = await add();
    for (const slug of ['provsjo', 'koesaari'])
      await expect(add(slug)).rejects.toThrow(`signing key ${id} of provsjo already`);
  });

  test.each<[string, typeof tryKey, ErrorCode]>([
    ['that is not there', async () => undefined, 'not-found'],
    ['whose signer refuses', () => Promise.reject(new SignerError('refused', { status: 403 })), 'unavailable'],
    ['that signs with another', () => Promise.reject(new SignerError('false-signature')), 'unavailable'],
  ])('%s is not taken', async (_, outcome, code) => {
    tryKey = outcome;
    const before = await keys();
    await expectRefusal(() => add(), code);
    expect(await keys()).toEqual(before);
  });

  test('of a kind that there is none of is not asked for', async () => {
    await expectRefusal(() => add('provsjo', 'RSA'), 'malformed-request');
    expect(asked).toEqual([]);
  });

  test('that does not open keeps the service from starting, with what to set', async () => {
    await add();
    await expect(fixture.services.institutions.checkKeys()).rejects.toThrow(/provsjo .*Set REMOTE_SIGNER_URL/);
  });
});

test('where no signer is configured none is taken, with what to set', async () => {
  fixture = await createFixture();
  await expect(add()).rejects.toThrow(/REMOTE_SIGNER_URL/);
});

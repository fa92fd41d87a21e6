import { beforeEach, describe, expect, test } from 'vitest';
import { beginEmpty, place, fixture } from '../../setup/begun.ts';
import { expectRefusal, expectRefusedUnchanged, refusalOf } from '../../setup/index.ts';

beforeEach(beginEmpty);
const { stringify } = JSON;

describe('an institution', () => {
  test('has a signing key and its units from the beginning', async () => {
    const { stores } = fixture.ports;
    expect(
      await stores.signingKeys.current(place.institution.id, fixture.ports.writer.statusListAlgorithm, 'credentials'),
    ).toBeDefined();
    expect((await stores.institutions.units(place.institution.id)).map(({ code }) => code)).toEqual(['VA']);
  });

  test('has a slug that no other has, and one that is refused leaves nothing behind', async () => {
    const { id: _, createdAt: __, ...input } = place.institution;
    await expectRefusedUnchanged(
      fixture,
      () => fixture.services.institutions.create({ ...input, units: [] }),
      'already-exists',
    );
  });

  test('is found by its slug; another is not', async () => {
    expect((await fixture.services.institutions.bySlug('provsjo')).id).toBe(place.institution.id);
    await expectRefusal(() => fixture.services.institutions.bySlug('nowhere'), 'institution-not-found');
    expect((await fixture.services.institutions.list()).map(({ slug }) => slug)).toEqual(['koesaari', 'provsjo']);
  });

  test('cannot be set up for who is not there', async () => {
    const { institutions } = fixture.services;
    for (const attempt of [
      () => institutions.addStaff('nowhere', 'X', []),
      () => institutions.addStaffKey('nowhere', place.actors.editor.id),
      () => institutions.addMachineKey('nowhere', 'x', []),
      () => institutions.revokeKey('nowhere', place.actors.editor.keyId),
      () => institutions.rotateSigningKey('nowhere'),
      () => institutions.checkAudit('nowhere'),
    ]) {
      await expectRefusedUnchanged(fixture, attempt, 'institution-not-found');
    }
    await expectRefusedUnchanged(fixture, () => institutions.addStaffKey(place.slug, 'nobody'), 'not-found');
  });
});

describe('a key', () => {
  test('is given once and kept nowhere', async () => {
    const kept = (await fixture.snapshot()) + stringify(fixture.logs);
    for (const key of [...Object.values(place.keys), ...Object.values(fixture.koesaari.keys)]) {
      expect(key).toMatch(/^mikromerit_/);
      expect(kept).not.toContain(key);
    }
  });

  test('has at least 256 random bits', () => {
    // The fake says how many random bytes it was asked for.
    expect(Number(/of-(\d+)-bytes/.exec(place.keys.editor)?.[1])).toBeGreaterThanOrEqual(32);
  });

  test('is the person behind it, with the roles of the person', async () => {
    const actor = await fixture.services.access.authenticate(place.keys.confidant);
    expect(actor).toEqual(place.actors.confidant);
    expect(actor).toMatchObject({
      kind: 'staff',
      roles: ['registrar', 'confidential'],
      institutionId: place.institution.id,
    });
  });

  test('and a second of the same person are one person', async () => {
    const second = await fixture.secondKey(place, 'editor');
    expect(second.id).toBe(place.actors.editor.id);
    expect(second.keyId).not.toBe(place.actors.editor.keyId);
  });

  test('of a machine is nobody', () => {
    expect(place.machine.kind).toBe('machine');
    expect(place.machine.id).toBe(place.machine.keyId);
  });

  test('that is wrong, absent, revoked or of someone who left gets one and the same answer', async () => {
    const { institutions, access } = fixture.services;
    await institutions.revokeKey(place.slug, place.actors.editor.keyId);
    await institutions.endStaff(place.slug, place.actors.issuer.id);
    const messages: string[] = [];
    for (const key of [undefined, '', 'wrong', `${place.keys.admin} `, place.keys.editor, place.keys.issuer]) {
      messages.push((await expectRefusal(() => access.authenticate(key), 'unauthenticated')).message);
    }
    expect(new Set(messages).size).toBe(1);
    await expect(access.authenticate(place.keys.admin)).resolves.toMatchObject({ roles: ['admin'] });
  });

  test('is revoked once; another key of the same person goes on', async () => {
    const second = await fixture.secondKey(place, 'editor');
    await fixture.services.institutions.revokeKey(place.slug, second.keyId);
    await expectRefusedUnchanged(
      fixture,
      () => fixture.services.institutions.revokeKey(place.slug, second.keyId),
      'not-found',
    );
    await expect(fixture.services.access.authenticate(place.keys.editor)).resolves.toEqual(place.actors.editor);
  });
});

describe('a member of staff who leaves', () => {
  const end = (id = place.actors.issuer.id, slug = place.slug) => fixture.services.institutions.endStaff(slug, id);

  test('can do nothing more, with no key of theirs', async () => {
    const { access, institutions } = fixture.services;
    const second = await institutions.addStaffKey(place.slug, place.actors.issuer.id);
    await end();
    for (const key of [place.keys.issuer, second.key])
      await expectRefusal(() => access.authenticate(key), 'unauthenticated');
    await expect(access.authenticate(place.keys.admin)).resolves.toBeDefined();
  });

  test('gets no key that works', async () => {
    await end();
    const attempt = async () => {
      const { key } = await fixture.services.institutions.addStaffKey(place.slug, place.actors.issuer.id);
      return fixture.services.access.authenticate(key);
    };
    expect(['not-found', 'unauthenticated']).toContain((await refusalOf(attempt)).code);
  });

  test('leaves once, from where they are', async () => {
    await expectRefusedUnchanged(fixture, () => end(fixture.koesaari.actors.issuer.id), 'not-found');
    await expectRefusedUnchanged(fixture, () => end(place.actors.issuer.id, 'nowhere'), 'institution-not-found');
    await end();
    await expectRefusedUnchanged(fixture, () => end(), 'not-found');
  });

  test('is still the one who decided what they decided', async () => {
    const { award } = await fixture.story(place);
    const before = await fixture.services.decisions.read(place.actors.admin, place.slug, award.decisionId);
    await end(before.personId);
    expect(await fixture.services.decisions.read(place.actors.admin, place.slug, award.decisionId)).toEqual(before);
  });
});

describe('the signing keys', () => {
  test('are checked before they are needed', async () => {
    await expect(fixture.services.institutions.checkKeys()).resolves.toBeUndefined();
    await fixture.tamper("update signing_key set wrapped = 'with another key'");
    await expectRefusal(() => fixture.services.institutions.checkKeys(), 'service-misconfigured');
  });

  test('that are retired may be closed: they sign nothing any more', async () => {
    const retired = fixture.clock.now().toISOString();
    await fixture.tamper(`update signing_key set wrapped = 'with another key', retired_at = '${retired}'`);
    await fixture.services.institutions.rotateSigningKey('provsjo');
    await fixture.services.institutions.rotateSigningKey('koesaari');
    await expect(fixture.services.institutions.checkKeys()).resolves.toBeUndefined();
  });
});

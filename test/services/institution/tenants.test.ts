import { beforeEach, describe, expect, test } from 'vitest';
import { expectRefusedUnchanged, finnishContent, type Story, fixtureAfter } from '../../setup/index.ts';
import { firstDocument, toText } from '../../../src/services/award/documents.ts';
import { expectAbsent, others, publicReadings } from './readings.ts';
import { named, operations } from './operations.ts';
import { nothing, subjectsOf } from './subjects.ts';

/**
 * An institution can never act on another's data, nor read what is not public there. Roles, keys of another, unknown institutions and what a
 * body names of another's are tried over HTTP (test/http/access), where the contract lists every operation.
 */
describe('between institutions', () => {
  const begin = fixtureAfter(async ({ story, provsjo, koesaari }) => ({
    mine: await story(provsjo),
    // Another code and another person, so that nothing of theirs is found by what is mine.
    theirs: await story(koesaari, {
      code: 'vesi',
      content: finnishContent,
      learner: { nameAsAwarded: 'Mo', birthDate: '1980-01-01' },
    }),
  }));
  let fixture: Awaited<ReturnType<typeof begin>>;
  let mine: Story;
  let theirs: Story;
  beforeEach(async () => {
    fixture = await begin();
    ({ mine, theirs } = fixture.made);
  });

  test('every method of every service is in the tables of this walk', () => {
    const methods = Object.entries(fixture.services)
      .filter(([service]) => service !== 'addresses' && service !== 'now')
      .flatMap(([service, parts]) => Object.keys(parts).map((method) => `${service}.${method}`));
    const known = [...Object.keys(operations), ...Object.keys(publicReadings), ...Object.keys(others)];
    expect(methods.sort()).toEqual(known.sort());
  });

  test.each(named)("$name: the other's ids are not there under one's own name", async (operation) => {
    const { actors, slug } = fixture.provsjo;
    await expectAbsent(fixture, operation, actors.everything, slug, subjectsOf(fixture.koesaari, theirs));
  });

  test.each(named)('$name: what is not there at all gets the same answer', async (operation) => {
    const { actors, slug } = fixture.provsjo;
    await expectAbsent(fixture, operation, actors.everything, slug, nothing);
  });

  test.each(Object.entries(publicReadings))('%s finds what is public at its own institution alone', async (_, read) => {
    expect(await read(fixture.services, 'koesaari', subjectsOf(fixture.koesaari, theirs))).toBeDefined();
    await expectRefusedUnchanged(
      fixture,
      () => read(fixture.services, 'provsjo', subjectsOf(fixture.koesaari, theirs)),
      'not-found',
    );
    await expectRefusedUnchanged(
      fixture,
      () => read(fixture.services, 'nowhere', subjectsOf(fixture.koesaari, theirs)),
      'institution-not-found',
    );
  });

  test('each signs with its own key, in its own list', async () => {
    const { stores, writer } = fixture.ports;
    const [one, other] = await Promise.all(
      [mine, theirs].map(async ({ award }) => {
        const found = await stores.documents.findCurrent(award.institutionId, firstDocument(writer, award.id));
        return found && toText(found);
      }),
    );
    expect(JSON.parse(one?.text ?? '')).toMatchObject({ issuer: 'did:web:credentials.example:institutions:provsjo' });
    expect(JSON.parse(other?.text ?? '')).toMatchObject({
      issuer: 'did:web:credentials.example:institutions:koesaari',
    });
    const keyIds = fixture.signing.signatures.filter(({ id }) => id.includes('/records/')).map(({ keyId }) => keyId);
    expect(new Set(keyIds).size).toBe(2);
  });

  test('a key of an institution is revoked by that institution only', async () => {
    const { keyId } = fixture.koesaari.actors.editor;
    await expectRefusedUnchanged(fixture, () => fixture.services.institutions.revokeKey('provsjo', keyId), 'not-found');
    await expectRefusedUnchanged(
      fixture,
      () => fixture.services.institutions.addStaffKey('provsjo', fixture.koesaari.actors.editor.id),
      'not-found',
    );
  });
});

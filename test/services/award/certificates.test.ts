import { beforeEach, describe, expect, test } from 'vitest';
import { createCertificates } from '../../../src/services/award/certificates.ts';
import { createServices } from '../../../src/services/index.ts';
import {
  fixtureAfter,
  expectRefusal,
  expectRefusedUnchanged,
  type Place,
  revokeDecision,
  type Story,
  type Fixture,
} from '../../setup/index.ts';

let fixture: Fixture;
let place: Place;
let story: Story;
const begin = fixtureAfter(({ story, provsjo }) => story(provsjo));
beforeEach(async () => {
  ({ made: story, ...fixture } = await begin());
  place = fixture.provsjo;
});
const turn = (on: boolean, actor = place.actors.registrar) =>
  fixture.services.awarding.showPage(actor, place.slug, story.award.id, on);
const turnOn = async () => (await turn(true)) ?? '';
/** The only credential there is, as somebody with the database in hand would change it. */
async function rewriteCredential(change: (text: string) => string): Promise<void> {
  const { bytes } = await fixture.db.selectFrom('signed_document').select('bytes').executeTakeFirstOrThrow();
  const text = change(new TextDecoder().decode(bytes ?? new Uint8Array()));
  await fixture.tamper(`update signed_document set bytes = convert_to($new$${text}$new$, 'UTF8')`);
}
const read = (token: string) => fixture.services.certificates.read(token);
const tokenShown = async () =>
  (await fixture.services.awarding.read(place.actors.registrar, place.slug, story.award.id)).certificateToken;

describe('a certificate page', () => {
  test('is off until somebody turns it on', async () => {
    expect(await tokenShown()).toBeUndefined();
    for (const guess of ['', 'undefined', 'null', story.award.id, story.completion.id]) {
      await expectRefusal(() => read(guess), 'not-found');
      await expectRefusal(() => fixture.services.certificates.credential(guess), 'not-found');
    }
  });

  test('that is on shows the award, its version, its credential and a check made now', async () => {
    const token = await turnOn();
    const page = await read(token);
    expect(page).toMatchObject({
      award: { id: story.award.id, nameAsAwarded: 'Märta Ålöf' },
      institution: { slug: 'provsjo' },
      microcredentialSlug: 'vatten',
      version: { number: 1, digest: story.version.version.digest },
      report: { verdict: 'valid', checkedAt: '2026-03-02T09:00:01Z' },
    });
    expect(await fixture.services.certificates.credential(token)).toEqual(page.credential);
  });

  test('has an unguessable address of at least 128 bits', async () => {
    const token = await turnOn();
    // The fake says how many random bytes it was asked for.
    expect(Number(/of-(\d+)-bytes/.exec(token)?.[1])).toBeGreaterThanOrEqual(16);
    expect(token).not.toContain(story.award.id);
  });

  test('keeps its address while it is on, however often it is turned on', async () => {
    const token = await turnOn();
    expect(await turnOn()).toBe(token);
    expect(await tokenShown()).toBe(token);
  });

  test('that is turned off is gone, and its old address stays dead when it is on again', async () => {
    const old = await turnOn();
    expect(await turn(false)).toBeUndefined();
    await expectRefusal(() => read(old), 'not-found');
    const fresh = await turnOn();
    expect(fresh).not.toBe(old);
    await expectRefusal(() => read(old), 'not-found');
    expect((await read(fresh)).award.id).toBe(story.award.id);
  });

  test('is turned on by a registrar, an issuer or an administrator', async () => {
    for (const person of ['registrar', 'issuer', 'admin'] as const) {
      expect(await turn(true, place.actors[person])).toBeDefined();
    }
    for (const person of ['editor', 'reviewer', 'examiner'] as const) {
      await expectRefusedUnchanged(fixture, () => turn(false, place.actors[person]), 'role-missing');
    }
  });

  test('shows what a check of the signed document says, never the database’s word', async () => {
    const token = await turnOn();
    // A burglar marks the row as revoked; the list that a stranger reads says nothing of it.
    const now = fixture.clock.now().toISOString();
    await fixture.tamper(`update award set state = 'revoked', revoked_at = '${now}' where id = '${story.award.id}'`);
    expect((await read(token)).report.verdict).toBe('valid');
  });

  test('of a revoked award says so at once, though lists are signed at most once a second', async () => {
    const token = await turnOn();
    await read(token);
    await fixture.services.awarding.revoke(place.actors.issuer, place.slug, story.award.id, revokeDecision);
    expect((await read(token)).report.verdict).toBe('revoked');
  });

  test('of a credential that was changed in the database says that it is not genuine', async () => {
    const token = await turnOn();
    await rewriteCredential((text) => text.replace('"Märta Ålöf"', '"Märta Alöf"'));
    expect((await read(token)).report.verdict).toBe('invalid');
  });
});

describe('the report on a certificate page', () => {
  /** The same services, with every check counted. */
  function counting() {
    const { verifier } = fixture.ports;
    let checks = 0;
    const counted: typeof verifier = {
      verify: (credential, now) => {
        checks += 1;
        return verifier.verify(credential, now);
      },
      verifyReceived: (received, now) => verifier.verifyReceived(received, now),
    };
    const { certificates } = createServices({ ...fixture.ports, verifier: counted });
    return { look: async (token: string) => (await certificates.read(token)).report, checks: () => checks };
  }

  test('is made once while nothing changes, and says when it was made', async () => {
    const token = await turnOn();
    const { look, checks } = counting();
    const first = await look(token);
    for (const pass of [1_000, 20_000, 38_000]) {
      fixture.clock.advance(pass);
      expect(await look(token)).toEqual(first);
    }
    expect(checks()).toBe(1);
    fixture.clock.advance(1_000);
    expect((await look(token)).checkedAt > first.checkedAt).toBe(true);
    expect(checks()).toBe(2);
  });

  test('is made once for readers who come at once', async () => {
    const token = await turnOn();
    const { look, checks } = counting();
    const reports = await Promise.all(Array.from({ length: 50 }, () => look(token)));
    expect(checks()).toBe(1);
    expect(new Set(reports).size).toBe(1);
  });

  test.each<[string, () => unknown]>([
    [
      'the award is revoked',
      () => fixture.services.awarding.revoke(place.actors.issuer, place.slug, story.award.id, revokeDecision),
    ],
    ['the institution has another key', () => fixture.services.institutions.rotateSigningKey(place.slug)],
    ['the credential is another text', () => rewriteCredential((text) => text.replace('"Märta Ålöf"', '"Märta Alöf"'))],
    ['the clock is set back', () => fixture.clock.set('2020-01-01T00:00:00Z')],
    ['the clock is set forward', () => fixture.clock.set('2040-01-01T00:00:00Z')],
  ])('is made anew where %s', async (_, change) => {
    const token = await turnOn();
    const { look, checks } = counting();
    await look(token);
    await look(token);
    expect(checks()).toBe(1);
    await change();
    await look(token);
    expect(checks()).toBe(2);
  });

  test.each([
    ['validFrom', -300_000],
    ['created', -300_000],
    ['validUntil', 300_001],
    ['expires', 300_001],
  ])('is made anew at the moment from which %s makes it come out otherwise', async (name, later) => {
    const token = await turnOn();
    const moment = Date.parse('2030-01-01T00:00:00Z');
    const value = new Date(moment).toISOString();
    await rewriteCredential((text) => {
      const document = JSON.parse(text) as { proof: object };
      const changed = name.startsWith('valid')
        ? { ...document, [name]: value }
        : { ...document, proof: { ...document.proof, [name]: value } };
      return JSON.stringify(changed);
    });
    const { look, checks } = counting();
    fixture.clock.set(new Date(moment + later - 10_000).toISOString());
    await look(token);
    fixture.clock.advance(9_999);
    await look(token);
    expect(checks()).toBe(1);
    fixture.clock.advance(1);
    await look(token);
    expect(checks()).toBe(2);
  });

  test('is made each time where something that it rests on cannot be read', async () => {
    const token = await turnOn();
    const { verifier } = fixture.ports;
    let checks = 0;
    const counted: typeof verifier = {
      ...verifier,
      verify: (credential, now) => verifier.verify(credential, now).finally(() => (checks += 1)),
    };
    for (const statusList of [async () => undefined, () => Promise.reject(new Error('broken'))]) {
      const documents = { ...fixture.services.publicDocuments, statusList };
      const certificates = createCertificates({ ...fixture.ports, verifier: counted }, documents);
      await certificates.read(token);
      await certificates.read(token);
    }
    expect(checks).toBe(4);
  });
});

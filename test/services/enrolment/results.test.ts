import { beforeEach, describe, expect, test } from 'vitest';
import { expectRefusedUnchanged } from '../../setup/index.ts';
import { kept, place, record, startRegistered, fixture } from './recording.ts';

beforeEach(startRegistered);

describe('a result', () => {
  test('is the decision of the examiner, whoever types it in', async () => {
    for (const actor of [place.actors.registrar, place.machine]) {
      const { registrationId } = { registrationId: (await fixture.registered(place, await fixture.offered(place))).id };
      const completion = await record({ registrationId }, undefined, actor);
      const decision = await fixture.ports.stores.decisions.find(place.institution.id, completion.decisionId);
      expect(decision).toMatchObject({
        kind: 'result',
        personId: place.actors.examiner.id,
        capacity: 'examiner',
        ground: 'examination',
        date: '2026-02-27',
        subjects: [completion.id],
      });
    }
  });

  test('may rest on recognised learning, with a case number', async () => {
    const decision = {
      ground: 'recognised-learning',
      capacity: 'course coordinator',
      date: '2026-03-01',
      caseNumber: 'FS 1',
    };
    const { decisionId } = await record({ decision });
    const recorded = await fixture.ports.stores.decisions.find(place.institution.id, decisionId);
    expect(recorded).toMatchObject(decision);
  });

  test.each([
    ['without a registration', { registrationId: 'none' }, 'result-invalid', ['#/registrationId']],
    ['with a grade outside the scheme', { grade: 'A' }, 'result-invalid', ['#/grade']],
    ['in the future', { date: '2026-03-03' }, 'result-invalid', ['#/date']],
    ['before the offering began', { date: '2026-01-18' }, 'result-invalid', ['#/date']],
    ['on no day', { date: '2026-02-30' }, 'result-invalid', ['#/date']],
    ['by nobody who works there', { examinerId: 'nobody' }, 'result-invalid', ['#/examinerId']],
    [
      'by nobody, of another scheme, in the future',
      { grade: 'A', date: '2027-01-01', examinerId: '' },
      'result-invalid',
      ['#/grade', '#/date', '#/examinerId'],
    ],
    ['on no ground of a result', { decision: { ground: 'board-decision' } }, 'decision-invalid', ['#/decision/ground']],
    [
      'decided in the future',
      { decision: { ground: 'examination', date: '2026-03-03' } },
      'decision-invalid',
      ['#/decision/date'],
    ],
  ] as const)('%s is refused, and nothing is kept', async (_, change, code, pointers) => {
    await expectRefusedUnchanged(fixture, () => record(change), code, ...pointers);
  });

  test('by an examiner who has left is refused', async () => {
    await fixture.services.institutions.endStaff(place.slug, place.actors.examiner.id);
    await expectRefusedUnchanged(fixture, () => record(), 'result-invalid', '#/examinerId');
  });

  test('for a version that is not published is refused', async () => {
    await fixture.tamper('delete from microcredential_version');
    await expectRefusedUnchanged(fixture, () => record(), 'state-forbids');
  });

  test('twice is refused', async () => {
    await record();
    await expectRefusedUnchanged(fixture, () => record({ grade: 'VG' }), 'already-completed');
  });

  test('fifty times at once is recorded once', async () => {
    const all = await Promise.allSettled(Array.from({ length: 50 }, () => record()));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of all)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'already-completed' });
    expect(await kept()).toBe(1);
  });

  test('is dated by the day where the institution is', async () => {
    // 22.30 UTC in winter: half past eleven in Sweden, half past midnight in Finland.
    fixture.clock.set('2026-03-02T22:30:00Z');
    await expectRefusedUnchanged(fixture, () => record({ date: '2026-03-03' }), 'result-invalid', '#/date');
    const { koesaari } = fixture;
    await fixture.published(koesaari);
    const there = await fixture.registered(koesaari, await fixture.offered(koesaari));
    await expect(fixture.completed(koesaari, there, { date: '2026-03-03' })).resolves.toMatchObject({
      date: '2026-03-03',
    });
  });

  test('is recorded by a registrar or an administrator and by nobody else', async () => {
    for (const person of ['editor', 'reviewer', 'issuer', 'examiner'] as const) {
      await expectRefusedUnchanged(fixture, () => record({}, undefined, place.actors[person]), 'role-missing');
    }
    await expect(record({}, undefined, place.actors.admin)).resolves.toMatchObject({ grade: 'G' });
  });
});

import { beforeEach, describe, expect, test } from 'vitest';
import { beginEmpty, fixture, place } from '../../setup/begun.ts';
import { commissionedContent, completeContent, expectRefusedUnchanged, runFormsOf } from '../../setup/index.ts';

beforeEach(beginEmpty);

/** One who takes part under the law, and one whom a client sends. */
const content = { student: completeContent, participant: commissionedContent };
type Who = keyof typeof content;

async function examined(who: Who) {
  await fixture.published(place, 'vatten', content[who]);
  const offering = await fixture.offered(place, 'vatten', { forms: runFormsOf(content[who]) });
  const client = who === 'participant' ? { client: { name: 'Vattenverket' } } : {};
  const registration = await fixture.registered(place, offering, client);
  return fixture.completed(place, registration);
}

describe.each([
  ['student', 'misconduct', 'agreement-breached'],
  ['participant', 'agreement-breached', 'misconduct'],
] as const)('the award of a %s', (who, theirs, others) => {
  test(`is revoked on the ground ${theirs}, and not on ${others}`, async () => {
    const { id } = await fixture.awarded(place, await examined(who));
    const revoke = (ground: string) =>
      fixture.services.awarding.revoke(place.actors.issuer, place.slug, id, { ground });
    const refusal = await expectRefusedUnchanged(
      fixture,
      () => revoke(others),
      'decision-invalid',
      '#/decision/ground',
    );
    expect(refusal.violations[0]?.detail).toContain(`about a ${who} is one of: awarded-in-error`);
    expect((await revoke(theirs)).award.state).toBe('revoked');
    expect(await fixture.revocations()).toMatchObject([{ ground: theirs }]);
  });

  test('rests on a result that is corrected on grounds of its own', async () => {
    const completion = await examined(who);
    const correct = (ground: string) =>
      fixture.completed(place, { ...completion, id: completion.registrationId } as never, {
        corrects: completion.id,
        grade: 'VG',
        decision: { ground },
      });
    await expectRefusedUnchanged(fixture, () => correct(theirs), 'decision-invalid', '#/decision/ground');
    expect(await correct('clerical-error')).toMatchObject({ grade: 'VG' });
  });
});

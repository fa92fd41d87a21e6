import { beforeEach, describe, expect, test } from 'vitest';
import {
  commissionedContent,
  completeContent,
  createFixture,
  runFormsOf,
  expectRefusal,
  expectRefusedUnchanged,
  type Place,
  type Fixture,
} from '../../setup/index.ts';

let fixture: Fixture;
let place: Place;
beforeEach(async () => {
  fixture = await createFixture();
  place = fixture.provsjo;
});
const page = { limit: 10 };

describe('an offering', () => {
  test('runs the version that is the newest when it is made, and no later one', async () => {
    await fixture.published(place);
    const first = await fixture.offered(place);
    await fixture.services.drafting.startNext(place.actors.editor, place.slug, 'vatten');
    const input = { content: completeContent };
    await fixture.services.drafting.update(place.actors.editor, place.slug, 'vatten', '*', input);
    await fixture.services.drafting.submit(place.actors.editor, place.slug, 'vatten');
    await fixture.services.drafting.approve(place.actors.reviewer, place.slug, 'vatten');
    await fixture.services.catalogue.publish(place.actors.editor, place.slug, 'vatten', { ground: 'board-decision' });
    const second = await fixture.offered(place);
    expect([first.version, second.version]).toEqual([1, 2]);
    expect((await fixture.services.offerings.read(place.slug, first.id)).offering.version).toBe(1);
  });

  test('is only of what is published', async () => {
    await fixture.approved(place);
    await expectRefusedUnchanged(fixture, () => fixture.offered(place), 'state-forbids');
  });

  test('is refused with every fault, and where it is', async () => {
    await fixture.published(place, 'vatten', commissionedContent);
    await expectRefusedUnchanged(
      fixture,
      () =>
        fixture.offered(place, 'vatten', {
          startDate: '2026-09-31',
          endDate: '2026-08-01',
          language: 'fi',
          attendance: 'onsite',
          forms: [
            {
              form: 'se-commissioned-credits',
              audience: ['everyone'],
              application: 'individual',
              applyBy: '2026-02-30',
              price: { amount: 100, currency: 'SEK', payers: ['everyone'] },
            },
          ],
        }),
      'offering-invalid',
      '#/startDate',
      '#/endDate',
      '#/language',
      '#/attendance',
      '#/forms/0/audience',
      '#/forms/0/application',
      '#/forms/0/applyBy',
      '#/forms/0/price/payers',
    );
  });

  test('is opened by an editor, a registrar or an administrator, and by a machine', async () => {
    await fixture.published(place);
    const { slug, actors, machine } = place;
    const input = {
      startDate: '2026-09-01',
      endDate: '2026-10-01',
      language: 'sv',
      attendance: 'fixed-mix',
      forms: runFormsOf(completeContent),
    } as const;
    for (const actor of [actors.editor, actors.registrar, actors.admin, machine]) {
      await expect(fixture.services.offerings.create(actor, slug, 'vatten', input)).resolves.toMatchObject({
        microcredentialSlug: 'vatten',
      });
    }
    for (const actor of [actors.reviewer, actors.issuer]) {
      await expectRefusedUnchanged(
        fixture,
        () => fixture.services.offerings.create(actor, slug, 'vatten', input),
        'role-missing',
      );
    }
  });

  test('is public, in the order in which they start', async () => {
    await fixture.published(place);
    const late = await fixture.offered(place, 'vatten', { startDate: '2026-05-01' });
    const early = await fixture.offered(place, 'vatten', { startDate: '2026-02-01' });
    const { items } = await fixture.services.offerings.list(place.slug, 'vatten', page);
    expect(items.map(({ offering }) => offering.id)).toEqual([early.id, late.id]);
    expect(await fixture.services.offerings.read(place.slug, late.id)).toMatchObject({
      microcredentialSlug: 'vatten',
      offering: late,
    });
  });

  test('of what is withdrawn can still be read: people are registered for it', async () => {
    await fixture.published(place);
    const offering = await fixture.offered(place);
    await fixture.services.catalogue.withdraw(place.actors.editor, place.slug, 'vatten');
    expect((await fixture.services.offerings.list(place.slug, 'vatten', page)).items).toHaveLength(1);
    await expect(fixture.registered(place, offering)).resolves.toMatchObject({ offeringId: offering.id });
  });

  test('that is not there is not found', async () => {
    await expectRefusal(() => fixture.services.offerings.read(place.slug, 'nowhere'), 'not-found');
    await expectRefusal(() => fixture.services.offerings.list(place.slug, 'nothing', page), 'not-found');
  });
});

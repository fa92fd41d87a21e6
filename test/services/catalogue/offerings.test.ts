import { beforeEach, describe, expect, test } from 'vitest';
import {
  commissionedContent,
  createWorld,
  expectRefusal,
  expectRefusedUnchanged,
  type Place,
  type World,
} from '../../setup/index.ts';

let world: World;
let place: Place;
beforeEach(async () => {
  world = await createWorld();
  place = world.provsjo;
});
const page = { limit: 10 };

describe('an offering', () => {
  test('runs the version that is the newest when it is made, and no later one', async () => {
    await world.published(place);
    const first = await world.offered(place);
    await world.services.drafting.startNext(place.actors.editor, place.slug, 'vatten');
    await world.services.drafting.submit(place.actors.editor, place.slug, 'vatten');
    await world.services.drafting.approve(place.actors.reviewer, place.slug, 'vatten');
    await world.services.catalogue.publish(place.actors.editor, place.slug, 'vatten', { ground: 'board-decision' });
    const second = await world.offered(place);
    expect([first.version, second.version]).toEqual([1, 2]);
    expect((await world.services.offerings.read(place.slug, first.id)).offering.version).toBe(1);
  });

  test('is only of what is published', async () => {
    await world.approved(place);
    await expectRefusedUnchanged(world, () => world.offered(place), 'state-forbids');
  });

  test('is refused with every fault, and where it is', async () => {
    await world.published(place, 'vatten', commissionedContent);
    await expectRefusedUnchanged(
      world,
      () =>
        world.offered(place, 'vatten', {
          startDate: '2026-09-31',
          endDate: '2026-08-01',
          language: 'fi',
          mode: 'onsite',
          fee: { amount: 100, currency: 'SEK' },
          application: 'individual',
        }),
      'offering-invalid',
      '#/startDate',
      '#/endDate',
      '#/language',
      '#/mode',
      '#/fee',
      '#/application',
    );
  });

  test('is opened by an editor, a registrar or an administrator, and by a machine', async () => {
    await world.published(place);
    const { slug, actors, machine } = place;
    const input = {
      startDate: '2026-09-01',
      endDate: '2026-10-01',
      language: 'sv',
      mode: 'blended',
      application: 'individual',
    } as const;
    for (const actor of [actors.editor, actors.registrar, actors.admin, machine]) {
      await expect(world.services.offerings.create(actor, slug, 'vatten', input)).resolves.toMatchObject({
        microcredentialSlug: 'vatten',
      });
    }
    for (const actor of [actors.reviewer, actors.issuer]) {
      await expectRefusedUnchanged(
        world,
        () => world.services.offerings.create(actor, slug, 'vatten', input),
        'role-missing',
      );
    }
  });

  test('is public, in the order in which they start', async () => {
    await world.published(place);
    const late = await world.offered(place, 'vatten', { startDate: '2026-05-01' });
    const early = await world.offered(place, 'vatten', { startDate: '2026-02-01' });
    const { items } = await world.services.offerings.list(place.slug, 'vatten', page);
    expect(items.map(({ offering }) => offering.id)).toEqual([early.id, late.id]);
    expect(await world.services.offerings.read(place.slug, late.id)).toMatchObject({
      microcredentialSlug: 'vatten',
      offering: late,
    });
  });

  test('of what is withdrawn can still be read: people are registered for it', async () => {
    await world.published(place);
    const offering = await world.offered(place);
    await world.services.catalogue.withdraw(place.actors.editor, place.slug, 'vatten');
    expect((await world.services.offerings.list(place.slug, 'vatten', page)).items).toHaveLength(1);
    await expect(world.registered(place, offering)).resolves.toMatchObject({ offeringId: offering.id });
  });

  test('that is not there is not found', async () => {
    await expectRefusal(() => world.services.offerings.read(place.slug, 'nowhere'), 'not-found');
    await expectRefusal(() => world.services.offerings.list(place.slug, 'nothing', page), 'not-found');
  });
});

import { finnishContent, fixtureAfter, type Place } from '../../setup/index.ts';
import { typing } from './cli.ts';

/** Every member of it is found by the same word wherever it is kept. */
export const sentinel = {
  nameAsAwarded: 'Lo Hemlig',
  givenName: 'Hemlig',
  familyName: 'Hemlig',
  birthDate: '1990-05-05',
  email: 'hemlig@example.org',
  identifiers: [{ kind: 'student-number', value: 'hemlig' }],
} as const;

/** Somebody else who is called the same. */
export const namesake = { ...sentinel, identifiers: [] };

export const correction = { decision: { ground: 'clerical-error' } } as const;

/** A person with a certificate page at each of both: one must archive, the other need not. */
export const begin = fixtureAfter(async (fixture) => {
  const archiving = await fixture.story(fixture.provsjo, { learner: sentinel });
  const free = await fixture.story(fixture.koesaari, { code: 'vesi', content: finnishContent, learner: sentinel });
  await typing(fixture.services)('institution change koesaari FILE', { archiveDuty: false });
  const show = (place: Place, id: string) =>
    fixture.services.awarding.showPage(place.actors.registrar, place.slug, id, true);
  return {
    archiving: { ...archiving, token: await show(fixture.provsjo, archiving.award.id) },
    free: { ...free, token: await show(fixture.koesaari, free.award.id) },
  };
});

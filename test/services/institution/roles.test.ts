import { beforeEach, describe, expect, test } from 'vitest';
import { DomainError } from '../../../src/domain/shared/errors.ts';
import { fixtureAfter, type Person, type Story, type Fixture } from '../../setup/index.ts';
import { named, operations } from './operations.ts';
import { subjectsOf } from './subjects.ts';

const asked = ['editor', 'reviewer', 'registrar', 'issuer', 'admin', 'confidant'] as const satisfies readonly Person[];

/** Who may do what, written out; `confidant` is a registrar with sight of protected persons. */
const may: Readonly<Record<string, string>> = {
  'drafting.create': 'editor admin',
  'drafting.read': 'editor reviewer registrar issuer admin confidant',
  'drafting.list': 'editor reviewer registrar issuer admin confidant',
  'drafting.update': 'editor admin',
  'drafting.startNext': 'editor admin',
  'drafting.submit': 'editor admin',
  'drafting.approve': 'reviewer',
  'drafting.return': 'reviewer',
  'catalogue.publish': 'editor reviewer admin',
  'catalogue.withdraw': 'editor reviewer admin',
  'offerings.create': 'editor registrar admin confidant',
  'registrations.register': 'registrar admin confidant',
  'registrations.read': 'registrar issuer admin confidant',
  'registrations.list': 'registrar issuer admin confidant',
  'registrations.learner': 'registrar issuer admin confidant',
  'registrations.learners': 'registrar issuer admin confidant',
  'registrations.updateLearner': 'registrar admin confidant',
  'staffDirectory.list': 'editor reviewer registrar issuer admin confidant',
  'registrations.protect': 'confidant',
  'results.record': 'registrar admin confidant',
  'results.recordAll': 'registrar admin confidant',
  'results.read': 'registrar issuer admin confidant',
  'results.list': 'registrar issuer admin confidant',
  'awarding.make': 'issuer',
  'awarding.read': 'registrar issuer admin confidant',
  'awarding.list': 'registrar issuer admin confidant',
  'awarding.credential': 'registrar issuer admin confidant',
  'awarding.revoke': 'issuer',
  'awarding.showPage': 'registrar issuer admin confidant',
  'decisions.read': 'reviewer registrar issuer admin confidant',
};

describe('who may do what', () => {
  let fixture: Fixture;
  let story: Story;
  const begin = fixtureAfter(({ story, provsjo }) => story(provsjo));
  beforeEach(async () => {
    ({ made: story, ...fixture } = await begin());
  });

  test('is written out for every operation', () => {
    expect(Object.keys(may).sort()).toEqual(Object.keys(operations).sort());
  });

  test.each(named)('$name', async ({ name, call }) => {
    const { actors, slug } = fixture.provsjo;
    const allowed: string[] = [];
    for (const person of asked) {
      try {
        await call(fixture.services, actors[person], slug, subjectsOf(fixture.provsjo, story));
        allowed.push(person);
      } catch (error) {
        // What the state of things forbids is not what the role forbids.
        if (!(error instanceof DomainError)) throw error;
        if (error.code !== 'role-missing') allowed.push(person);
      }
    }
    expect(allowed.join(' ')).toBe(may[name]);
  });

  test.each(named.filter(({ decides }) => decides))('$name is for no machine, whatever its roles', async ({ call }) => {
    const { machine, slug } = fixture.provsjo;
    const attempt = call(fixture.services, machine, slug, subjectsOf(fixture.provsjo, story));
    await expect(attempt).rejects.toMatchObject({ code: 'key-cannot-decide' });
  });
});

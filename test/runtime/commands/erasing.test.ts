import { beforeEach, describe, expect, test } from 'vitest';
import { expectRefusal, expectRefusedUnchanged, type Place, type Story } from '../../setup/index.ts';
import { cellsOf, typing } from './cli.ts';
import { begin, correction, namesake } from './two-learners.ts';

let fixture: Awaited<ReturnType<typeof begin>>;
let type: ReturnType<typeof typing>;
beforeEach(async () => {
  fixture = await begin();
  type = typing(fixture.services);
});

const learnerOf = (which: 'archiving' | 'free') => fixture.made[which].registration.learnerId;
/** The rows that the command names, by table: emptied and deleted. */
const counts = (lines: readonly string[]) =>
  Object.fromEntries(cellsOf(lines.slice(1, -1)).map(([table, emptied, deleted]) => [table, `${emptied} ${deleted}`]));
const archived = {
  award: '1 0',
  learner_identifier: '0 1',
  registration: '0 0',
  learner: '1 0',
  idempotency_key: '0 0',
};

describe('a person is erased', () => {
  test('where records are archived: all but what stands on the award', async () => {
    const { award, token } = fixture.made.archiving;
    const lines = await type(`learner erase provsjo ${learnerOf('archiving')}`);
    expect(counts(lines)).toEqual(archived);
    const { actors, slug } = fixture.provsjo;
    const learner = await fixture.services.registrations.learner(actors.registrar, slug, learnerOf('archiving'));
    expect(learner).toMatchObject({ nameAsAwarded: 'Lo Hemlig', identifiers: [] });
    expect(Object.keys(learner).sort()).toEqual(
      ['createdAt', 'id', 'identifiers', 'institutionId', 'nameAsAwarded', 'protected'], // prettier-ignore
    );
    expect((await fixture.services.awarding.read(actors.registrar, slug, award.id)).award).toEqual(award);
    await expectRefusal(() => fixture.services.certificates.credential(token ?? ''), 'not-found');
  });

  test('where none are: whole, and the link is dead', async () => {
    const { award, token, registration } = fixture.made.free;
    const lines = await type(`learner erase koesaari ${learnerOf('free')}`);
    expect(counts(lines)).toEqual({
      signed_document: '0 1',
      award: '0 1',
      award_run_row: '0 0',
      correction_task: '0 0',
      result: '0 1',
      registration: '0 1',
      learner_identifier: '0 1',
      learner: '0 1',
      idempotency_key: '0 0',
    });
    await expectRefusal(() => fixture.services.certificates.credential(token ?? ''), 'not-found');
    const { actors, slug } = fixture.koesaari;
    const { awarding, registrations } = fixture.services;
    await expectRefusal(() => awarding.read(actors.everything, slug, award.id), 'not-found');
    await expectRefusal(() => registrations.read(actors.everything, slug, registration.id), 'not-found');
    await expectRefusedUnchanged(fixture, () => type(`learner erase koesaari ${learnerOf('free')}`), 'not-found');
  });

  test('and everybody else is left as they are', async () => {
    const before = await fixture.services.registrations.learner(
      fixture.provsjo.actors.registrar,
      'provsjo',
      learnerOf('archiving'),
    );
    await type(`learner erase koesaari ${learnerOf('free')}`);
    const read = fixture.services.registrations.learner(
      fixture.provsjo.actors.registrar,
      'provsjo',
      learnerOf('archiving'),
    );
    expect(await read).toEqual(before);
    expect(await fixture.services.certificates.credential(fixture.made.archiving.token ?? '')).toBeDefined();
  });

  test.each([
    ['provsjo', 'archiving'],
    ['koesaari', 'free'],
  ] as const)('at %s, with one event of ids alone, and the chain is whole', async (slug, which) => {
    const { institution } = fixture[slug];
    const before = await fixture.ports.stores.audit.list(institution.id);
    await type(`learner erase ${slug} ${learnerOf(which)}`);
    const added = (await fixture.ports.stores.audit.list(institution.id)).slice(before.length);
    expect(added).toMatchObject([
      { action: 'learner-erased', actor: 'operator', subjects: [learnerOf(which)], detail: { archived: which === 'archiving' } },
    ]); // prettier-ignore
    expect((await type(`audit check ${slug}`))[0]).toBe(`${before.length + 1} events, the chain is whole`);
    expect(JSON.stringify(added)).not.toMatch(/hemlig/i);
  });

  test.each([
    ['provsjo', 'archiving'],
    ['koesaari', 'free'],
  ] as const)('at %s on trial: the same is said, and nothing has changed', async (slug, which) => {
    const before = await fixture.snapshot();
    const tried = await type(`learner erase ${slug} ${learnerOf(which)} --dry-run`);
    expect(await fixture.snapshot()).toBe(before);
    expect(tried[0]).toMatch(/^nothing was changed/);
    expect((await type(`learner erase ${slug} ${learnerOf(which)}`)).slice(1)).toEqual(tried.slice(1));
  });

  test('twice only where something new is known', async () => {
    const erase = () => type(`learner erase provsjo ${learnerOf('archiving')}`);
    await erase();
    await expectRefusedUnchanged(fixture, erase, 'state-forbids');
    const { actors, slug } = fixture.provsjo;
    const known = { nameAsAwarded: 'Lo Hemlig', email: 'new@example.org' };
    await fixture.services.registrations.updateLearner(actors.registrar, slug, learnerOf('archiving'), known);
    expect(counts(await erase())).toMatchObject({ learner: '1 0' });
  });

  test('under protection, which goes on for what is archived', async () => {
    const { actors, slug } = fixture.provsjo;
    const { registrations } = fixture.services;
    await registrations.protect(actors.confidant, slug, learnerOf('archiving'), true, 'Hemlig alias');
    await type(`learner erase provsjo ${learnerOf('archiving')}`);
    const learner = await registrations.learner(actors.confidant, slug, learnerOf('archiving'));
    expect([learner.protected, learner.alias]).toEqual([true, undefined]);
    await expectRefusal(() => registrations.learner(actors.registrar, slug, learnerOf('archiving')), 'not-found');
  });

  test('with what is kept of them for Idempotency-Keys: not of others, nor at another institution', async () => {
    const record = (place: Place, { registration }: Pick<Story, 'registration'>, key: string) =>
      fixture.services.results.recordAll(
        place.actors.confidant,
        place.slug,
        [{ registrationId: registration.id, grade: 'none', date: '2026-02-27', examinerId: place.actors.examiner.id }],
        key,
      );
    const neighbour = { registration: await fixture.registered(fixture.provsjo, fixture.made.archiving.offering) };
    await record(fixture.provsjo, fixture.made.archiving, 'theirs');
    const first = await record(fixture.provsjo, neighbour, 'of another');
    await record(fixture.koesaari, fixture.made.free, 'elsewhere');
    const keys = () => fixture.db.selectFrom('idempotency_key').select('institution_id').execute();
    expect(await keys()).toHaveLength(3);
    expect(counts(await type(`learner erase provsjo ${learnerOf('archiving')}`))).toMatchObject({
      idempotency_key: '0 1',
    });
    const left = (await keys()).map((key) => key.institution_id);
    expect(left.sort()).toEqual([fixture.koesaari, fixture.provsjo].map(({ institution }) => institution.id).sort());
    expect(await record(fixture.provsjo, neighbour, 'of another')).toEqual(first);
  });

  test('with results that correct one another', async () => {
    const { koesaari: place } = fixture;
    const registration = await fixture.registered(place, fixture.made.free.offering, { learner: namesake });
    let last = await fixture.completed(place, registration);
    const { grades } = place.content.gradingScheme;
    for (const { value: grade } of grades
      .toSorted((one, other) => Number(one.passes) - Number(other.passes))
      .slice(0, 2))
      last = await fixture.completed(place, registration, { grade, ...correction, corrects: last.id });
    const lines = await type(`learner erase koesaari ${registration.learnerId}`);
    expect(counts(lines)).toMatchObject({ result: '0 3', learner: '0 1' });
  });

  test('who took part and has no result is deleted, also where records are archived', async () => {
    const { learnerId } = await fixture.registered(fixture.provsjo, fixture.made.archiving.offering, {
      learner: namesake,
    });
    expect(counts(await type(`learner erase provsjo ${learnerId}`))).toMatchObject({
      registration: '0 1',
      learner: '0 1',
    });
  });

  test.each([
    ['an unknown institution', 'nowhere', 'archiving', 'institution-not-found'],
    ['a person of another institution', 'koesaari', 'archiving', 'not-found'],
  ] as const)('but not %s', async (_, slug, which, code) => {
    await expectRefusedUnchanged(fixture, () => type(`learner erase ${slug} ${learnerOf(which)}`), code);
  });

  test.each(['learner erase provsjo nobody', 'learner erase provsjo nobody --dry-run'])('but not: %s', async (line) => {
    await expectRefusedUnchanged(fixture, () => type(line), 'not-found');
  });

  test('but not with an option that is none', async () => {
    const attempt = () => type(`learner erase provsjo ${learnerOf('archiving')} --dryrun`);
    const refusal = await expectRefusedUnchanged(fixture, attempt, 'malformed-request');
    expect(refusal.message).toBe('There is no option --dryrun; "learner erase" knows --dry-run.');
  });
});

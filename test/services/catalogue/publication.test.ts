import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { beginEmpty, place, fixture } from '../../setup/begun.ts';
import {
  completeContent,
  createFixture,
  expectRefusedUnchanged,
  finnishContent,
  publishDecision,
} from '../../setup/index.ts';

beforeEach(beginEmpty);
const catalogue = () => fixture.services.catalogue;
const publish = (actor = place.actors.editor, decision: { ground: string; date?: string } = publishDecision) =>
  catalogue().publish(actor, place.slug, 'vatten', decision);

/** RFC 8785 for what has no numbers but whole ones and no unusual strings: members in order of their names. */
const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort()
            .map(([name, member]) => [name, sorted(member)]),
        )
      : value;

describe('publication', () => {
  test('makes the approved draft a version at a permanent address, with a digest over its exact bytes', async () => {
    const { version, microcredentialSlug: slug } = await fixture.published(place);
    expect(slug).toBe('vatten');
    expect(version).toMatchObject({
      id: 'https://credentials.example/institutions/provsjo/microcredentials/vatten/versions/1',
      number: 1,
      content: completeContent,
    });
    expect(JSON.parse(version.document)).toEqual({
      id: version.id,
      type: 'Microcredential',
      formatVersion: 2,
      isVersionOf: 'https://credentials.example/institutions/provsjo/microcredentials/vatten',
      version: 1,
      publishedAt: '2026-03-02T09:00:01Z',
      institution: {
        id: 'did:web:credentials.example:institutions:provsjo',
        page: 'https://credentials.example/institutions/provsjo',
        name: place.institution.name,
        country: 'SE',
      },
      content: completeContent,
      achievements: {
        'se-regular': Object.fromEntries(
          ['sv', 'fi', 'en'].map((language) => [language, { id: version.id, type: 'fake achievement', language }]),
        ),
      },
    });
    expect(version.document).toBe(JSON.stringify(sorted(JSON.parse(version.document))));
    const digest = createHash('sha256').update(version.document, 'utf8').digest('base64');
    expect(version.digest).toBe(`sha256-${digest}`);
  });

  test('rests on a decision of the person who made it', async () => {
    const { version } = await fixture.published(place);
    const decision = await fixture.ports.stores.decisions.find(place.institution.id, version.decisionId);
    expect(decision).toMatchObject({
      kind: 'publish',
      personId: place.actors.editor.id,
      ground: 'board-decision',
      capacity: 'chair',
      body: 'Subject board',
      date: '2026-03-02',
      subjects: [version.microcredentialId],
    });
  });

  test('needs a ground that there is, and a date that has come', async () => {
    await fixture.approved(place);
    await expectRefusedUnchanged(
      fixture,
      () => publish(undefined, { ground: 'outcomes-met' }),
      'decision-invalid',
      '#/decision/ground',
    );
    await expectRefusedUnchanged(
      fixture,
      () => publish(undefined, { ...publishDecision, date: '2026-03-03' }),
      'decision-invalid',
      '#/decision/date',
    );
  });

  test.each(['draft', 'in review'])('of what is %s is refused where a second person must approve', async (state) => {
    await fixture.drafted(place);
    if (state === 'in review') await fixture.services.drafting.submit(place.actors.editor, place.slug, 'vatten');
    await expectRefusedUnchanged(fixture, publish, 'state-forbids');
  });

  test('of an incomplete draft is refused with every fault, where review is waived', async () => {
    const { slug, actors } = fixture.koesaari;
    const { title: _, languages: __, ...rest } = finnishContent;
    await fixture.services.drafting.create(actors.editor, slug, {
      slug: 'vesi',
      content: { ...rest, level: { eqf: 9 } },
    });
    await expectRefusedUnchanged(
      fixture,
      () => catalogue().publish(actors.editor, slug, 'vesi', publishDecision),
      'gate-refused',
      '#/title',
      '#/languages',
      '#/level/eqf',
    );
  });

  test('of one’s own draft without a second person is for institutions that waive review', async () => {
    const { slug, actors } = fixture.koesaari;
    await fixture.drafted(fixture.koesaari, 'vesi');
    const { version } = await catalogue().publish(actors.editor, slug, 'vesi', publishDecision);
    expect(version.number).toBe(1);
    expect((await fixture.services.drafting.read(actors.editor, slug, 'vesi')).microcredential.draft).toBeUndefined();
  });

  test('twice is refused: there is nothing left to publish', async () => {
    await fixture.published(place);
    await expectRefusedUnchanged(fixture, publish, 'version-immutable');
  });

  test('twice at once makes one version', async () => {
    await fixture.approved(place);
    const both = await Promise.allSettled([publish(), publish(place.actors.reviewer)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'version-immutable' } });
    expect(await catalogue().versions(place.slug, 'vatten')).toHaveLength(1);
  });

  test('is not for a registrar or an issuer, nor for a machine', async () => {
    await fixture.approved(place);
    await expectRefusedUnchanged(fixture, () => publish(place.actors.registrar), 'role-missing');
    await expectRefusedUnchanged(fixture, () => publish(place.actors.issuer), 'role-missing');
    await expectRefusedUnchanged(fixture, () => publish(place.machine), 'key-cannot-decide');
  });

  test('of the next version leaves the one before as it was, to the byte', async () => {
    const { version: first } = await fixture.published(place);
    await fixture.services.drafting.startNext(place.actors.editor, place.slug, 'vatten');
    const content = { ...completeContent, title: { sv: 'Avlopp', fi: 'Jätevesi', en: 'Waste water' } };
    const basis = { publishedVersion: 1, revision: 1 };
    await fixture.services.drafting.update(place.actors.editor, place.slug, 'vatten', basis, { content });
    await fixture.services.drafting.submit(place.actors.editor, place.slug, 'vatten');
    await fixture.services.drafting.approve(place.actors.reviewer, place.slug, 'vatten');
    const { version: second } = await publish();
    expect(second).toMatchObject({ number: 2, content });
    expect(second.digest).not.toBe(first.digest);
    expect((await catalogue().version(place.slug, 'vatten', 1)).version).toEqual(first);
    expect((await catalogue().newest(place.slug, 'vatten')).version).toEqual(second);
    expect((await catalogue().versions(place.slug, 'vatten')).map(({ version }) => version.number)).toEqual([1, 2]);
  });

  test('a failure on the way leaves the draft approved and nothing published', async () => {
    // The last step of publication is its audit event.
    const { canonicalJson } = fixture.ports;
    const broken = await createFixture({
      canonicalJson(value) {
        if ((value as { action?: string }).action === 'published') throw new Error('out of order');
        return canonicalJson(value);
      },
    });
    const { actors, slug } = broken.provsjo;
    await broken.approved(broken.provsjo);
    const before = await broken.snapshot();
    const attempt = broken.services.catalogue.publish(actors.editor, slug, 'vatten', publishDecision);
    await expect(attempt).rejects.toThrow('out of order');
    expect(await broken.snapshot()).toBe(before);
  });
});

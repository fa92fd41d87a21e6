import { beforeEach, describe, expect, test } from 'vitest';
import type { CompleteContent } from '../../../src/domain/catalogue/microcredential.ts';
import { beginEmpty, fixture, place } from '../../setup/begun.ts';
import { completeContent, expectRefusal, publishDecision } from '../../setup/index.ts';

beforeEach(beginEmpty);
const chosen = (institution: string) =>
  ({
    ...completeContent,
    awardingBodies: [{ institution }],
    qualityAssurance: [{ type: 'institutional-licence', body: { code: 'uka' } }],
  }) as unknown as CompleteContent;
const did = 'did:web:credentials.example:institutions:provsjo';

describe('a version whose bodies were chosen', () => {
  test('is published with what is known of them, and keeps it whatever the institution becomes', async () => {
    const { name, country, homepage } = place.institution;
    const { version } = await fixture.published(place, 'vatten', chosen('provsjo'));
    const body = { institution: 'provsjo', id: did, name, country, homepage };
    expect(version.content.awardingBodies).toStrictEqual([body]);
    expect(version.content.qualityAssurance[0]?.body).toMatchObject({ code: 'uka', id: 'https://www.uka.se/' });

    await fixture.services.institutions.change('provsjo', { name: { sv: 'Provsjö universitet' } });
    const read = await fixture.services.catalogue.version(place.slug, 'vatten', 1);
    expect(read.version.content.awardingBodies).toStrictEqual([body]);
  });

  test('is chosen anew in the next: the draft begins with what was published, and the next says what is known then', async () => {
    const { drafting, catalogue, institutions } = fixture.services;
    const { actors, slug } = place;
    await fixture.published(place, 'vatten', chosen('provsjo'));
    await institutions.change('provsjo', { name: { sv: 'Provsjö universitet' }, courseCertificate: 'here' });
    const { gate } = await drafting.startNext(actors.editor, slug, 'vatten');
    expect(gate?.faults).toEqual([]);
    await drafting.submit(actors.editor, slug, 'vatten');
    await drafting.approve(actors.reviewer, slug, 'vatten');
    const { version } = await catalogue.publish(actors.editor, slug, 'vatten', publishDecision);
    expect(version.content).toMatchObject({
      awardingBodies: [{ institution: 'provsjo', name: { sv: 'Provsjö universitet' } }],
      courseCertificate: 'here',
    });
  });

  test('names no other institution of the service, which has not agreed', async () => {
    const approve = () => fixture.approved(place, 'vatten', chosen('koesaari'));
    await expectRefusal(approve, 'gate-refused', '#/awardingBodies/0/institution');
  });
});

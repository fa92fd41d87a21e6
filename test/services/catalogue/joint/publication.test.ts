import { beforeEach, describe, expect, test } from 'vitest';
import { GateRefusal } from '../../../../src/domain/catalogue/publish-gate.ts';
import { beginEmpty, fixture } from '../../../setup/begun.ts';
import { completeContent, expectRefusedUnchanged, publishDecision, refusalOf } from '../../../setup/index.ts';
import {
  agreed,
  approve,
  board,
  decide,
  invite,
  invited,
  jointContent,
  leave,
  owner,
  partner,
  partners,
  partnerships,
  publish,
  refused,
  rewrite,
  slug,
  standing,
  submit,
} from './course.ts';

beforeEach(beginEmpty);

const codesOf = async (work: () => unknown) => {
  const refusal = await refusalOf(work);
  return refusal instanceof GateRefusal ? refusal.faults.map(({ code }) => code) : [refusal.code];
};

/** Approved at the owner, and nothing decided. */
async function approved(): Promise<string> {
  const id = await invited();
  await submit();
  await approve();
  return id;
}

describe('a joint course', () => {
  test('is published when its partner has agreed, and says who decided when', async () => {
    const id = await approved();
    await decide(id);
    const { version } = await publish();
    expect(version.content.awardingBodies.map(({ institution, decision }) => [institution, decision])).toEqual([
      ['provsjo', { date: '2026-03-02' }],
      ['koesaari', { date: '2026-02-27', reference: 'K 2026/9' }],
    ]);
    expect(JSON.parse(version.document).content.awardingBodies).toEqual(version.content.awardingBodies);
  });

  test('may be submitted and approved while the partner thinks, and not published', async () => {
    await approved();
    expect(await codesOf(publish)).toEqual(['partner-undecided']);
    await expectRefusedUnchanged(fixture, publish, 'gate-refused', '#/awardingBodies/1/institution');
  });

  test('is not published against a partner', async () => {
    await decide(await approved(), refused);
    expect(await codesOf(publish)).toEqual(['partner-refused']);
  });

  test('is not published when the text was changed after the decision, and is when it was changed back', async () => {
    await decide(await approved());
    await rewrite({ ...jointContent, keywords: { sv: ['fällning'] } });
    expect(await codesOf(publish)).toEqual(['partner-outdated']);
    await rewrite(jointContent);
    expect((await publish()).version.number).toBe(1);
  });

  test('is not published when the partner left between approval and publication', async () => {
    const id = await approved();
    await decide(id);
    await leave(id);
    expect(await codesOf(publish)).toEqual(['partner-left']);
  });

  test('is not published when the owner took the invitation back, and names the partner all the same', async () => {
    await decide(await approved());
    await partners().takeBack(owner().actors.everything, owner().slug, slug, partner().slug);
    expect(await codesOf(publish)).toEqual(['body-unknown']);
  });

  test('does not name an institution that was never asked', async () => {
    await fixture.drafted(owner(), slug, jointContent);
    expect(await codesOf(submit)).toEqual(['body-unknown']);
  });

  test('needs no decision of a partner that it does not name', async () => {
    await invited(completeContent);
    await submit();
    await approve();
    expect((await publish()).version.number).toBe(1);
  });

  test('asks a partner that assures its quality for its decision', async () => {
    const [first] = completeContent.qualityAssurance;
    const id = await invited({
      ...completeContent,
      qualityAssurance: [{ ...first!, body: { institution: 'koesaari' } as never }],
    });
    await submit();
    await approve();
    expect(await codesOf(publish)).toEqual(['partner-undecided']);
    await decide(id);
    const { version } = await publish();
    expect(version.content.qualityAssurance[0]?.body).toMatchObject({ name: partner().institution.name });
  });
});

describe('what is behind a version', () => {
  const behind = async () => (await partners().list(owner().actors.editor, owner().slug, slug)).behind;

  test('stays when the partner leaves; the next version cannot name it', async () => {
    const id = await approved();
    const { partnership } = await decide(id);
    await publish();
    await leave(id);
    const expected = [
      { version: 1, institution: 'koesaari', decision: partnership.decision?.decisionId, date: '2026-02-27' },
    ];
    expect(await behind()).toEqual(expected);
    await fixture.services.drafting.startNext(owner().actors.editor, owner().slug, slug);
    await submit();
    const view = await fixture.services.drafting.read(owner().actors.editor, owner().slug, slug);
    expect(view.gate?.awaited?.map(({ code }) => code)).toEqual(['partner-left']);
  });

  test('is no quality of a course: a partner that left assures none', async () => {
    const [first] = completeContent.qualityAssurance;
    const body = { institution: 'koesaari' } as never;
    const id = await invited({ ...completeContent, qualityAssurance: [{ ...first!, body }] });
    await leave(id);
    await submit();
    await approve();
    expect(await codesOf(publish)).toEqual(['partner-left']);
  });

  test('is asked anew for the next version, which the partner decided on as little as anybody', async () => {
    await decide(await approved());
    await publish();
    await fixture.services.drafting.startNext(owner().actors.editor, owner().slug, slug);
    expect(await standing()).toEqual(['outdated']);
    await submit();
    await approve();
    expect(await codesOf(publish)).toEqual(['partner-outdated']);
  });

  test('is shown with an award, to staff of the owner', async () => {
    await decide(await approved());
    await publish();
    const offering = await fixture.offered(owner(), slug);
    const completion = await fixture.completed(owner(), await fixture.registered(owner(), offering));
    const { id } = await fixture.awarded(owner(), completion);
    const { partnerDecisions } = await fixture.services.awarding.read(owner().actors.everything, owner().slug, id);
    expect(partnerDecisions).toEqual(await behind());
  });

  test('is nothing where nobody else had to decide', async () => {
    const { award } = await fixture.story(owner());
    const read = await fixture.services.awarding.read(owner().actors.everything, owner().slug, award.id);
    expect(read).not.toHaveProperty('partnerDecisions');
  });
});

test('a decision with a case number stands in the version with it, the owner’s too', async () => {
  await decide(await approved(), { ...agreed, decision: board });
  const { catalogue } = fixture.services;
  const decision = { ...publishDecision, date: '2026-02-28', caseNumber: 'P 2026/3' };
  const { version } = await catalogue.publish(owner().actors.editor, owner().slug, slug, decision);
  expect(version.content.awardingBodies[0]?.decision).toEqual({ date: '2026-02-28', reference: 'P 2026/3' });
});

test('every act is in the chain of whoever acted', async () => {
  const id = await approved();
  await decide(id);
  await leave(id);
  await invite(false);
  const actionsOf = async (institutionId: string) =>
    (await fixture.ports.stores.audit.list(institutionId))
      .map(({ action }) => action)
      .filter((name) => /partner/.test(name));
  expect(await actionsOf(owner().institution.id)).toEqual(['partner-invited', 'partner-invited']);
  expect(await actionsOf(partner().institution.id)).toEqual(['partner-agreed', 'partner-left']);
  expect((await partnerships().read(partner().actors.editor, partner().slug, id)).state).toBe('undecided');
});

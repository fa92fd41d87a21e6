import type { MicrocredentialContent } from '../../../../src/domain/catalogue/microcredential.ts';
import type { Actor } from '../../../../src/domain/institution/staff.ts';
import type { JoinInput } from '../../../../src/services/catalogue/joint/partnerships.ts';
import { fixture } from '../../../setup/begun.ts';
import { completeContent, publishDecision } from '../../../setup/index.ts';

export const slug = 'vatten';
export const board = { ground: 'board-decision', caseNumber: 'K 2026/9', date: '2026-02-27' } as const;
export const agreed: JoinInput = { outcome: 'agreed', decision: board };
export const refused: JoinInput = { outcome: 'refused', note: 'Målen är för många.', decision: board };

/** Awarded by Provsjö together with Koesaari, both of this service. */
export const jointContent = {
  ...completeContent,
  awardingBodies: [{ institution: 'provsjo' }, { institution: 'koesaari' }],
} as unknown as typeof completeContent;

export const owner = () => fixture.provsjo;
export const partner = () => fixture.koesaari;
export const partners = () => fixture.services.partners;
export const partnerships = () => fixture.services.partnerships;
export const invite = (mayEdit = true, actor: Actor = owner().actors.everything) =>
  partners().invite(actor, owner().slug, slug, partner().slug, mayEdit);

/** A course with this content that the partner is invited to; the id of the partnership. */
export async function invited(content = jointContent, mayEdit = true): Promise<string> {
  await fixture.drafted(owner(), slug, content);
  return (await invite(mayEdit)).partnership.id;
}
export const submit = () => fixture.services.drafting.submit(owner().actors.editor, owner().slug, slug);
export const approve = () => fixture.services.drafting.approve(owner().actors.reviewer, owner().slug, slug);
export const decide = (
  id: string,
  input = agreed,
  basis: Parameters<ReturnType<typeof partnerships>['decide']>[3] = '*',
) => partnerships().decide(partner().actors.everything, partner().slug, id, basis, input);
export const leave = (id: string) => partnerships().leave(partner().actors.everything, partner().slug, id);
export const publish = () =>
  fixture.services.catalogue.publish(owner().actors.editor, owner().slug, slug, publishDecision);
/** Written by the owner, so that it differs from what was decided on. */
export async function rewrite(content: MicrocredentialContent) {
  const { drafting } = fixture.services;
  await drafting.return(owner().actors.reviewer, owner().slug, slug, 'Skriv om.');
  await drafting.update(owner().actors.editor, owner().slug, slug, '*', { content });
  await submit();
  return approve();
}
export const standing = async () =>
  (await partners().list(owner().actors.editor, owner().slug, slug)).items.map(({ state }) => state);

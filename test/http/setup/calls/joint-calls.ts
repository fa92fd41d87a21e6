import type { Answer } from '../client.ts';
import type { Calls } from './contract-calls.ts';
import type { Harness } from '../harness.ts';
import { draftCourse, invite, joinCourse, must } from '../story.ts';

type Of =
  | 'listPartners'
  | 'invitePartner'
  | 'takeBackInvitation'
  | 'listPartnerships'
  | 'readPartnership'
  | 'updatePartnershipDraft'
  | 'decideOnPartnership'
  | 'leavePartnership';

let courses = 0;

/** A success and a refusal of each operation about courses that institutions give together. */
export function jointCalls(harness: () => Harness): Readonly<Record<Of, Calls>> {
  const { north, south } = { north: () => harness().north, south: () => harness().south };
  const at = (path: string) => `${south().base}${path}`;
  const nowhere = () => at('/partnerships/00000000-0000-4000-8000-000000000000');
  /** A course of south, and its slug. */
  const own = async () => {
    const slug = `delad-${(courses += 1)}`;
    await draftCourse(south(), slug);
    return slug;
  };
  const invitation = (slug: string, partner: string) =>
    south().as.admin.put(at(`/microcredentials/${slug}/partners/${partner}`), { mayEdit: true });
  /** A course of north that south is invited to, in review or not. */
  const invited = async (isSubmitted: boolean) => {
    const slug = `inbjuden-${(courses += 1)}`;
    await draftCourse(north(), slug);
    const id = await invite(north(), slug, south());
    if (isSubmitted) must(await north().as.editor.post(`${north().base}/microcredentials/${slug}/submit`));
    return id;
  };
  const edited = async (id: string): Promise<Answer> => {
    const { headers } = await south().as.editor.get(at(`/partnerships/${id}`));
    const content = { title: { sv: 'Tillsammans' } };
    const seen = { 'If-Match': headers.get('ETag') ?? '' };
    return south().as.editor.put(at(`/partnerships/${id}/draft`), { content }, seen);
  };
  return {
    listPartners: {
      succeeds: async () => {
        const slug = await own();
        must(await invitation(slug, 'provsjo'), 201);
        return south().as.editor.get(at(`/microcredentials/${slug}/partners`));
      },
      refused: () => south().as.editor.get(at('/microcredentials/ingen/partners')),
    },
    invitePartner: {
      status: 201,
      succeeds: async () => invitation(await own(), 'provsjo'),
      refused: async () => invitation(await own(), 'koesaari'),
    },
    takeBackInvitation: {
      succeeds: async () => {
        const slug = await own();
        must(await invitation(slug, 'provsjo'), 201);
        return south().as.admin.send('DELETE', at(`/microcredentials/${slug}/partners/provsjo`));
      },
      refused: async () => south().as.admin.send('DELETE', at(`/microcredentials/${await own()}/partners/provsjo`)),
    },
    listPartnerships: {
      succeeds: async () => {
        await invited(false);
        return south().as.editor.get(at('/partnerships'));
      },
      refused: () => south().as.editor.get(at('/partnerships?limit=0')),
    },
    readPartnership: {
      succeeds: async () => south().as.editor.get(at(`/partnerships/${await invited(false)}`)),
      refused: () => south().as.editor.get(nowhere()),
    },
    updatePartnershipDraft: {
      succeeds: async () => edited(await invited(false)),
      refused: async () => edited(await invited(true)),
    },
    decideOnPartnership: {
      status: 201,
      succeeds: async () => joinCourse(south(), await invited(true)),
      refused: async () => joinCourse(south(), await invited(true), { outcome: 'refused' }),
    },
    leavePartnership: {
      succeeds: async () => south().as.admin.post(at(`/partnerships/${await invited(false)}/leave`)),
      refused: () => south().as.admin.post(`${nowhere()}/leave`),
    },
  };
}

import { anyCountryContent } from '../../samples/content.ts';
import type { KeyName } from '../setup/people.ts';

type Row = Readonly<{ may: readonly KeyName[]; path: (base: string) => string; body?: () => unknown }>;
type Of =
  | 'listPartners'
  | 'invitePartner'
  | 'takeBackInvitation'
  | 'listPartnerships'
  | 'readPartnership'
  | 'updatePartnershipDraft'
  | 'decideOnPartnership'
  | 'leavePartnership';
type Groups = Readonly<Record<'editors' | 'readers', readonly KeyName[]>>;

/** Which keys may call each operation about courses that institutions give together. */
export function jointRows({ editors, readers }: Groups, course: (base: string) => string): Readonly<Record<Of, Row>> {
  // None is there: who may not is told so before it is looked for.
  const partnership = (base: string) => `${base}/partnerships/5b0d7c1e-5c55-4d0e-9a43-0a5bd8a9d2f1`;
  const agreeing: readonly KeyName[] = ['admin', 'machine'];
  return {
    listPartners: { may: readers, path: (base) => `${course(base)}/partners` },
    invitePartner: {
      may: agreeing,
      path: (base) => `${course(base)}/partners/koesaari`,
      body: () => ({ mayEdit: false }),
    },
    takeBackInvitation: { may: agreeing, path: (base) => `${course(base)}/partners/koesaari` },
    listPartnerships: { may: readers, path: (base) => `${base}/partnerships` },
    readPartnership: { may: readers, path: partnership },
    updatePartnershipDraft: {
      may: editors,
      path: (base) => `${partnership(base)}/draft`,
      body: () => ({ content: anyCountryContent }),
    },
    decideOnPartnership: {
      may: [...editors, 'reviewer'],
      path: (base) => `${partnership(base)}/decision`,
      body: () => ({ outcome: 'agreed', decision: { ground: 'delegated-decision' } }),
    },
    leavePartnership: { may: agreeing, path: (base) => `${partnership(base)}/leave` },
  };
}

/** Those that no machine client takes. */
export const jointDecisions = [
  'invitePartner',
  'takeBackInvitation',
  'decideOnPartnership',
  'leavePartnership',
] as const;

const course = '/microcredentials/:code';
/** A good request of each at an institution, with the ids of another's. */
export const jointAddresses: Readonly<Record<Of, Readonly<{ path: string; body?: () => unknown }>>> = {
  listPartners: { path: `${course}/partners` },
  invitePartner: { path: `${course}/partners/provsjo`, body: () => ({ mayEdit: true }) },
  takeBackInvitation: { path: `${course}/partners/provsjo` },
  listPartnerships: { path: '/partnerships' },
  readPartnership: { path: '/partnerships/:partnership' },
  updatePartnershipDraft: { path: '/partnerships/:partnership/draft', body: () => ({ content: anyCountryContent }) },
  decideOnPartnership: {
    path: '/partnerships/:partnership/decision',
    body: () => ({ outcome: 'agreed', decision: { ground: 'board-decision' } }),
  },
  leavePartnership: { path: '/partnerships/:partnership/leave' },
};

import type { OperationId } from '../../../../src/http/operation.ts';
import type { Calls } from './contract-calls.ts';
import { as, at, harness, nowhere } from './contract-story.ts';
import { must, offeringInput } from '../story.ts';

type HostingOperation =
  | 'offerHosting'
  | 'listHostingAgreements'
  | 'readHostingAgreement'
  | 'acceptHosting'
  | 'declineHosting'
  | 'endHosting'
  | 'createHostedOffering'
  | 'listHostedCompletions';

const offerOf = (awardedBy: string) => ({ host: harness.north.slug, version: 1, awardedBy });
const ofHost = (id: string, act = '') => `${harness.north.base}/hosting-agreements/${id}${act}`;

/** A new offer of the south's course to the north; the one before ends. */
let standing: string | undefined;
async function offered(): Promise<string> {
  if (standing !== undefined) await as().admin.post(at(`/hosting-agreements/${standing}/end`));
  const { id } = must(await as().admin.post(at('/microcredentials/klippor/hosting-agreements'), offerOf('owner')), 201);
  standing = id as string;
  return standing;
}

const accepted = async () => {
  const id = await offered();
  must(await harness.north.as.admin.post(ofHost(id, '/accept')));
  return id;
};

export const hostingCalls: Readonly<Record<HostingOperation & OperationId, Calls>> = {
  offerHosting: {
    status: 201,
    succeeds: async () => {
      if (standing !== undefined) await as().admin.post(at(`/hosting-agreements/${standing}/end`));
      const made = await as().admin.post(at('/microcredentials/klippor/hosting-agreements'), {
        ...offerOf('host'),
        startsUntil: '2027-01-01',
        caseNumber: 'FS 1',
      });
      standing = must(made, 201).id;
      return made;
    },
    refused: () => as().admin.post(at('/microcredentials/klippor/hosting-agreements'), { host: 'ingenstans' }),
  },
  listHostingAgreements: {
    succeeds: async () => {
      await offered();
      return as().registrar.get(at('/hosting-agreements'));
    },
    refused: () => as().bystander.get(at('/hosting-agreements')),
  },
  readHostingAgreement: {
    succeeds: async () => harness.north.as.editor.get(ofHost(await accepted())),
    refused: () => as().editor.get(at(`/hosting-agreements/${nowhere}`)),
  },
  acceptHosting: {
    succeeds: async () => harness.north.as.admin.post(ofHost(await offered(), '/accept')),
    refused: async () => as().admin.post(at(`/hosting-agreements/${await offered()}/accept`)),
  },
  declineHosting: {
    succeeds: async () => {
      const id = await offered();
      standing = undefined;
      return harness.north.as.admin.post(ofHost(id, '/decline'));
    },
    refused: async () => harness.north.as.admin.post(ofHost(await accepted(), '/decline')),
  },
  endHosting: {
    succeeds: async () => as().admin.post(at(`/hosting-agreements/${await accepted()}/end`)),
    refused: () => as().admin.post(at(`/hosting-agreements/${nowhere}/end`)),
  },
  createHostedOffering: {
    status: 201,
    succeeds: async () => harness.north.as.registrar.post(ofHost(await accepted(), '/offerings'), offeringInput),
    refused: async () => harness.north.as.registrar.post(ofHost(await offered(), '/offerings'), offeringInput),
  },
  listHostedCompletions: {
    succeeds: () => as().issuer.get(at('/hosted-completions')),
    refused: () => as().editor.get(at('/hosted-completions')),
  },
};

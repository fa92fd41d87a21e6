import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract } from '../../src/generated/contract.ts';
import { operationTable } from '../../src/generated/operations.ts';
import type { OperationId } from '../../src/http/operation.ts';
import type { Answer } from './setup/client.ts';
import { withCredits } from './setup/contents.ts';
import { contractFaults, operationOf } from './setup/contract-check.ts';
import { everyAnswer } from './setup/every-answer.ts';
import { type Harness, origin, startHarness } from './setup/harness.ts';
import {
  award,
  complete,
  resultInput,
  draftCourse,
  offeringInput,
  openOffering,
  outcomesMet,
  publishCourse,
  register,
  somebody,
  type Story,
  wholeStory,
} from './setup/story.ts';

let harness: Harness;
let story: Story;
beforeAll(async () => {
  harness = await startHarness();
  story = await wholeStory(harness.south, 'klippor');
});
afterAll(() => harness.close());

const at = (path: string) => `${harness.south.base}${path}`;
const as = () => harness.south.as;
const nowhere = '00000000-0000-4000-8000-000000000000';
const decision = { ground: 'delegated-decision' };
/** A person with a result that nobody has awarded. */
const completed = async () => complete(harness.south, (await register(harness.south, story.offering.id)).id);
const registered = async () => (await register(harness.south, story.offering.id)).id as string;
const underReview = async (slug: string) => {
  await draftCourse(harness.south, slug);
  await as().editor.post(at(`/microcredentials/${slug}/submit`));
};

type Calls = Readonly<{ status?: number; succeeds: () => Promise<Answer>; refused?: () => Promise<Answer> }>;

/** A success and a refusal of each: leave one out and this does not compile. */
const operations: Readonly<Record<OperationId, Calls>> = {
  listInstitutions: { succeeds: () => harness.anyone.get('/api/v1/institutions') },
  readInstitution: {
    succeeds: () => harness.anyone.get(at('')),
    refused: () => harness.anyone.get('/api/v1/institutions/ingenstans'),
  },
  readMe: { succeeds: () => as().machine.get('/api/v1/me'), refused: () => harness.anyone.get('/api/v1/me') },
  listStaff: {
    succeeds: () => as().registrar.get(at('/staff')),
    refused: () => as().bystander.get(at('/staff')),
  },
  listCatalogue: {
    succeeds: () => harness.anyone.get('/api/v1/microcredentials'),
    refused: () => harness.anyone.get('/api/v1/microcredentials?limit=0'),
  },
  listMicrocredentials: {
    succeeds: () => as().editor.get(at('/microcredentials?state=published')),
    refused: () => as().editor.get(at('/microcredentials?state=burnt')),
  },
  createMicrocredential: {
    status: 201,
    succeeds: () => as().editor.post(at('/microcredentials'), { slug: 'utkast', ownerUnit: 'SYD', content: {} }),
    refused: () => as().editor.post(at('/microcredentials'), { slug: 'utkast', content: {} }),
  },
  readMicrocredential: {
    succeeds: () => as().reviewer.get(at('/microcredentials/klippor')),
    refused: () => as().reviewer.get(at('/microcredentials/skrevor')),
  },
  updateDraft: {
    succeeds: async () => {
      const { headers } = await as().editor.get(at('/microcredentials/utkast'));
      const update = { reviewBy: '2027-01-01', content: withCredits };
      return as().editor.put(at('/microcredentials/utkast/draft'), update, { 'If-Match': headers.get('ETag') ?? '' });
    },
    refused: () => as().editor.put(at('/microcredentials/utkast/draft'), { content: {} }),
  },
  startDraft: {
    status: 201,
    succeeds: () => as().editor.post(at('/microcredentials/klippor/draft')),
    refused: () => as().editor.post(at('/microcredentials/klippor/draft')),
  },
  submitDraft: {
    succeeds: () => as().editor.post(at('/microcredentials/klippor/submit')),
    refused: () => as().editor.post(at('/microcredentials/klippor/submit')),
  },
  approveDraft: {
    succeeds: () => as().reviewer.post(at('/microcredentials/klippor/approve')),
    refused: () => as().reviewer.post(at('/microcredentials/klippor/approve')),
  },
  returnDraft: {
    succeeds: async () => {
      await underReview('tillbaka');
      return as().reviewer.post(at('/microcredentials/tillbaka/return'), { note: 'Skriv om målen.' });
    },
    refused: () => as().reviewer.post(at('/microcredentials/tillbaka/return'), { note: '' }),
  },
  publishMicrocredential: {
    status: 201,
    succeeds: () => as().editor.post(at('/microcredentials/klippor/publish'), { decision }),
    refused: () => as().editor.post(at('/microcredentials/klippor/publish'), { decision }),
  },
  withdrawMicrocredential: {
    succeeds: async () => {
      await publishCourse(harness.south, 'nedlagd');
      return as().editor.post(at('/microcredentials/nedlagd/withdraw'));
    },
    refused: () => as().editor.post(at('/microcredentials/nedlagd/withdraw')),
  },
  listVersions: {
    succeeds: () => harness.anyone.get(at('/microcredentials/klippor/versions')),
    refused: () => harness.anyone.get(at('/microcredentials/tillbaka/versions')),
  },
  readVersion: {
    succeeds: () => harness.anyone.get(at('/microcredentials/klippor/versions/2')),
    refused: () => harness.anyone.get(at('/microcredentials/klippor/versions/3')),
  },
  createOffering: {
    status: 201,
    succeeds: () => as().registrar.post(at('/microcredentials/klippor/offerings'), offeringInput),
    refused: () => as().registrar.post(at('/microcredentials/nedlagd/offerings'), offeringInput),
  },
  listOfferings: {
    succeeds: () => harness.anyone.get(at('/microcredentials/klippor/offerings')),
    refused: () => harness.anyone.get(at('/microcredentials/klippor/offerings?limit=1000')),
  },
  readOffering: {
    succeeds: () => harness.anyone.get(at(`/offerings/${story.offering.id}`)),
    refused: () => harness.anyone.get(at(`/offerings/${nowhere}`)),
  },
  createRegistration: {
    status: 201,
    succeeds: () =>
      as().registrar.post(at(`/offerings/${story.offering.id}/registrations`), {
        category: 'commissioned',
        client: { name: 'Kommunen', organisationNumber: '1' },
        source: 'register',
        externalId: '17',
        learner: somebody(),
      }),
    refused: () => as().registrar.post(at(`/offerings/${story.offering.id}/registrations`), { category: 'other' }),
  },
  listRegistrations: {
    succeeds: () => as().registrar.get(at(`/offerings/${story.offering.id}/registrations`)),
    refused: () => as().registrar.get(at(`/offerings/${nowhere}/registrations`)),
  },
  readRegistration: {
    succeeds: () => as().issuer.get(at(`/registrations/${story.registration.id}`)),
    refused: () => as().issuer.get(at('/registrations/seventeen')),
  },
  listLearners: {
    succeeds: () => as().admin.get(at('/learners')),
    refused: () => as().bystander.get(at('/learners')),
  },
  readLearner: {
    succeeds: () => as().registrar.get(at(`/learners/${story.registration.learnerId}`)),
    refused: () => as().registrar.get(at(`/learners/${nowhere}`)),
  },
  updateLearner: {
    succeeds: () => as().registrar.put(at(`/learners/${story.registration.learnerId}`), somebody()),
    refused: () =>
      as().registrar.put(at(`/learners/${story.registration.learnerId}`), { ...somebody(), birthDate: '2026-10-16' }),
  },
  protectLearner: {
    succeeds: async () => {
      const { learnerId } = await register(harness.south, story.offering.id);
      return as().confidential.put(at(`/learners/${learnerId}/protection`), { protected: true, alias: 'Nummer 7' });
    },
    refused: () => as().confidential.put(at(`/learners/${nowhere}/protection`), { protected: true }),
  },
  recordResult: {
    status: 201,
    succeeds: async () => as().registrar.post(at('/results'), resultInput(harness.south, await registered())),
    refused: () => as().registrar.post(at('/results'), resultInput(harness.south, story.registration.id)),
  },
  listResults: {
    succeeds: () => as().registrar.get(at('/results')),
    refused: () => as().registrar.get(at('/results?cursor=x')),
  },
  recordResults: {
    succeeds: async () =>
      as().registrar.post(at('/results/batch'), {
        results: [
          resultInput(harness.south, await registered()),
          resultInput(harness.south, story.registration.id),
          { ...resultInput(harness.south, await registered()), grade: 'X' },
        ],
      }),
    refused: () => as().registrar.post(at('/results/batch'), { results: [] }),
  },
  readResult: {
    succeeds: () => as().registrar.get(at(`/results/${story.completion.id}`)),
    refused: () => as().registrar.get(at(`/results/${nowhere}`)),
  },
  makeAward: {
    status: 201,
    succeeds: async () =>
      as().issuer.post(at('/awards'), { completionId: (await completed()).id, decision: outcomesMet }),
    refused: () => as().issuer.post(at('/awards'), { completionId: story.completion.id, decision: outcomesMet }),
  },
  listAwards: {
    succeeds: () => as().issuer.get(at('/awards')),
    refused: () => as().editor.get(at('/awards')),
  },
  readAward: {
    succeeds: () => as().issuer.get(at(`/awards/${story.award.id}`)),
    refused: () => as().issuer.get(at(`/awards/${nowhere}`)),
  },
  revokeAward: {
    succeeds: async () => {
      const { id } = await award(harness.south, (await completed()).id);
      return as().issuer.post(at(`/awards/${id}/revoke`), { decision: { ground: 'awarded-in-error' } });
    },
    refused: () => as().issuer.post(at(`/awards/${story.award.id}/revoke`), { decision: { ground: 'spite' } }),
  },
  readCredential: {
    succeeds: () => as().issuer.get(at(`/awards/${story.award.id}/credential`)),
    refused: () => as().issuer.get(at(`/awards/${nowhere}/credential`)),
  },
  setCertificatePage: {
    succeeds: () => as().registrar.put(at(`/awards/${story.award.id}/certificate-page`), { on: true }),
    refused: () => as().registrar.put(at(`/awards/${story.award.id}/certificate-page`), { on: 'yes' }),
  },
  readDecision: {
    succeeds: () => as().issuer.get(at(`/decisions/${story.award.decisionId}`)),
    refused: () => as().issuer.get(at(`/decisions/${nowhere}`)),
  },
  verifyCredential: {
    succeeds: () => harness.anyone.post('/api/v1/verify', { credential: story.credential }),
    refused: () => harness.anyone.post('/api/v1/verify', story.credential),
  },
  readHealth: {
    succeeds: () => harness.anyone.get('/health?stranger=1'),
    refused: () => harness.anyone.get('/health?stranger=yes'),
  },
};

describe.each(Object.entries(operations))('%s', (id, { status = 200, succeeds, refused }) => {
  test('answers as the contract says', async () => {
    const answer = await succeeds();
    expect(operationOf(answer.method, answer.path)?.id).toBe(id);
    expect(answer.status, answer.text).toBe(status);
    expect(contractFaults(answer)).toEqual([]);
  });

  if (!refused) return;
  test('refuses as the contract says', async () => {
    const answer = await refused();
    expect(operationOf(answer.method, answer.path)?.id).toBe(id);
    expect(answer.status, answer.text).toBeGreaterThanOrEqual(400);
    expect(answer.status, answer.text).toBeLessThan(500);
    expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
    expect(answer.body).toMatchObject({ type: expect.stringMatching(/^\/problems\/[a-z-]+$/), status: answer.status });
    expect(contractFaults(answer)).toEqual([]);
  });
});

test('an offering may be found again from its address in Location', async () => {
  const made = await openOffering(harness.south, 'klippor');
  const { headers } = await as().editor.post(at('/microcredentials/klippor/offerings'), offeringInput);
  expect((await harness.anyone.get(headers.get('Location') ?? '')).body).toEqual({ ...made, id: expect.any(String) });
});

describe('an address that is not there', () => {
  const paths = [
    '/api',
    '/api/v1',
    '/api/v2/institutions',
    '/api/v1/institutions/',
    '/api/v1/verify/now',
    '/x',
    '/%00',
  ];
  test.each(paths)('%s is not found, in words', async (path) => {
    const { status, body, headers } = await harness.anyone.get(path);
    expect([status, headers.get('Content-Type')]).toEqual([404, 'application/problem+json']);
    expect(body).toMatchObject({ type: '/problems/not-found', detail: expect.stringMatching(/^[A-Z].*\.$/) });
  });
});

describe('a method that an address does not take', () => {
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
  const paths = [...new Set(Object.values(operationTable).map(({ path }) => path))];
  const filled = (path: string) => path.replace(/:institution/, 'sydskar').replaceAll(/:\w+/g, nowhere);

  test.each(paths)('%s says which it does', async (path) => {
    for (const method of methods.filter((one) => !operationOf(one, filled(path)))) {
      const { status, headers, body } = await as().admin.send(method, filled(path));
      expect([method, status]).toEqual([method, 405]);
      for (const allowed of (headers.get('Allow') ?? 'none').split(', ')) {
        expect(operationOf(allowed === 'HEAD' ? 'GET' : allowed, filled(path)), allowed).toBeDefined();
      }
      expect(body).toMatchObject({ type: 'about:blank', title: 'Method Not Allowed', status: 405 });
    }
  });

  test('HEAD is GET without its body', async () => {
    const { status, text, headers } = await harness.anyone.send('HEAD', '/api/v1/institutions');
    expect([status, text, headers.get('Content-Type')]).toEqual([200, '', 'application/json']);
  });
});

describe('health', () => {
  const ofBoth = (path: string) => ['nordanvind', 'sydskar'].map((slug) => `/institutions/${slug}/${path}`);
  const documents = {
    did: ofBoth('did.json'),
    context: ['/contexts/mikromerit/v1'],
    statusList: ofBoth('status/1/revocation'),
  };
  const all = { did: 'passed', context: 'passed', statusList: 'passed' };
  const seen = async () => (await harness.anyone.get('/health?stranger=1')).body;

  test('says what a stranger can read at the public address, and what not', async () => {
    await wholeStory(harness.north, 'forst');
    for (const path of Object.values(documents).flat()) {
      harness.network.put(origin + path, (await harness.anyone.get(path)).text);
    }
    expect(await seen()).toEqual({ live: true, ready: true, stranger: all });
    for (const [name, paths] of Object.entries(documents)) {
      const url = `${origin}${paths.at(-1)}`;
      const { text } = await harness.anyone.get(paths.at(-1) ?? '');
      harness.network.remove(url);
      expect((await seen()).stranger).toEqual({ ...all, [name]: 'failed' });
      harness.network.put(url, text);
    }
  });
});

test('the contract is served as it is', async () => {
  expect((await harness.anyone.get('/openapi.json')).body).toEqual(contract);
});

everyAnswer(() => harness);

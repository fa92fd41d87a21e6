import type { Calls } from './contract-calls.ts';
import { as, at, harness, nowhere, registered, story } from './contract-story.ts';
import { openTask, resultInput } from '../story.ts';

type Of =
  'recordResult' | 'listResults' | 'recordResults' | 'readResult' | 'listCorrectionTasks' | 'readCorrectionTask';

/** A success and a refusal of each operation about results and what comes of them. */
export const resultCalls: Readonly<Record<Of, Calls>> = {
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
  listCorrectionTasks: {
    succeeds: () => as().registrar.get(at('/correction-tasks?state=open')),
    refused: () => as().registrar.get(at('/correction-tasks?state=shut')),
  },
  readCorrectionTask: {
    succeeds: async () =>
      as().registrar.get(at(`/correction-tasks/${(await openTask(harness.south, story.offering.id)).id}`)),
    refused: () => as().registrar.get(at(`/correction-tasks/${nowhere}`)),
  },
};

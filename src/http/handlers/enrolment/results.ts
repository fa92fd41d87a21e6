import type { Outcome } from '../../../services/enrolment/results.ts';
import type { Handler } from '../../operation.ts';
import { toCorrectionTask, toResult } from '../../representations/enrolment.ts';
import { pageRequest, toPage } from '../paging.ts';
import { readable, toOutcomes } from './batch.ts';

export const recordResult: Handler<'recordResult'> = async ({ actor, path, headers, body }, { results }) => {
  const outcome = await results.record(actor, path.institution, body, headers['Idempotency-Key']);
  const at = `/api/v1/institutions/${path.institution}`;
  if ('task' in outcome) {
    const Location = `${at}/correction-tasks/${outcome.task.id}`;
    return { status: 202, body: toCorrectionTask(outcome.task), headers: { Location } };
  }
  const { result } = outcome;
  return { status: 201, body: toResult(result), headers: { Location: `${at}/results/${result.id}` } };
};

function toAnswer(index: number, outcome: Outcome) {
  if ('result' in outcome) return { index, outcome: 'recorded', result: toResult(outcome.result) } as const;
  return { index, outcome: 'correction-needed', correctionTask: toCorrectionTask(outcome.task) } as const;
}

export const recordResults: Handler<'recordResults'> = async (input, { results }) => {
  const { actor, path, headers, body, badRows } = input;
  const rows = readable(body.results, badRows);
  const made = await results.recordAll(actor, path.institution, rows, headers['Idempotency-Key']);
  return { status: 200, body: { outcomes: toOutcomes('results', body.results, badRows, made, toAnswer) } };
};

export const listResults: Handler<'listResults'> = async ({ actor, path, query }, { results }) => ({
  status: 200,
  body: toPage(await results.list(actor, path.institution, pageRequest(query)), toResult),
});

export const readResult: Handler<'readResult'> = async ({ actor, path }, { results }) => ({
  status: 200,
  body: toResult(await results.read(actor, path.institution, path.result)),
});

export const listCorrectionTasks: Handler<'listCorrectionTasks'> = async ({ actor, path, query }, { results }) => ({
  status: 200,
  body: toPage(await results.tasks(actor, path.institution, query.state, pageRequest(query)), toCorrectionTask),
});

export const readCorrectionTask: Handler<'readCorrectionTask'> = async ({ actor, path }, { results }) => ({
  status: 200,
  body: toCorrectionTask(await results.task(actor, path.institution, path.task)),
});

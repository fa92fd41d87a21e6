import type { Institution } from '../../../domain/institution/institution.ts';
import type { Outcome } from '../../../services/enrolment/results.ts';
import type { Handler } from '../../operation.ts';
import { toCorrectionTask, toResult } from '../../representations/enrolment.ts';
import { answerLanguage } from '../../output/answer-language.ts';
import { pageRequest, toPage } from '../paging.ts';
import { readable, toOutcomes } from './batch.ts';

export const recordResult: Handler<'recordResult'> = async (input, { results, institutions }) => {
  const { actor, path, headers, body } = input;
  const outcome = await results.record(actor, path.institution, body, headers['Idempotency-Key']);
  const at = `/api/v1/institutions/${path.institution}`;
  if ('task' in outcome) {
    const Location = `${at}/correction-tasks/${outcome.task.id}`;
    return { status: 202, body: toCorrectionTask(outcome.task), headers: { Location } };
  }
  const { result } = outcome;
  return {
    status: 201,
    body: toResult(result, await institutions.bySlug(path.institution)),
    headers: { Location: `${at}/results/${result.id}` },
  };
};

const answerAt = (institution: Institution) => (index: number, outcome: Outcome) => {
  if ('result' in outcome)
    return { index, outcome: 'recorded', result: toResult(outcome.result, institution) } as const;
  return { index, outcome: 'correction-needed', correctionTask: toCorrectionTask(outcome.task) } as const;
};

export const recordResults: Handler<'recordResults'> = async (input, { results, institutions }) => {
  const { actor, path, headers, body, badRows } = input;
  const rows = readable(body.results, badRows);
  const made = await results.recordAll(actor, path.institution, rows, headers['Idempotency-Key']);
  const toAnswer = answerAt(await institutions.bySlug(path.institution));
  const batch = {
    member: 'results',
    rows: body.results,
    badRows,
    language: answerLanguage(headers['Accept-Language']),
  };
  const outcomes = toOutcomes(batch, made, toAnswer);
  return { status: 200, body: { outcomes }, headers: { Vary: 'Accept-Language' } };
};

export const listResults: Handler<'listResults'> = async ({ actor, path, query }, { results, institutions }) => {
  const page = await results.list(actor, path.institution, pageRequest(query));
  const institution = await institutions.bySlug(path.institution);
  return { status: 200, body: toPage(page, (result) => toResult(result, institution)) };
};

export const readResult: Handler<'readResult'> = async ({ actor, path }, { results, institutions }) => {
  const result = await results.read(actor, path.institution, path.result);
  return { status: 200, body: toResult(result, await institutions.bySlug(path.institution)) };
};

export const listCorrectionTasks: Handler<'listCorrectionTasks'> = async ({ actor, path, query }, { results }) => ({
  status: 200,
  body: toPage(await results.tasks(actor, path.institution, query.state, pageRequest(query)), toCorrectionTask),
});

export const readCorrectionTask: Handler<'readCorrectionTask'> = async ({ actor, path }, { results }) => ({
  status: 200,
  body: toCorrectionTask(await results.task(actor, path.institution, path.task)),
});

import { DomainError } from '../../../domain/shared/errors.ts';
import type { BatchOutcome } from '../../../services/enrolment/results.ts';
import type { Handler } from '../../operation.ts';
import { toProblem } from '../../output/problem.ts';
import { toResult } from '../../representations/enrolment.ts';
import { pageRequest, toPage } from '../paging.ts';

function toOutcome(outcome: BatchOutcome) {
  if ('result' in outcome)
    return { index: outcome.index, outcome: 'recorded', result: toResult(outcome.result) } as const;
  const { code, detail, violations } = outcome.refusal;
  return {
    index: outcome.index,
    outcome: 'refused',
    problem: toProblem(new DomainError(code, detail, { violations })),
  } as const;
}

export const recordResult: Handler<'recordResult'> = async ({ actor, path, headers, body }, { results }) => {
  const result = await results.record(actor, path.institution, body, headers['Idempotency-Key']);
  const Location = `/api/v1/institutions/${path.institution}/results/${result.id}`;
  return { status: 201, body: toResult(result), headers: { Location } };
};

export const recordResults: Handler<'recordResults'> = async ({ actor, path, headers, body }, { results }) => {
  const outcomes = await results.recordAll(actor, path.institution, body.results, headers['Idempotency-Key']);
  return { status: 200, body: { outcomes: outcomes.map(toOutcome) } };
};

export const listResults: Handler<'listResults'> = async ({ actor, path, query }, { results }) => ({
  status: 200,
  body: toPage(await results.list(actor, path.institution, pageRequest(query)), toResult),
});

export const readResult: Handler<'readResult'> = async ({ actor, path }, { results }) => ({
  status: 200,
  body: toResult(await results.read(actor, path.institution, path.result)),
});

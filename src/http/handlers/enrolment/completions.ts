import { DomainError } from '../../../domain/shared/errors.ts';
import type { BatchOutcome } from '../../../services/enrolment/completions.ts';
import type { Handler } from '../../operation.ts';
import { toProblem } from '../../output/problem.ts';
import { toCompletion } from '../../representations/enrolment.ts';
import { pageRequest, toPage } from '../paging.ts';

function toOutcome(outcome: BatchOutcome) {
  if ('completion' in outcome)
    return { index: outcome.index, outcome: 'recorded', completion: toCompletion(outcome.completion) } as const;
  const { code, detail, violations } = outcome.refusal;
  return {
    index: outcome.index,
    outcome: 'refused',
    problem: toProblem(new DomainError(code, detail, { violations })),
  } as const;
}

export const recordCompletion: Handler<'recordCompletion'> = async (
  { actor, path, headers, body },
  { completions },
) => {
  const completion = await completions.record(actor, path.institution, body, headers['Idempotency-Key']);
  const Location = `/api/v1/institutions/${path.institution}/completions/${completion.id}`;
  return { status: 201, body: toCompletion(completion), headers: { Location } };
};

export const recordCompletions: Handler<'recordCompletions'> = async (
  { actor, path, headers, body },
  { completions },
) => {
  const outcomes = await completions.recordAll(actor, path.institution, body.completions, headers['Idempotency-Key']);
  return { status: 200, body: { outcomes: outcomes.map(toOutcome) } };
};

export const listCompletions: Handler<'listCompletions'> = async ({ actor, path, query }, { completions }) => ({
  status: 200,
  body: toPage(await completions.list(actor, path.institution, pageRequest(query)), toCompletion),
});

export const readCompletion: Handler<'readCompletion'> = async ({ actor, path }, { completions }) => ({
  status: 200,
  body: toCompletion(await completions.read(actor, path.institution, path.completion)),
});

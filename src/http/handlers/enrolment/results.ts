import type { Handler } from '../../operation.ts';
import { toResult } from '../../representations/enrolment.ts';
import { pageRequest, toPage } from '../paging.ts';
import { readable, toOutcomes } from './batch.ts';

export const recordResult: Handler<'recordResult'> = async ({ actor, path, headers, body }, { results }) => {
  const result = await results.record(actor, path.institution, body, headers['Idempotency-Key']);
  const Location = `/api/v1/institutions/${path.institution}/results/${result.id}`;
  return { status: 201, body: toResult(result), headers: { Location } };
};

export const recordResults: Handler<'recordResults'> = async (input, { results }) => {
  const { actor, path, headers, body, badRows } = input;
  const rows = readable(body.results, badRows);
  const made = await results.recordAll(actor, path.institution, rows, headers['Idempotency-Key']);
  const outcomes = toOutcomes('results', body.results, badRows, made, (index, { result }) => ({
    index,
    outcome: 'recorded' as const,
    result: toResult(result),
  }));
  return { status: 200, body: { outcomes } };
};

export const listResults: Handler<'listResults'> = async ({ actor, path, query }, { results }) => ({
  status: 200,
  body: toPage(await results.list(actor, path.institution, pageRequest(query)), toResult),
});

export const readResult: Handler<'readResult'> = async ({ actor, path }, { results }) => ({
  status: 200,
  body: toResult(await results.read(actor, path.institution, path.result)),
});

import type { Addresses } from '../../../domain/addresses/addresses.ts';
import { DomainError } from '../../../domain/shared/errors.ts';
import type { BatchRow, RunView } from '../../../services/award/batch/award-runs.ts';
import type { Handler } from '../../operation.ts';
import { type Language, answerLanguage } from '../../output/answer-language.ts';
import { problemIn } from '../../output/problem.ts';
import { toAwardRun } from '../../representations/award-run.ts';
import { pageRequest } from '../paging.ts';

/** Tells a row why it was refused, in the caller's language where there are words for it. */
const shown = (view: RunView, addresses: Addresses, language: Language) =>
  toAwardRun(view, addresses, ({ code, detail, violations }) =>
    problemIn(language, new DomainError(code, detail, { violations })),
  );

/** What cannot be read is kept as it was refused, for the run is read again later. */
function rowOf(row: string, bad: DomainError | undefined, language: Language): BatchRow {
  if (!bad) return row;
  const { detail = bad.message, errors = [] } = problemIn(language, bad);
  return { code: bad.code, detail, violations: errors };
}

export const makeAwards: Handler<'makeAwards'> = async (
  { actor, path, headers, body, badRows },
  { awardBatches, addresses },
) => {
  const language = answerLanguage(headers['Accept-Language']);
  const completions = body.completions.map((row, index) => rowOf(row, badRows.get(index), language));
  const asked = { completions, decision: body.decision };
  const view = await awardBatches.make(actor, path.institution, asked, headers['Idempotency-Key']);
  const Location = `/api/v1/institutions/${path.institution}/award-runs/${view.run.id}`;
  const reply = { body: shown(view, addresses, language), headers: { Location, Vary: 'Accept-Language' } };
  return view.run.finishedAt ? { status: 200, ...reply } : { status: 202, ...reply };
};

export const readAwardRun: Handler<'readAwardRun'> = async (
  { actor, path, headers, query },
  { awardBatches, addresses },
) => ({
  status: 200,
  body: shown(
    await awardBatches.read(actor, path.institution, path.run, pageRequest(query)),
    addresses,
    answerLanguage(headers['Accept-Language']),
  ),
  headers: { Vary: 'Accept-Language' },
});

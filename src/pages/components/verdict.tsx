import type { FC } from 'hono/jsx';
import type { Check, Report, Verdict as VerdictName } from '../../domain/verification.ts';
import { formatMoment } from '../formats.ts';
import type { Messages, VerdictWord } from '../messages/index.ts';
import type { View } from '../view.ts';
import { Drawn, outcomeShapes, verdictShapes } from './shapes.tsx';
import { Outward } from './text.tsx';

type Props = Readonly<{ report: Report; view: View }>;

export const wordOf = ({ verdict, replacedBy }: Pick<Report, 'verdict' | 'replacedBy'>): VerdictWord =>
  verdict === 'revoked' && replacedBy ? 'replaced' : verdict;

/** The answer: shape, word, what it means, and when it was found. */
export const Verdict: FC<Props & Readonly<{ as?: 'h2' | 'p' }>> = ({
  report,
  view: { m, locale },
  as: Heading = 'h2',
}) => {
  const word = wordOf(report);
  const shape = verdictShapes[word];
  return (
    <div class={`verdict tone-${shape.tone}`} data-verdict={word}>
      <Drawn shape={shape} id="verdict" />
      <div class="verdict-text">
        <Heading class="verdict-word">{m.verdicts[word].word}</Heading>
        <p>{m.verdicts[word].meaning}</p>
        {report.replacedBy && (
          <p>
            {m.verify.replacedBy}: <Outward href={report.replacedBy} />
          </p>
        )}
        <p class="small">{m.certificate.checkedAt(formatMoment(report.checkedAt, locale))}</p>
      </div>
    </div>
  );
};

export const Checks: FC<Props> = ({ report, view }) => (
  <ol class="checks" role="list">
    {report.checks.map((check, at) => (
      <CheckLine check={check} verdict={report.verdict} id={`check-${at}`} view={view} />
    ))}
  </ol>
);

/** What a check found; a failed status of a certificate that is revoked or suspended has only one reason. */
const meaningOf = (check: Check, verdict: VerdictName, m: Messages): string =>
  check.name === 'status' && check.outcome === 'failed' && (verdict === 'revoked' || verdict === 'suspended')
    ? m.statusFound[verdict]
    : m.checks[check.name][check.outcome];

type LineProps = Readonly<{ check: Check; verdict: VerdictName; id: string; view: View }>;

const CheckLine: FC<LineProps> = ({ check, verdict, id, view: { m, locale } }) => {
  const shape = outcomeShapes[check.outcome];
  const sourceName = check.source === 'document' ? m.verify.document : check.source;
  return (
    <li class={`tone-${shape.tone}`} data-outcome={check.outcome}>
      <Drawn shape={shape} id={id} />
      <div>
        <h3>
          {m.checks[check.name].name}: <span>{m.outcomes[check.outcome]}</span>
        </h3>
        <p>{meaningOf(check, verdict, m)}</p>
        <p class="small quiet">
          {m.verify.source}: {sourceName}. {m.verify.time}: {formatMoment(check.time, locale)}.
        </p>
        {check.problem && (
          <details class="screen">
            <summary>{m.verify.detail}</summary>
            <p lang="en" class="small">
              {check.problem.title}
              {check.problem.detail && <> – {check.problem.detail}</>} <code>{check.problem.type}</code>
            </p>
          </details>
        )}
      </div>
    </li>
  );
};

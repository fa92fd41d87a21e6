import type { FC } from 'hono/jsx';
import type { Check, Report } from '../../../domain/verification/verification.ts';
import { formatMoment } from '../text/formats.ts';
import { foundBy, isAllPassed, uncheckedKind, wordsOf } from './verdict-sentences.ts';
import type { View } from '../../shell/view.ts';
import { Drawn, outcomeShapes } from './shapes.tsx';
import { Written } from '../text/text.tsx';

type Props = Readonly<{ report: Report; view: View }>;

/** Folded where all passed, for then the verdict has said it; open where something in them, even a check that does not apply, is the reason. */
export const Checks: FC<Props & Readonly<{ heading: 'h2' | 'h3'; of?: string }>> = ({
  report,
  view,
  heading: Heading,
  of = 'check',
}) => (
  <details class="evidence" open={!uncheckedKind(report) && (report.verdict !== 'valid' || !isAllPassed(report))}>
    <summary>
      <Heading>{report.credentials ? view.m.presented.checks : view.m.found.checks}</Heading>
    </summary>
    <ol class="checks" role="list">
      {report.checks.map((check, at) => (
        <CheckLine check={check} report={report} id={`${of}-${at}`} view={view} />
      ))}
    </ol>
  </details>
);

const CheckLine: FC<Props & Readonly<{ check: Check; id: string }>> = ({ check, report, id, view }) => {
  const { m } = view;
  const shape = outcomeShapes[check.outcome];
  return (
    <li class={`tone-${shape.tone}`} data-outcome={check.outcome}>
      <Drawn shape={shape} id={id} />
      <div>
        <p class="check-name">
          {wordsOf(check.name, report, m).name}: <span>{m.outcomes[check.outcome]}</span>
        </p>
        <p>
          {foundBy(check, report, m)}
          {check.reason && ` ${m.fetchFaults[check.reason]}`}
        </p>
        <Source check={check} view={view} />
        {check.problem && <Problem problem={check.problem} view={view} />}
      </div>
    </li>
  );
};

const Source: FC<Readonly<{ check: Check; view: View }>> = ({ check: { source, time }, view: { m, locale } }) => (
  <p class="small quiet">
    {m.found.source}: {source === 'document' ? m.found.document : <Written text={source} />}. {m.found.time}:{' '}
    <Written text={formatMoment(time, locale)} />.
  </p>
);

const Problem: FC<Readonly<{ problem: NonNullable<Check['problem']>; view: View }>> = ({ problem, view }) => (
  <details class="screen">
    <summary>{view.m.found.detail}</summary>
    <p lang="en" class="small">
      <Written text={problem.title} />
      {problem.detail && (
        <>
          {' '}
          – <Written text={problem.detail} />
        </>
      )}{' '}
      <code>
        <Written text={problem.type} />
      </code>
    </p>
  </details>
);

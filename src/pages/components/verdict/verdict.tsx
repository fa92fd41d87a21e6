import type { FC } from 'hono/jsx';
import type { Claim, Report } from '../../../domain/verification/verification.ts';
import { formatMoment } from '../text/formats.ts';
import { isConfirmed, sentencesOf } from './verdict-sentences.ts';
import type { View } from '../../shell/view.ts';
import { dayRow } from '../text/days.tsx';
import { Holder, isHolderKnown, Issuer } from '../claim/people.tsx';
import { bodiesOf, isDecidedTogether } from '../course/facts.ts';
import type { Row } from '../text/rows.tsx';
import { Drawn, verdictShapes } from './shapes.tsx';
import { Filled, Outward, Text } from '../text/text.tsx';

type Props = Readonly<{ report: Report; view: View }>;

/** The answer: shape, word, what it means, and when it was found; `who` where no certificate follows that says it; `id` where there are several. */
export const Verdict: FC<Props & Readonly<{ as?: 'h2' | 'h3' | 'p'; who?: boolean; id?: string }>> = ({
  report,
  view,
  as: Heading = 'h2',
  who = false,
  id = 'verdict',
}) => {
  const { m, locale } = view;
  const { verdict } = report;
  const shape = verdictShapes[verdict];
  return (
    <div class={`verdict tone-${shape.tone}`} data-verdict={verdict}>
      <Drawn shape={shape} id={id} />
      <div class="verdict-text">
        <Heading class="verdict-word">{m.verdicts[verdict].word}</Heading>
        {sentencesOf(report, m).map((sentence) => (
          <p>{sentence}</p>
        ))}
        {who && <Who report={report} view={view} />}
        {report.fetchedFrom && (
          <p class="small">
            {report.kind === 'link' ? m.found.link : m.found.fetchedFrom} <Outward href={report.fetchedFrom} />
          </p>
        )}
        <p class="small">
          <Filled message={m.found.checkedAt} with={formatMoment(report.checkedAt, locale)} />
        </p>
      </div>
    </div>
  );
};

/** One of several: a person and what it is about, together, so that neither is read with the next. */
function claimRow(claim: Claim, view: View): Row | undefined {
  const { m } = view;
  const title = claim.title && <Text of={claim.title} view={view} />;
  if (!isHolderKnown(claim)) return title && { label: m.said.about, value: title };
  return {
    label: m.record.holder,
    value: (
      <>
        <Holder facts={claim} view={view} />
        {title && <> – {title}</>}
      </>
    ),
  };
}

/** Who stands beside the issuer: those who award it together, who gave the course, and whose it is. */
function othersRows(summary: Report['summary'], view: View): Row[] {
  const { m } = view;
  const together = bodiesOf(summary);
  const named = [
    [isDecidedTogether(summary) ? m.record.awardedTogether : m.record.awardedBy, together.length > 1 ? together : []],
    [m.record.givenBy, summary.givenBy ?? []],
    [m.record.courseOf, summary.courseOf ?? []],
  ] as const;
  return named.flatMap(([label, bodies]) =>
    bodies.length === 0
      ? []
      : [
          {
            label,
            value: bodies.map(({ name }, index) => (
              <>
                {index > 0 && '; '}
                <Text of={name} view={view} />
              </>
            )),
          },
        ],
  );
}

/** Person, course, issuer and day: what a reader compares with what was said. */
const Who: FC<Props> = ({ report, view }) => {
  const { m } = view;
  const { summary } = report;
  const rows = [
    ...(summary.claims ?? []).map((claim) => claimRow(claim, view)),
    isHolderKnown(summary) && { label: m.record.holder, value: <Holder facts={summary} view={view} withNote /> },
    summary.title && { label: m.said.about, value: <Text of={summary.title} view={view} /> },
    summary.issuer && { label: m.record.issuer, value: <Issuer issuer={summary.issuer} view={view} /> },
    ...othersRows(summary, view),
    dayRow(m.record.awardedOn, summary.awardedOn, view) ?? dayRow(m.record.validFrom, summary.validFrom, view),
  ].filter((row) => row !== undefined && row !== false);
  if (rows.length === 0) return <></>;
  return (
    <>
      {!isConfirmed(report) && <p class="verdict-unconfirmed">{m.said.unconfirmed}:</p>}
      <dl class="verdict-who">
        {rows.map(({ label, value }) => (
          <div>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
};

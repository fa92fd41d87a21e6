import type { FC } from 'hono/jsx';
import type { ComingView } from '../../../services/catalogue/offerings.ts';
import { pageAt, type View } from '../../shell/view.ts';
import { labelsOf } from '../../components/text/codes.ts';
import { formatDateRange } from '../../components/text/formats.ts';
import { Rows } from '../../components/text/rows.tsx';
import { Text } from '../../components/text/text.tsx';
import { formName } from '../../components/course/form-name.ts';
import { applicationRows, type MaybeRow } from '../../components/course/offerings.tsx';

/** Runs of several courses, soonest first: of what, when, where and how to apply; the rest is on the page of each. */
export const ComingRuns: FC<Readonly<{ runs: readonly ComingView[]; view: View }>> = ({ runs, view }) => (
  <ul class="offerings" role="list">
    {runs.map((run) => (
      <li>
        <h3>
          <a href={pageAt(view, `/institutions/${run.institution.slug}/offerings/${run.offering.id}`)}>
            <Text of={run.title} view={view} />
          </a>
        </h3>
        <p>{formatDateRange(run.offering.startDate, run.offering.endDate, view.locale)}</p>
        <Rows rows={rowsOf(run, view)} />
      </li>
    ))}
  </ul>
);

function rowsOf({ offering, state }: ComingView, view: View): MaybeRow[] {
  const { m, locale } = view;
  const { attendance, location, forms } = offering;
  const [only, ...others] = forms;
  return [
    { label: m.offering.state, value: m.offering.states[state] },
    { label: m.strip.form, value: labelsOf('attendance', [attendance], locale) },
    location && { label: m.offering.location, value: <Text of={location} view={view} /> },
    ...(only && others.length === 0
      ? applicationRows(only, view)
      : forms.flatMap((form) => [
          { label: m.record.legalForm, value: formName(form.form, view) },
          ...applicationRows(form, view),
        ])),
  ];
}

import type { FC } from 'hono/jsx';
import { legalForms } from '../../../domain/catalogue/legal-form.ts';
import type { CompleteContent } from '../../../domain/catalogue/microcredential.ts';
import type { Offering } from '../../../domain/catalogue/offering.ts';
import { labelsOf } from '../text/codes.ts';
import { formatDate, formatDateRange, formatMoney, formatNumber, formatShare } from '../text/formats.ts';
import type { View } from '../../shell/view.ts';
import { type Row, Rows } from '../text/rows.tsx';
import { Text, Written } from '../text/text.tsx';

type Props = Readonly<{ offerings: readonly Offering[]; content: CompleteContent; view: View }>;

/** The dated runs, soonest first. */
export const Offerings: FC<Props> = ({ offerings, content, view }) => (
  <ul class="offerings" role="list">
    {offerings.map((offering) => (
      <li>
        <h3>{formatDateRange(offering.startDate, offering.endDate, view.locale)}</h3>
        <Rows rows={rowsOf(offering, content, view)} />
      </li>
    ))}
  </ul>
);

function rowsOf(offering: Offering, content: CompleteContent, view: View): (Row | false | undefined)[] {
  const { m, locale } = view;
  const { pace, places, location, learningCentre, applyBy, application } = offering;
  return [
    { label: m.strip.language, value: labelsOf('language', [offering.language], locale) },
    { label: m.strip.form, value: labelsOf('mode', [offering.mode], locale) },
    pace !== undefined && { label: m.offering.pace, value: formatShare(pace, locale) },
    location && { label: m.offering.location, value: <Text of={location} view={view} /> },
    learningCentre !== undefined && { label: m.offering.learningCentre, value: <Written text={learningCentre} /> },
    places !== undefined && { label: m.offering.places, value: formatNumber(places, locale) },
    feeRow(offering, content, view),
    { label: m.offering.application, value: application === 'client' ? m.offering.client : m.offering.individual },
    applyBy !== undefined && { label: m.offering.applyBy, value: formatDate(applyBy, locale) },
  ];
}

/** The law decides that some forms are free for a person; where it does not and no fee is given, nothing is said. */
function feeRow({ fee, application }: Offering, { legalForm }: CompleteContent, { m, locale }: View): Row | undefined {
  if (fee && fee.amount > 0) return { label: m.offering.fee, value: formatMoney(fee.amount, fee.currency, locale) };
  const isFree = fee !== undefined || (!legalForms[legalForm].feeToPersons && application === 'individual');
  return isFree ? { label: m.offering.fee, value: m.offering.noFee } : undefined;
}

import type { FC } from 'hono/jsx';
import { ruleFor } from '../../../domain/catalogue/credits.ts';
import { categories } from '../../../domain/legal-form/categories.ts';
import type { LegalFormCode } from '../../../domain/legal-form/index.ts';
import type { Offering } from '../../../domain/catalogue/offering.ts';
import type { OfferingForm, Payer } from '../../../domain/catalogue/offering-form.ts';
import type { OfferingView } from '../../../services/catalogue/offerings.ts';
import { labelsOf } from '../text/codes.ts';
import { formName } from './form-name.ts';
import {
  capitalised,
  formatDate,
  formatDateRange,
  formatMoney,
  formatNumber,
  formatShare,
  listed,
} from '../text/formats.ts';
import { pageAt, type View } from '../../shell/view.ts';
import { type Row, Rows } from '../text/rows.tsx';
import { Outward, Text, Written } from '../text/text.tsx';

type Shown = Pick<OfferingView, 'offering' | 'state' | 'institution' | 'owner' | 'issuer'>;
type Props = Readonly<{ offerings: readonly Shown[]; view: View }>;

/** The dated runs, soonest first, each with the way to its own page. */
export const Offerings: FC<Props> = ({ offerings, view }) => (
  <ul class="offerings" role="list">
    {offerings.map((shown) => (
      <li>
        <h3>
          <a href={pageAt(view, `/institutions/${shown.institution.slug}/offerings/${shown.offering.id}`)}>
            {formatDateRange(shown.offering.startDate, shown.offering.endDate, view.locale)}
          </a>
        </h3>
        <OfferingRecord shown={shown} view={view} below="h4" />
      </li>
    ))}
  </ul>
);

/** A run that is open in several legal forms says of each what it costs and how to apply. */
export const OfferingRecord: FC<Readonly<{ shown: Shown; view: View; below: 'h3' | 'h4' }>> = (props) => {
  const { shown, view, below: Heading } = props;
  const { offering } = shown;
  return (
    <>
      <Rows rows={[...rowsOf(shown, view), ...onlyForm(offering, view)]} />
      {offering.forms.length > 1 &&
        offering.forms.map((form) => (
          <section class="stack">
            <Heading>{formName(form.form, view)}</Heading>
            <Rows rows={formRows(form, offering, view)} />
          </section>
        ))}
    </>
  );
};

export type MaybeRow = Row | false | undefined;

function rowsOf({ offering, state, ...parties }: Shown, view: View): MaybeRow[] {
  const { m, locale } = view;
  const { pace, places, location, learningCentre } = offering;
  return [
    { label: m.offering.state, value: m.offering.states[state] },
    ...partiesRows(parties, view),
    offering.cancelReason && { label: m.offering.cancelReason, value: <Text of={offering.cancelReason} view={view} /> },
    { label: m.strip.language, value: labelsOf('language', [offering.language], locale) },
    { label: m.strip.form, value: labelsOf('attendance', [offering.attendance], locale) },
    pace !== undefined && { label: m.offering.pace, value: formatShare(pace, locale) },
    location && { label: m.offering.location, value: <Text of={location} view={view} /> },
    learningCentre !== undefined && { label: m.offering.learningCentre, value: <Written text={learningCentre} /> },
    places !== undefined && { label: m.offering.places, value: formatNumber(places, locale) },
  ];
}

/** Where the course is another's: who gives it, and who awards it. */
function partiesRows({ institution, owner, issuer }: Omit<Shown, 'offering' | 'state'>, view: View): MaybeRow[] {
  if (institution.id === owner.id) return [];
  const { m } = view;
  const named = (one: OfferingView['owner']) => (
    <a href={pageAt(view, `/institutions/${one.slug}`)}>
      <Text of={one.name} view={view} />
    </a>
  );
  return [
    { label: m.offering.givenBy, value: named(institution) },
    { label: m.record.courseOf, value: named(owner) },
    {
      label: m.offering.awardedBy,
      value: <Text of={(issuer === owner.slug ? owner : institution).name} view={view} />,
    },
  ];
}

const onlyForm = (offering: Offering, view: View): MaybeRow[] =>
  offering.forms.length === 1 ? offering.forms.flatMap((form) => formRows(form, offering, view)) : [];

function formRows(form: OfferingForm, { startDate }: Offering, view: View): MaybeRow[] {
  return [
    { label: view.m.offering.audience, value: capitalised(namesOf(form.audience, view)) },
    categoryRow(form.form, startDate, view),
    feeRow(form, startDate, view),
    ...applicationRows(form, view),
  ];
}

/** How one comes to take part. */
export function applicationRows(form: OfferingForm, { m, locale }: View): MaybeRow[] {
  const { application, applyFrom, applyBy, applyAt, applicationCode, applicationTerm } = form;
  const code = [applicationCode, applicationTerm].filter((text) => text !== undefined).join(', ');
  return [
    { label: m.offering.application, value: application === 'client' ? m.offering.client : m.offering.individual },
    code !== '' && { label: m.offering.applicationCode, value: <Written text={code} /> },
    applyFrom !== undefined && { label: m.offering.applyFrom, value: formatDate(applyFrom, locale) },
    applyBy !== undefined && { label: m.offering.applyBy, value: formatDate(applyBy, locale) },
    applyAt !== undefined && { label: m.offering.applyAt, value: <Outward href={applyAt} /> },
  ];
}

/** Who takes part is a student of the law or a participant by agreement, and is asked what they think by that name. */
function categoryRow(form: LegalFormCode, startDate: string, { m, locale }: View): Row {
  const { learner, evaluation } = categories[ruleFor(form, startDate).learners.is];
  return {
    label: m.offering.takesPartAs,
    value: capitalised(m.offering.category(learner[locale], evaluation.words[locale])),
  };
}

const namesOf = (payers: readonly Payer[], { m }: View): string => listed(payers.map((payer) => m.audiences[payer]));

/** The law decides that some forms are free for a person; where it does not and no price is given, nothing is said. */
function feeRow({ form, price, application }: OfferingForm, startDate: string, view: View): MaybeRow {
  const { m, locale } = view;
  const label = m.offering.fee;
  if (price && price.amount > 0) {
    const amount = formatMoney(price.amount, price.currency, locale);
    return { label, value: price.payers.includes('everyone') ? amount : `${amount} (${namesOf(price.payers, view)})` };
  }
  const isFreeByLaw = ruleFor(form, startDate).fee.is.persons.length === 0 && application === 'individual';
  return (price !== undefined || isFreeByLaw) && { label, value: m.offering.noFee };
}

import type { Child, FC } from 'hono/jsx';
import type { LanguageMap } from '../../domain/language.ts';
import { labelFor } from '../../domain/language.ts';
import { capitalised, formatDate, formatNumber } from '../formats.ts';
import type { CodeListName } from '../../domain/code-lists.ts';
import { labelOf, labelsOf, nationalLevel } from '../codes.ts';
import { creditsOf, type Facts, legalFormOf } from '../facts.ts';
import type { FormWithoutCredits } from '../messages/messages.ts';
import type { View } from '../view.ts';
import { Outward, Prose, Text } from './text.tsx';

export type Row = Readonly<{ label: string; value: Child }>;
type Props = Readonly<{ facts: Facts; view: View }>;
/** The country of the institution, whose framework a level has a place in. */
type InCountry = Props & Readonly<{ country: string | undefined }>;

export const Rows: FC<Readonly<{ rows: readonly (Row | undefined | false | '')[] }>> = ({ rows }) => (
  <dl class="record">
    {rows.map(
      (row) =>
        row && (
          <div>
            <dt>{row.label}</dt>
            <dd>{row.value}</dd>
          </div>
        ),
    )}
  </dl>
);

/** An EQF level for those who do not know the framework. */
export const levelLike = (eqf: string, { m }: View): string =>
  Object.hasOwn(m.level.like, eqf) ? m.level.like[eqf as keyof typeof m.level.like] : `EQF ${eqf}`;

/** Every element of the EU standard that there is, one row each; what is absent has no row. */
export function recordRows({ facts, view, country }: InCountry): (Row | undefined)[] {
  const { m, locale } = view;
  const coded = (label: string, list: CodeListName, codes: readonly string[] | undefined): Row | undefined =>
    codes && codes.length > 0 ? { label, value: labelsOf(list, codes, locale) } : undefined;
  const written = (label: string, map: LanguageMap | undefined): Row | undefined =>
    map && { label, value: <Prose of={map} view={view} /> };
  return [
    ...levelRows({ facts, view, country }),
    workloadRow({ facts, view }),
    written(m.record.prerequisites, facts.prerequisites),
    coded(m.strip.form, 'mode', facts.modes),
    coded(m.record.activities, 'learningActivity', facts.activities),
    coded(m.record.languages, 'language', facts.languages),
    coded(m.record.assessment, 'assessment', facts.assessmentTypes),
    supervisionRow({ facts, view }),
    written(m.record.grading, facts.gradingScheme),
    qualityRow({ facts, view }),
    coded(m.record.field, 'iscedF', facts.fields),
    stackabilityRow({ facts, view }),
    legalFormRow({ facts, view }),
    bodiesRow({ facts, view }),
    written(m.record.furtherInformation, facts.furtherInformation),
    facts.homepage ? { label: m.record.homepage, value: <Outward href={facts.homepage} /> } : undefined,
  ];
}

function levelRows({ facts, view, country }: InCountry): (Row | undefined)[] {
  const { m, locale } = view;
  const { level, cycle, depthCode } = facts;
  return [
    level?.eqf !== undefined ? { label: m.record.level, value: levelLike(level.eqf, view) } : undefined,
    level?.notApplicable && {
      label: m.record.level,
      value: (
        <>
          <p>{m.strip.noLevel}</p>
          <Prose of={level.notApplicable} view={view} />
        </>
      ),
    },
    nationalLevelRow(level, country, view),
    cycle ? { label: m.record.cycle, value: capitalised(labelOf('cycle', cycle, locale)) } : undefined,
    // The labels of depth codes count in credits.
    depthCode && creditsOf(facts) !== undefined
      ? { label: m.record.depth, value: `${depthCode}. ${labelOf('depthCode', depthCode, locale)}` }
      : undefined,
  ];
}

/** As the document names it, otherwise as it follows from the EQF level. */
function nationalLevelRow(level: Facts['level'], country: string | undefined, { m, locale }: View): Row | undefined {
  const label = m.record.nationalLevel;
  if (level?.national) return { label, value: labelOf('nqf', level.national, locale) };
  const derived = level?.eqf === undefined ? undefined : nationalLevel(level.eqf, country);
  return derived ? { label, value: m.level.derived(labelOf('nqf', derived, locale)) } : undefined;
}

function workloadRow({ facts, view: { m, locale } }: Props): Row | undefined {
  const credits = creditsOf(facts);
  const amounts = [
    facts.hours !== undefined ? m.hoursValue(formatNumber(facts.hours, locale)) : '',
    credits !== undefined ? m.creditsValue(formatNumber(credits, locale)) : '',
  ].filter((amount) => amount !== '');
  return amounts.length > 0 ? { label: m.record.workload, value: amounts.join(', ') } : undefined;
}

function supervisionRow({ facts: { supervision }, view: { m, locale } }: Props): Row | undefined {
  if (!supervision) return undefined;
  const place =
    supervision.place === 'online'
      ? `, ${m.record.supervisionOnline}`
      : supervision.place === 'onsite'
        ? `, ${m.record.supervisionOnsite}`
        : '';
  return {
    label: m.record.supervision,
    value: `${supervision.type === undefined ? '' : capitalised(labelOf('supervision', supervision.type, locale))}${place}`,
  };
}

function qualityRow({ facts: { qualityAssurance = [] }, view }: Props): Row | undefined {
  if (qualityAssurance.length === 0) return undefined;
  const entries = qualityAssurance.map(({ type, body, reference }) => (
    <p>
      {capitalised(labelOf('qualityAssurance', type, view.locale))}
      {body && (
        <>
          : <Text of={body} view={view} />
        </>
      )}
      {reference && (
        <>
          {' '}
          (<Outward href={reference} />)
        </>
      )}
    </p>
  ));
  return { label: view.m.record.qualityAssurance, value: <>{entries}</> };
}

function stackabilityRow({ facts: { stackability }, view }: Props): Row | undefined {
  if (!stackability) return undefined;
  const { m } = view;
  const { kind, statement } = stackability;
  if (kind === 'stand-alone') {
    const value = statement ? <Prose of={statement} view={view} /> : m.record.standsAlone;
    return { label: m.record.canBePartOf, value };
  }
  const wholes = (stackability.of ?? []).map(({ title, url }) => (
    <p>
      <Outward href={url}>
        <Text of={title} view={view} />
      </Outward>
    </p>
  ));
  return {
    label: m.record.canBePartOf,
    value: (
      <>
        <Prose of={statement} view={view} />
        {wholes}
        <p class="quiet">{m.record.receiverDecides}</p>
      </>
    ),
  };
}

function legalFormRow({ facts, view: { m, locale } }: Props): Row | undefined {
  const form = legalFormOf(facts);
  if (!form) return facts.legalForm ? { label: m.record.legalForm, value: facts.legalForm } : undefined;
  const plain = form.credits === 'forbidden' ? m.formsWithoutCredits[facts.legalForm as FormWithoutCredits] : undefined;
  return { label: m.record.legalForm, value: plain ?? labelFor(form.label, locale) };
}

function bodiesRow({ facts: { awardingBodies = [] }, view }: Props): Row | undefined {
  if (awardingBodies.length === 0) return undefined;
  const bodies = awardingBodies.map(({ name, country, homepage }) => (
    <p>
      <Outward href={homepage}>
        <Text of={name} view={view} />
      </Outward>
      {country && `, ${labelOf('country', country, view.locale)}`}
    </p>
  ));
  return { label: view.m.record.awardedBy, value: <>{bodies}</> };
}

/** The beginning of validity, where it was still to come when the document was checked; later it is not news. */
export const validFromRow = ({ validFrom }: Facts, checkedAt: string, view: View): Row | undefined =>
  validFrom !== undefined && Date.parse(validFrom) > Date.parse(checkedAt)
    ? dateRow(view.m.record.validFrom, validFrom, view)
    : undefined;

/** Rows for a date, where there is one. */
export const dateRow = (label: string, date: string | undefined, { locale }: View): Row | undefined =>
  date ? { label, value: formatDate(date, locale) } : undefined;

import type { Child } from 'hono/jsx';
import type { LanguageMap } from '../../../domain/shared/language.ts';
import type { CodeListName } from '../../../domain/shared/code-lists.ts';
import { bodiesOf, type Facts, isDecidedTogether, legalFormsOf } from './facts.ts';
import { formName } from './form-name.ts';
import type { View } from '../../shell/view.ts';
import { creditsAmount, hoursAmount, isContradictory } from './amounts.ts';
import { Day } from '../text/days.tsx';
import { Coded, CodedList } from '../text/coded.tsx';
import { descriptionRows } from './description.tsx';
import { examinationRows } from './examination.tsx';
import { levelRows } from './level.tsx';
import { qualityRow } from './quality.tsx';
import type { Row } from '../text/rows.tsx';
import { gradingRow } from './scale.tsx';
import { Filled, Outward, Prose, Text, Written } from '../text/text.tsx';

type Props = Readonly<{ facts: Facts; view: View }>;
/**
 * The country of the institution, whose framework a level has a place in. `signer`: who signs what is given for it,
 * where no document says so yet.
 */
type InCountry = Props & Readonly<{ country: string | undefined; emblems?: string; signer?: LanguageMap }>;

/** Every element of the EU standard that there is, one row each; what is absent has no row. */
export function recordRows({ facts, view, country, emblems, signer }: InCountry): (Row | undefined)[] {
  const { m } = view;
  const coded = (label: string, list: CodeListName, codes: readonly string[] | undefined): Row | undefined =>
    codes && codes.length > 0
      ? { label, value: <CodedList list={list} codes={codes} view={view} initial /> }
      : undefined;
  const written = (label: string, map: LanguageMap | undefined): Row | undefined =>
    map && { label, value: <Prose of={map} view={view} /> };
  return [
    ...levelRows({ facts, view, country }),
    workloadRow({ facts, view }),
    written(m.record.prerequisites, facts.prerequisites),
    coded(m.strip.form, 'mode', facts.modes),
    coded(m.record.activities, 'learningActivity', facts.activities),
    coded(m.record.languages, 'language', facts.languages),
    ...examinationRows({ facts, view }),
    gradingRow({ facts, view }),
    qualityRow({ facts, view }),
    coded(m.record.field, 'iscedF', facts.fields),
    ...descriptionRows({ facts, view, emblems }),
    stackabilityRow({ facts, view }),
    legalFormRow({ facts, view }),
    awardedByRow({ facts, view, signer: facts.issuer?.name ?? signer }),
    bodiesRow(m.record.givenBy, facts.givenBy, view),
    bodiesRow(m.record.courseOf, facts.courseOf, view),
    written(m.record.furtherInformation, facts.furtherInformation),
    facts.homepage ? { label: m.record.homepage, value: <Outward href={facts.homepage} /> } : undefined,
  ];
}

function workloadRow({ facts, view }: Props): Row | undefined {
  const amounts = [hoursAmount(facts, view), creditsAmount(facts, view)].filter((amount) => amount !== undefined);
  if (amounts.length === 0) return undefined;
  // Credits alone are no workload: what they count may be something else.
  const label = amounts.length === 1 && amounts[0] ? amounts[0].label : view.m.record.workload;
  const note = isContradictory(facts) ? ` (${view.m.said.severalAmounts})` : '';
  return { label, value: `${amounts.map(({ value }) => value).join(', ')}${note}` };
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

function legalFormRow({ facts, view }: Props): Row | undefined {
  const label = view.m.record.legalForm;
  const [first, ...more] = legalFormsOf(facts).map((form) => formName(form, view));
  if (first === undefined) return facts.legalForm ? { label, value: <Written text={facts.legalForm} /> } : undefined;
  return { label, value: more.length === 0 ? first : [first, ...more].map((name) => <p>{name}</p>) };
}

/** Where a register knows the body and no homepage is told, its address there. */
const addressOf = ({ id, homepage }: Body): string | undefined =>
  homepage ?? (id?.startsWith('https:') ? id : undefined);
type Bodies = NonNullable<Facts['awardingBodies']>;
type Body = Bodies[number];

function awardedByRow({ facts, view, signer }: Props & Readonly<{ signer: LanguageMap | undefined }>): Row | undefined {
  const { m } = view;
  const awardingBodies = bodiesOf(facts);
  if (!isDecidedTogether(facts)) return bodiesRow(m.record.awardedBy, awardingBodies, view);
  const signs = signer && (
    <p>
      <Text of={signer} view={view} /> {m.record.signsForAll}
    </p>
  );
  return bodiesRow(m.record.awardedTogether, awardingBodies, view, signs);
}

function bodiesRow(label: string, named: Bodies = [], view: View, below?: Child): Row | undefined {
  if (named.length === 0) return undefined;
  const { m } = view;
  const bodies = named.map(({ name, country, decidedOn, ...body }) => (
    <p>
      <Outward href={addressOf({ name, ...body })}>
        <Text of={name} view={view} />
      </Outward>
      {country && (
        <>
          , <Coded list="country" code={country} view={view} />
        </>
      )}
      {decidedOn !== undefined && (
        <span class="quiet">
          , <Filled message={m.record.bodyDecided} with={<Day of={decidedOn} view={view} />} />
        </span>
      )}
    </p>
  ));
  return {
    label,
    value: (
      <>
        {bodies}
        {below}
      </>
    ),
  };
}

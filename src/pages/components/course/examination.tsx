import type { Child, FC } from 'hono/jsx';
import type { Claim } from '../../../domain/verification/verification.ts';
import type { View } from '../../shell/view.ts';
import { Coded, CodedList } from '../text/coded.tsx';
import { Day } from '../text/days.tsx';
import type { Row } from '../text/rows.tsx';
import { Filled, Identifier, Written } from '../text/text.tsx';
import type { Facts } from './facts.ts';

type Props = Readonly<{ facts: Facts; view: View }>;
export type Examination = NonNullable<Claim['examination']>;

/** How one is examined: what the course says of it and, of one person, what happened; both only where they differ. */
export const examinationRows = (props: Props): (Row | undefined)[] => [
  assessmentRow(props),
  supervisionRow(props),
  decidedInRow(props),
];

function assessmentRow({ facts: { assessmentTypes = [], examination }, view }: Props): Row | undefined {
  const label = view.m.record.assessment;
  const listed = (codes: readonly string[]) => <CodedList list="assessment" codes={codes} view={view} initial />;
  const promised = assessmentTypes.length === 0 ? undefined : listed(assessmentTypes);
  const form = examination?.form;
  const happened = form === undefined ? undefined : listed([form]);
  return rowOf(label, promised, happened, assessmentTypes.length === 1 && assessmentTypes[0] === form, view);
}

function supervisionRow({ facts: { supervision, examination }, view }: Props): Row | undefined {
  const promised = supervision && promisedParts(supervision, view);
  const happened = examination && happenedParts(examination, view);
  return rowOf(
    view.m.record.supervision,
    promised && promised.length > 0 ? parted(', ', promised) : undefined,
    happened && happened.length > 0 ? parted('. ', happened) : undefined,
    supervision !== undefined && examination !== undefined && isAsPromised(supervision, examination),
    view,
  );
}

/** A place that the course does not name may be any. */
function isAsPromised({ type, place }: NonNullable<Claim['supervision']>, examination: Examination): boolean {
  const was = examination.place === 'online' ? 'online' : 'onsite';
  return type === examination.supervision && (place === undefined || place === was);
}

function promisedParts({ type, place, identityChecked }: NonNullable<Claim['supervision']>, view: View): Child[] {
  const { m } = view;
  return [
    type !== undefined && <Coded list="supervision" code={type} view={view} initial />,
    place === 'online' && m.record.supervisionOnline,
    place === 'onsite' && m.record.supervisionOnsite,
    identityChecked !== undefined && (identityChecked ? m.said.identityChecked : m.said.identityNotChecked),
  ].filter((part) => part !== false);
}

/** As the course promises it, and a sentence on whose identity was checked how. */
function happenedParts({ supervision, place, identity }: Examination, view: View): Child[] {
  const how = [
    supervision !== undefined && <Coded list="supervision" code={supervision} view={view} initial />,
    place !== undefined && (
      <Coded list="examinationPlace" code={place} view={view} initial={supervision === undefined} />
    ),
  ].filter((part) => part !== false);
  return [how.length > 0 && parted(', ', how), identity !== undefined && <Identity of={identity} view={view} />].filter(
    (part) => part !== false,
  );
}

/** Who checked the identity, and how. */
export const Identity: FC<Readonly<{ of: NonNullable<Examination['identity']>; view: View }>> = ({ of, view }) => {
  const { examined } = view.m.said;
  const { how, checkedBy } = of;
  const means = how !== undefined && <Coded list="identityCheck" code={how} view={view} />;
  if (checkedBy === undefined) return means ? parted(': ', [examined.identity, means]) : <>{examined.identity}</>;
  return (
    <>
      <Filled message={examined.identityBy} with={<Coded list="identityChecker" code={checkedBy} view={view} />} />
      {means && <> ({means})</>}
    </>
  );
};

function decidedInRow({ facts: { decidedIn }, view }: Props): Row | undefined {
  if (!decidedIn) return undefined;
  const { examined } = view.m.said;
  const { system, id, attestedAt } = decidedIn;
  const value = parted(', ', [
    system !== undefined && <Written text={system} />,
    id !== undefined && <Identifier text={id} />,
    attestedAt !== undefined && <Filled message={examined.attested} with={<Day of={attestedAt} view={view} />} />,
  ]);
  return { label: examined.decidedIn, value };
}

function rowOf(
  label: string,
  promised: Child | undefined,
  happened: Child | undefined,
  isSame: boolean,
  { m }: View,
): Row | undefined {
  const only = isSame || promised === undefined ? happened : promised;
  if (only === undefined) return undefined;
  if (isSame || promised === undefined || happened === undefined) return { label, value: only };
  const { examined } = m.said;
  const lines = [
    [examined.promised, promised],
    [examined.happened, happened],
  ] as const;
  const value = lines.map(([of, said]) => (
    <p>
      <span class="quiet">{of}:</span> {said}
    </p>
  ));
  return { label, value: <>{value}</> };
}

/** What there is, one after another. */
export const parted = (separator: string, parts: readonly (Child | false)[]) => (
  <>
    {parts
      .filter((part) => part !== false)
      .map((part, at) => (
        <>
          {at > 0 && separator}
          {part}
        </>
      ))}
  </>
);

import type { Child, FC } from 'hono/jsx';
import type { Claim } from '../../../domain/verification/verification.ts';
import type { View } from '../../shell/view.ts';
import { Coded, CodedList } from '../text/coded.tsx';
import { Day } from '../text/days.tsx';
import type { Row } from '../text/rows.tsx';
import { Filled, Identifier, Written } from '../text/text.tsx';
import type { Facts } from './facts.ts';

type Props = Readonly<{ facts: Facts; view: View }>;
type Examination = NonNullable<Claim['examination']>;

/** How one is examined: what the course says of it and, of one person, what happened; both only where they differ. */
export const examinationRows = (props: Props): (Row | undefined)[] => [
  assessmentRow(props),
  supervisionRow(props),
  decidedInRow(props),
];

/** How this person was examined and which register decided, in two lines at most. */
export const Examined: FC<Props> = ({ facts, view }) => {
  const { examination } = facts;
  const rows = [
    examination && {
      label: view.m.record.assessment,
      value: parted('; ', [
        examination.form !== undefined && <Coded list="assessment" code={examination.form} view={view} />,
        ...happenedParts(examination, view),
      ]),
    },
    decidedInRow({ facts, view }),
  ];
  return (
    <>
      {rows.map(
        (row) =>
          row && (
            <p class="sheet-examined">
              {row.label}: {row.value}
            </p>
          ),
      )}
    </>
  );
};

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
  const happened = examination && happenedParts(examination, view, true);
  return rowOf(
    view.m.record.supervision,
    promised && promised.length > 0 ? parted(', ', promised) : undefined,
    happened && happened.length > 0 ? parted('; ', happened) : undefined,
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

function happenedParts({ supervision, place, identity }: Examination, view: View, initial = false): Child[] {
  return [
    supervision !== undefined && <Coded list="supervision" code={supervision} view={view} initial={initial} />,
    place !== undefined && <Coded list="examinationPlace" code={place} view={view} />,
    identity !== undefined && <Identity of={identity} view={view} />,
  ].filter((part) => part !== false);
}

const Identity: FC<Readonly<{ of: NonNullable<Examination['identity']>; view: View }>> = ({ of, view }) => {
  const { examined } = view.m.said;
  const { how, checkedBy } = of;
  return (
    <>
      {examined.identity}
      {how !== undefined && (
        <>
          : <Coded list="identityCheck" code={how} view={view} />
        </>
      )}
      {checkedBy !== undefined && (
        <>
          {' '}
          (<Filled message={examined.checkedBy} with={<Coded list="identityChecker" code={checkedBy} view={view} />} />)
        </>
      )}
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

/** Semicolons where a part may have a comma of its own. */
const parted = (separator: ', ' | '; ', parts: readonly (Child | false)[]): Child =>
  parts
    .filter((part) => part !== false)
    .map((part, at) => (
      <>
        {at > 0 && separator}
        {part}
      </>
    ));

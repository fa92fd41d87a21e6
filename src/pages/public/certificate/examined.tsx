import type { FC } from 'hono/jsx';
import type { Claim } from '../../../domain/verification/verification.ts';
import { type Examination, Identity, parted } from '../../components/course/examination.tsx';
import type { Facts } from '../../components/course/facts.ts';
import { Coded } from '../../components/text/coded.tsx';
import { Day } from '../../components/text/days.tsx';
import { Filled, Identifier, Written } from '../../components/text/text.tsx';
import type { View } from '../../shell/view.ts';

type Props = Readonly<{ facts: Facts; view: View }>;

/** How this person was examined and which register decided, in a sentence or two each. */
export const Examined: FC<Props> = ({ facts: { examination, decidedIn }, view }) => (
  <>
    {examination && (
      <p class="sheet-examined">
        {view.m.record.assessment}: <HowExamined of={examination} view={view} />
      </p>
    )}
    {decidedIn && (
      <p class="sheet-examined">
        <WhoDecided of={decidedIn} view={view} />
      </p>
    )}
  </>
);

const HowExamined: FC<Readonly<{ of: Examination; view: View }>> = ({ of, view }) => {
  const { form, place, supervision, identity } = of;
  const formAndPlace = parted(' ', [
    form !== undefined && <Coded list="assessment" code={form} view={view} />,
    place !== undefined && <Coded list="examinationPlace" code={place} view={view} />,
  ]);
  const parts = [
    (form ?? place) !== undefined && formAndPlace,
    supervision !== undefined && <Coded list="supervision" code={supervision} view={view} />,
  ];
  return (
    <>
      {parted('; ', parts)}
      {identity && parts.some((part) => part !== false) && '. '}
      {identity && <Identity of={identity} view={view} />}.
    </>
  );
};

/** The number of the result in that register is on the second page. */
const WhoDecided: FC<Readonly<{ of: NonNullable<Claim['decidedIn']>; view: View }>> = ({ of, view }) => {
  const { examined } = view.m.said;
  const { system, id, attestedAt } = of;
  return (
    <>
      {system === undefined ? (
        <>
          {examined.decidedIn}: <Identifier text={id ?? '–'} />
        </>
      ) : (
        <Filled message={examined.decidedBy} with={<Written text={system} />} />
      )}
      {attestedAt !== undefined && (
        <>
          , <Filled message={examined.attested} with={<Day of={attestedAt} view={view} />} />
        </>
      )}
      .
    </>
  );
};

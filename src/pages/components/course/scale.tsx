import type { FC } from 'hono/jsx';
import type { Facts } from './facts.ts';
import type { View } from '../../shell/view.ts';
import type { Row } from '../text/rows.tsx';
import { Prose, Written } from '../text/text.tsx';

type ScaleOf = NonNullable<Facts['gradeScale']>;
const ends = ['min', 'max', 'required'] as const;

/** The ends of a scale and what is required on it, as far as they are given. */
export const Scale: FC<Readonly<{ scale: ScaleOf; view: View }>> = ({ scale, view: { m } }) => (
  <>
    {ends
      .filter((end) => scale[end] !== undefined)
      .map((end, at) => (
        <>
          {at > 0 && ', '}
          {m.said.scale[end]} <Written text={scale[end] ?? ''} />
        </>
      ))}
  </>
);

export function gradingRow({ facts, view }: Readonly<{ facts: Facts; view: View }>): Row | undefined {
  const { gradingScheme, gradeScale } = facts;
  if (!gradingScheme && !gradeScale) return undefined;
  return {
    label: view.m.record.grading,
    value: (
      <>
        <Prose of={gradingScheme} view={view} />
        {gradeScale && (
          <p>
            <Scale scale={gradeScale} view={view} />
          </p>
        )}
      </>
    ),
  };
}

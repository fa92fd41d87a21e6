import type { FC } from 'hono/jsx';
import { formatWrittenDay, formatWrittenMoment } from './formats.ts';
import type { View } from '../../shell/view.ts';
import type { Row } from './rows.tsx';
import { Written } from './text.tsx';

type Props = Readonly<{ of: string; view: View; withTime?: boolean }>;

/** A day as the document gives it; what is no day stands as it was written. */
export const Day: FC<Props> = ({ of, view, withTime = false }) => {
  const shown = withTime ? formatWrittenMoment(of, view.locale) : formatWrittenDay(of, view.locale);
  return shown === undefined ? <Written text={of} /> : <>{shown}</>;
};

/** A row for a day, where there is one. */
export const dayRow = (label: string, day: string | undefined, view: View): Row | undefined =>
  day ? { label, value: <Day of={day} view={view} /> } : undefined;

export const momentRow = (label: string, moment: string | undefined, view: View): Row | undefined =>
  moment ? { label, value: <Day of={moment} view={view} withTime /> } : undefined;

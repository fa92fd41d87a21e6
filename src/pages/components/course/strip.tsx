import type { Child, FC } from 'hono/jsx';
import type { Facts } from './facts.ts';
import { viewInCountry, type View } from '../../shell/view.ts';
import { creditsAmount, hoursAmount } from './amounts.ts';
import { CodedList } from '../text/coded.tsx';
import { shortLevel } from './level.tsx';

type Props = Readonly<{ facts: Facts; view: View; country?: string | undefined }>;
type Cell = Readonly<{ name?: string; label: string; value: Child }>;

/** Level, credits, hours, language, form: what a micro-credential is recognised by, the same everywhere. */
export const Strip: FC<Props> = ({ facts, view: reader, country }) => {
  const view = viewInCountry(reader, country);
  const cells = cellsOf(facts, view);
  if (cells.length === 0) return <></>;
  return (
    <dl class="strip">
      {cells.map(({ name, label, value }) => (
        <div class={name}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

function cellsOf(facts: Facts, view: View): readonly Cell[] {
  const { m } = view;
  const { languages = [], modes = [] } = facts;
  const level = shortLevel(facts, view);
  const amounts = [creditsAmount(facts, view), hoursAmount(facts, view)].filter((amount) => amount !== undefined);
  return [
    ...(level === undefined ? [] : [{ name: 'strip-level', label: m.strip.level, value: level }]),
    ...amounts.map((amount) => ({ name: 'strip-amount', ...amount })),
    ...(languages.length === 0
      ? []
      : [{ label: m.strip.language, value: <CodedList list="language" codes={languages} view={view} initial /> }]),
    ...(modes.length === 0
      ? []
      : [{ label: m.strip.form, value: <CodedList list="mode" codes={modes} view={view} initial /> }]),
  ];
}

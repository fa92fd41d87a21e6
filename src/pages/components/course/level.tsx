import type { Child, FC } from 'hono/jsx';
import { knownLabelOf, nationalLevel } from '../text/codes.ts';
import { capitalised } from '../text/formats.ts';
import { creditUnitOf, type Facts } from './facts.ts';
import type { View } from '../../shell/view.ts';
import { Coded } from '../text/coded.tsx';
import type { Row } from '../text/rows.tsx';
import { Prose, Written } from '../text/text.tsx';

type Props = Readonly<{ facts: Facts; view: View; country: string | undefined }>;

const EqfName: FC<Readonly<{ eqf: string }>> = ({ eqf }) => (
  <>EQF {/^[1-8]$/.test(eqf) ? eqf : <Written text={eqf} />}</>
);

/** An EQF level for those who do not know the framework. */
export const LevelLike: FC<Readonly<{ eqf: string; view: View }>> = ({ eqf, view: { m } }) =>
  Object.hasOwn(m.level.like, eqf) ? <>{m.level.like[eqf as keyof typeof m.level.like]}</> : <EqfName eqf={eqf} />;

/** The level in the strip: one, several, or that the document does not say which. */
export function shortLevel({ level }: Facts, { m }: View): Child | undefined {
  if (level?.eqf !== undefined) return <EqfName eqf={level.eqf} />;
  if (level?.eqfSeveral)
    return level.eqfSeveral.map((eqf, at) => (
      <>
        {at > 0 && ', '}
        <EqfName eqf={eqf} />
      </>
    ));
  if (level?.eqfUnclear) return m.said.unclear;
  return level?.notApplicable ? m.strip.noLevel : undefined;
}

export function levelRows({ facts, view, country }: Props): (Row | undefined)[] {
  const { m } = view;
  const { level, cycle, depthCode } = facts;
  return [
    levelRow(level, view),
    nationalLevelRow(level, country, view),
    cycle ? { label: m.record.cycle, value: <Coded list="cycle" code={cycle} view={view} initial /> } : undefined,
    // The labels of depth codes count in credits.
    depthCode && creditUnitOf(facts) !== undefined
      ? {
          label: m.record.depth,
          value: (
            <>
              <Written text={depthCode} />. <Coded list="depthCode" code={depthCode} view={view} />
            </>
          ),
        }
      : undefined,
  ];
}

function levelRow(level: Facts['level'], view: View): Row | undefined {
  const { m } = view;
  const value = level && levelValue(level, view);
  return value ? { label: m.record.level, value } : undefined;
}

function levelValue(level: NonNullable<Facts['level']>, view: View): Child | undefined {
  const { m } = view;
  if (level.eqf !== undefined) return <LevelLike eqf={level.eqf} view={view} />;
  if (level.eqfSeveral)
    return (
      <>
        <p>{m.said.severalLevels}</p>
        {level.eqfSeveral.map((eqf) => (
          <p>
            <LevelLike eqf={eqf} view={view} />
          </p>
        ))}
      </>
    );
  if (level.eqfUnclear)
    return (
      <>
        <p>{m.said.unclearLevel}</p>
        {level.eqfUnclear.map((text) => (
          <p>
            <Written text={text} />
          </p>
        ))}
      </>
    );
  if (!level.notApplicable) return undefined;
  return (
    <>
      <p>{m.strip.noLevel}</p>
      <Prose of={level.notApplicable} view={view} />
    </>
  );
}

/** As the document names it, otherwise as it follows from the EQF level. */
function nationalLevelRow(level: Facts['level'], country: string | undefined, view: View): Row | undefined {
  const { m, locale } = view;
  const label = m.record.nationalLevel;
  if (level?.national) return { label, value: <Coded list="nqf" code={level.national} view={view} initial /> };
  const derived = level?.eqf === undefined ? undefined : nationalLevel(level.eqf, country);
  const name = derived && knownLabelOf('nqf', derived, locale);
  return name ? { label, value: m.level.derived(capitalised(name)) } : undefined;
}

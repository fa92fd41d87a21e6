import type { FC } from 'hono/jsx';
import { labelsOf } from '../codes.ts';
import { creditsOf, type Facts } from '../facts.ts';
import { formatNumber } from '../formats.ts';
import { viewInCountry, type View } from '../view.ts';

type Props = Readonly<{ facts: Facts; view: View; country?: string | undefined }>;

/** Level, credits, hours, language, form: what a micro-credential is recognised by, the same everywhere. */
export const Strip: FC<Props> = ({ facts, view: reader, country }) => {
  const view = viewInCountry(reader, country);
  const { m, locale } = view;
  const credits = creditsOf(facts);
  const cells = [
    {
      name: 'strip-amount',
      label: m.strip.credits,
      value: credits === undefined ? '' : m.creditsValue(formatNumber(credits, locale)),
    },
    {
      name: 'strip-amount',
      label: m.strip.hours,
      value: facts.hours === undefined ? '' : m.hoursValue(formatNumber(facts.hours, locale)),
    },
    { name: undefined, label: m.strip.language, value: labelsOf('language', facts.languages ?? [], locale) },
    { name: undefined, label: m.strip.form, value: labelsOf('mode', facts.modes ?? [], locale) },
  ].filter(({ value }) => value !== '');
  const level = levelText(facts, view);
  if (cells.length === 0 && !level) return <></>;
  return (
    <dl class="strip">
      {level && (
        <div class="strip-level">
          <dt>{m.strip.level}</dt>
          <dd>{level}</dd>
        </div>
      )}
      {cells.map(({ name, label, value }) => (
        <div class={name}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
};

function levelText({ level }: Facts, { m }: View): string | undefined {
  if (level?.eqf !== undefined) return `EQF ${level.eqf}`;
  return level?.notApplicable ? m.strip.noLevel : undefined;
}

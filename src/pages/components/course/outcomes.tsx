import type { FC } from 'hono/jsx';
import { textFor } from '../../../domain/shared/language.ts';
import type { Facts } from './facts.ts';
import { separatorOf } from '../text/formats.ts';
import type { View } from '../../shell/view.ts';
import { Outward, Text } from '../text/text.tsx';

type Props = Readonly<{ outcomes: Facts['learningOutcomes']; view: View; skills?: boolean }>;

/** What a person who passed knows and can do; the skills of public frameworks stand below each. */
export const Outcomes: FC<Props> = ({ outcomes = [], view, skills: withSkills = false }) => (
  <ol class="outcomes">
    {outcomes.map(({ text, skills = [] }) => (
      <li>
        <Text of={text} view={view} />
        {withSkills && skills.length > 0 && <Skills skills={skills} view={view} />}
      </li>
    ))}
  </ol>
);

type Skill = NonNullable<NonNullable<Props['outcomes']>[number]['skills']>[number];

const Skills: FC<Readonly<{ skills: readonly Skill[]; view: View }>> = ({ skills, view }) => {
  const separator = separatorOf(skills.map(({ iri, label }) => textFor(label, view.locale)?.text ?? iri));
  return (
    <p class="small quiet">
      {view.m.record.skills}:{' '}
      {skills.map(({ iri, label }, at) => (
        <>
          {at > 0 && separator}
          <Outward href={iri}>{label && <Text of={label} view={view} />}</Outward>
        </>
      ))}
    </p>
  );
};

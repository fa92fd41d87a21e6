import type { FC } from 'hono/jsx';
import type { Facts } from '../facts.ts';
import type { View } from '../view.ts';
import { Outward, Text } from './text.tsx';

type Props = Readonly<{ outcomes: Facts['learningOutcomes']; view: View; skills?: boolean }>;

/** What a person who passed knows and can do; the skills of public frameworks stand below each. */
export const Outcomes: FC<Props> = ({ outcomes = [], view, skills: withSkills = false }) => (
  <ol class="outcomes">
    {outcomes.map(({ text, skills = [] }) => (
      <li>
        <Text of={text} view={view} />
        {withSkills && skills.length > 0 && (
          <p class="small quiet">
            {view.m.record.skills}:{' '}
            {skills.map(({ iri, label }, at) => (
              <>
                {at > 0 && ', '}
                <Outward href={iri}>{label ? <Text of={label} view={view} /> : iri}</Outward>
              </>
            ))}
          </p>
        )}
      </li>
    ))}
  </ol>
);

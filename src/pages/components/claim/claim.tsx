import type { FC } from 'hono/jsx';
import type { Claim } from '../../../domain/verification/verification.ts';
import type { Facts } from '../course/facts.ts';
import type { View } from '../../shell/view.ts';
import { dayRow } from '../text/days.tsx';
import { Outcomes } from '../course/outcomes.tsx';
import { Holder, isHolderKnown } from './people.tsx';
import { recordRows } from '../course/record.tsx';
import { resultRows } from './results.tsx';
import type { Row } from '../text/rows.tsx';
import { Strip } from '../course/strip.tsx';
import { Identifier, Outward, Prose, Text, Written } from '../text/text.tsx';

type Props = Readonly<{ facts: Facts; view: View }>;
type Rowlike = Row | undefined | false;

/** What is said of one person and one achievement. */
export const claimRows = ({ facts, view, country }: Props & Readonly<{ country: string | undefined }>): Rowlike[] => {
  const { m } = view;
  return [
    isHolderKnown(facts) && { label: m.record.holder, value: <Holder facts={facts} view={view} withNote /> },
    ...resultRows({ facts, view }),
    dayRow(m.record.completedOn, facts.completedOn, view),
    ...recordRows({ facts, view, country }),
    criteriaRow(facts, view),
    describedByRow(facts.describedBy, view),
    alignmentsRow(facts.alignments, view),
    facts.syllabus !== undefined && {
      label: m.record.syllabus,
      value: isWeb(facts.syllabus) ? <Outward href={facts.syllabus} /> : <Written text={facts.syllabus} />,
    },
    identifiersRow(facts.identifiers, view),
    facts.achievement !== undefined && {
      label: m.record.permanentAddress,
      value: <Outward href={facts.achievement} />,
    },
  ];
};

const isWeb = (text: string): boolean => /^https?:\/\//i.test(text);

function criteriaRow({ criteria, criteriaUrl }: Facts, view: View): Rowlike {
  const { m } = view;
  if (criteriaUrl === undefined)
    return criteria && { label: m.said.criteria, value: <Prose of={criteria} view={view} /> };
  const value = (
    <>
      <Prose of={criteria} view={view} />
      <p>
        <Outward href={criteriaUrl} />
      </p>
    </>
  );
  return { label: m.said.criteria, value };
}

function describedByRow(describedBy: Claim['describedBy'] = [], view: View): Rowlike {
  if (describedBy.length === 0) return undefined;
  const value = describedBy.map(({ name, homepage }) => (
    <p>
      <Outward href={homepage}>
        <Text of={name} view={view} />
      </Outward>
    </p>
  ));
  return { label: view.m.said.describedBy, value: <>{value}</> };
}

function alignmentsRow(alignments: Claim['alignments'] = [], view: View): Rowlike {
  if (alignments.length === 0) return undefined;
  const value = alignments.map(({ text, url, framework, code }) => (
    <p>
      <Outward href={url}>
        <Text of={text} view={view} />
      </Outward>
      {[framework, code]
        .filter((part) => part !== undefined)
        .map((part) => (
          <span class="quiet">
            {' '}
            (<Written text={part} />)
          </span>
        ))}
    </p>
  ));
  return { label: view.m.said.alignments, value: <>{value}</> };
}

function identifiersRow(identifiers: Claim['identifiers'] = [], view: View): Rowlike {
  if (identifiers.length === 0) return undefined;
  const value = identifiers.map(({ value, type }) => (
    <p>
      <Identifier text={value} />
      {type !== undefined && (
        <span class="quiet">
          {' '}
          (<Written text={type} />)
        </span>
      )}
    </p>
  ));
  return { label: view.m.said.identifiers, value: <>{value}</> };
}

/** The strip, the description and the outcomes of one achievement; `below` is the level of its own heading. */
export const ClaimText: FC<Props & Readonly<{ below: 'h3' | 'h4' }>> = ({ facts, view, below: Heading }) => (
  <>
    <Strip facts={facts} view={view} />
    <Prose of={facts.description} view={view} />
    {facts.learningOutcomes && facts.learningOutcomes.length > 0 && (
      <>
        <Heading>{view.m.said.outcomes}</Heading>
        <Outcomes outcomes={facts.learningOutcomes} view={view} skills />
      </>
    )}
  </>
);

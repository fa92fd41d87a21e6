import type { Summary } from '../../../domain/verification/verification.ts';
import type { Facts } from '../course/facts.ts';
import type { View } from '../../shell/view.ts';
import { dayRow, momentRow } from '../text/days.tsx';
import { Issuer } from './people.tsx';
import type { Row } from '../text/rows.tsx';
import { Identifier, Outward, Prose, Text } from '../text/text.tsx';

type Props = Readonly<{ facts: Facts; view: View }>;
type Rowlike = Row | undefined | false;

/** What stands once in a document, however many it speaks of. */
export const documentRows = ({ facts, view }: Props): Rowlike[] => {
  const { m } = view;
  return [
    facts.certificateName && {
      label: m.record.document,
      value: <Text of={facts.certificateName} view={view} initial />,
    },
    facts.issuer && { label: m.record.issuer, value: <Issuer issuer={facts.issuer} view={view} withId /> },
    dayRow(m.record.awardedOn, facts.awardedOn, view),
    momentRow(m.record.validFrom, facts.validFrom, view),
    momentRow(m.record.validUntil, facts.validUntil, view),
  ];
};

/** What it says last: what it rests on, and what it is called by machines. */
export const idRows = ({ facts, view }: Props): Rowlike[] => {
  const { m } = view;
  return [
    evidenceRow(facts.evidence, view),
    facts.id !== undefined && { label: m.record.credential, value: <Identifier text={facts.id} /> },
  ];
};

function evidenceRow(evidence: Summary['evidence'] = [], view: View): Rowlike {
  if (evidence.length === 0) return undefined;
  const entries = evidence.map(({ name, description, url }) => (
    <>
      {(name ?? url) && (
        <p>
          <Outward href={url}>{name && <Text of={name} view={view} />}</Outward>
        </p>
      )}
      <Prose of={description} view={view} />
    </>
  ));
  return { label: view.m.said.evidence, value: <>{entries}</> };
}

import type { FC } from 'hono/jsx';
import { qualityBody } from '../../../generated/vocab.ts';
import type { Facts } from './facts.ts';
import type { View } from '../../shell/view.ts';
import { Coded } from '../text/coded.tsx';
import type { Row } from '../text/rows.tsx';
import { Outward, Prose, Text } from '../text/text.tsx';

type Entry = NonNullable<Facts['qualityAssurance']>[number];

/** How quality is assured, by whom, and in which words. */
export function qualityRow({
  facts: { qualityAssurance = [] },
  view,
}: Readonly<{ facts: Facts; view: View }>): Row | undefined {
  if (qualityAssurance.length === 0) return undefined;
  const value = (
    <>
      {qualityAssurance.map((entry) => (
        <Quality entry={entry} view={view} />
      ))}
    </>
  );
  return { label: view.m.record.qualityAssurance, value };
}

/** Where the register of quality bodies, or another that is public, shows it. */
const registerOf = (id: string | undefined): string | undefined =>
  qualityBody.find(({ iri }) => iri === id)?.register ?? id;

const Quality: FC<Readonly<{ entry: Entry; view: View }>> = ({
  entry: { type, body, bodyId, text, reference },
  view,
}) => (
  <>
    <p>
      <Coded list="qualityAssurance" code={type} view={view} initial />
      {body && (
        <>
          :{' '}
          <Outward href={registerOf(bodyId)}>
            <Text of={body} view={view} />
          </Outward>
        </>
      )}
      {reference && (
        <>
          {' '}
          (<Outward href={reference} />)
        </>
      )}
    </p>
    <Prose of={text} view={view} />
  </>
);

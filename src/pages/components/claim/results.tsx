import type { FC } from 'hono/jsx';
import type { Facts } from '../course/facts.ts';
import type { View } from '../../shell/view.ts';
import { Grade } from '../course/grade.tsx';
import type { Row } from '../text/rows.tsx';
import { Scale } from '../course/scale.tsx';
import { Text, Written } from '../text/text.tsx';

type Result = NonNullable<Facts['results']>[number];

/** The one grade, or every result beside its own description: none is chosen by its place. */
export function resultRows({ facts, view }: Readonly<{ facts: Facts; view: View }>): (Row | undefined)[] {
  const { m } = view;
  const { grade, results = [] } = facts;
  const list = results.map((result) => (
    <li>
      <OneResult result={result} view={view} />
    </li>
  ));
  return [
    grade === undefined ? undefined : { label: m.record.grade, value: <Grade value={grade} view={view} /> },
    results.length === 0 ? undefined : { label: m.said.results, value: <ul role="list">{list}</ul> },
  ];
}

const OneResult: FC<Readonly<{ result: Result; view: View }>> = ({ result, view }) => {
  const { value, status, description, scale } = result;
  return (
    <>
      {description && (
        <>
          <Text of={description} view={view} />:{' '}
        </>
      )}
      {value !== undefined && <Grade value={value} view={view} />}
      {value !== undefined && status !== undefined && ', '}
      {status !== undefined && <Status status={status} view={view} />}
      {scale && (
        <span class="quiet">
          {' '}
          (<Scale scale={scale} view={view} />)
        </span>
      )}
    </>
  );
};

const Status: FC<Readonly<{ status: string; view: View }>> = ({ status, view: { m } }) => {
  const words: Readonly<Record<string, string>> = m.said.resultStatuses;
  return Object.hasOwn(words, status) ? <>{words[status]}</> : <Written text={status} />;
};

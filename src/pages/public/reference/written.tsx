import type { FC } from 'hono/jsx';
import type { Example } from './contract.ts';

/** A text of the contract: what stands between backticks is code. */
export const Written: FC<Readonly<{ text: string | undefined }>> = ({ text = '' }) => (
  <>{text.split('`').map((part, at) => (at % 2 === 1 ? <code>{part}</code> : part))}</>
);

/** Folded, so that a reader finds the next operation; a search in the page of the browser opens it. */
export const ExampleText: FC<Readonly<{ of: string; example: Example | undefined }>> = ({ of, example }) => {
  if (!example) return <></>;
  return (
    <details class="example">
      <summary>
        Example of {of}
        {example.summary && <span class="quiet">: {example.summary}</span>}
      </summary>
      <pre tabindex={0}>
        <code>{JSON.stringify(example.value, null, 2)}</code>
      </pre>
    </details>
  );
};

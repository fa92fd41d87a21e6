import type { FC } from 'hono/jsx';
import { bodyOf, components } from './contract.ts';
import { ExampleText } from './written.tsx';

/** Every code with which the service says no; `http` has the table. */
export type Refusals = Readonly<Record<string, Readonly<{ status: number; title: string }>>>;

const statusesOf = (refusals: Refusals): readonly number[] =>
  [...new Set(Object.values(refusals).map(({ status }) => status))].sort((one, other) => one - other);

const exampleOf = (status: number) =>
  bodyOf(
    (components.responses[`Problem${status}`] ?? (status === 503 ? components.responses['Problem'] : undefined))
      ?.content,
  )?.example;

export const RefusalSections: FC<Readonly<{ refusals: Refusals }>> = ({ refusals }) => (
  <>
    {statusesOf(refusals).map((status) => (
      <section id={`status-${status}`}>
        <h3>{status}</h3>
        <dl class="record">
          {Object.entries(refusals)
            .filter(([, refusal]) => refusal.status === status)
            .map(([code, { title }]) => (
              <div id={`problem-${code}`}>
                <dt>
                  <code>{code}</code>
                </dt>
                <dd>{title}</dd>
              </div>
            ))}
        </dl>
        <ExampleText of={`a refusal ${status}`} example={exampleOf(status)} />
      </section>
    ))}
  </>
);

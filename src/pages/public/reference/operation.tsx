import type { FC } from 'hono/jsx';
import { type Answer, answerOf, bodyOf, imagesIn, type Operation } from './contract.ts';
import { needOf } from './roles.ts';
import { SchemaLink } from './schema.tsx';
import { ExampleText, Written } from './written.tsx';

export const OperationSection: FC<Operation> = ({ method, path, operation }) => {
  const { operationId, summary, description, parameters, requestBody, responses } = operation;
  const request = bodyOf(requestBody?.content);
  const images = imagesIn(requestBody?.content);
  const statuses = Object.keys(responses).filter((status) => status !== 'default');
  const refusals = statuses.filter((status) => responses[status]?.$ref && answerOf(responses[status]).content);
  const answers = statuses.filter((status) => !refusals.includes(status));
  return (
    <section id={operationId}>
      <h3>
        <code>
          {method} {path}
        </code>
      </h3>
      <p>
        <Written text={summary} />
      </p>
      {description !== undefined && (
        <p>
          <Written text={description} />
        </p>
      )}
      <dl class="record">
        <div>
          <dt>Needs</dt>
          <dd>{needOf(operationId)}</dd>
        </div>
        {parameters.map(({ name, in: place, description, required }) => (
          <div>
            <dt>
              <code>{name}</code> <span class="quiet">({required ? place : `${place}, optional`})</span>
            </dt>
            <dd>
              <Written text={description} />
            </dd>
          </div>
        ))}
        {request && (
          <div>
            <dt>Body</dt>
            <dd>
              <SchemaLink schema={request.schema} />
            </dd>
          </div>
        )}
        {images.length > 0 && (
          <div>
            <dt>Body</dt>
            <dd>{images.join(', ')}</dd>
          </div>
        )}
        {answers.map((status) => (
          <AnswerRow status={status} answer={responses[status] ?? {}} />
        ))}
        <Refusals statuses={refusals} />
      </dl>
      <ExampleText of="the body" example={request?.example} />
      {answers.map((status) => (
        <ExampleText of={`the answer ${status}`} example={bodyOf(answerOf(responses[status] ?? {}).content)?.example} />
      ))}
    </section>
  );
};

const AnswerRow: FC<Readonly<{ status: string; answer: Answer }>> = ({ status, answer }) => {
  const { content, description } = answerOf(answer);
  const body = bodyOf(content);
  return (
    <div>
      <dt>{status}</dt>
      <dd>
        {body ? (
          <SchemaLink schema={body.schema} />
        ) : (
          <Written text={[...imagesIn(content), description ?? status].join(', ')} />
        )}
      </dd>
    </div>
  );
};

const Refusals: FC<Readonly<{ statuses: readonly string[] }>> = ({ statuses }) => {
  if (statuses.length === 0) return <></>;
  return (
    <div>
      <dt>Refusals</dt>
      <dd>
        {statuses.map((status, at) => (
          <>
            {at > 0 && ', '}
            <a href={`#status-${status}`}>{status}</a>
          </>
        ))}
      </dd>
    </div>
  );
};

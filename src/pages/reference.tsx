import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { contract } from '../generated/contract.ts';
import { iconPath, stylePath } from '../generated/assets.ts';
import { respond } from './respond.ts';

type Json = Readonly<Record<string, any>>;
type Operation = Readonly<{ method: string; path: string; operation: Json }>;

const operationsOf = (tag: string): Operation[] =>
  Object.entries<Json>(contract['paths']).flatMap(([path, item]) =>
    Object.entries<Json>(item)
      .filter(([, operation]) => operation['tags'][0] === tag)
      .map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );

const schemaName = (schema: Json | undefined): string | undefined => schema?.['$ref']?.split('/').at(-1);

const SchemaLink: FC<Readonly<{ schema: Json | undefined }>> = ({ schema }) => {
  const name = schemaName(schema);
  return name === undefined ? <>{shapeOf(schema ?? {})}</> : <a href={`#${name}`}>{name}</a>;
};

/** A schema in a few words, for a table. */
function shapeOf(schema: Json): string {
  if (schema['enum']) {
    const values: readonly string[] = schema['enum'];
    return values.length > 12
      ? `one of ${values.length} codes: ${values.slice(0, 8).join(', ')} …`
      : `one of ${values.join(', ')}`;
  }
  if (schema['type'] === 'array') return `list of ${schemaName(schema['items']) ?? shapeOf(schema['items'] ?? {})}`;
  if (schema['oneOf']) return schema['oneOf'].map((one: Json) => one['title'] ?? shapeOf(one)).join(' or ');
  if (schema['type'] === 'object') return `{ ${Object.keys(schema['properties'] ?? {}).join(', ')} }`;
  return [schema['type'], schema['format']].filter(Boolean).join(', ');
}

const OperationSection: FC<Operation> = ({ method, path, operation }) => {
  const responses = Object.entries<Json>(operation['responses']).filter(([status]) => status !== 'default');
  const body = operation['requestBody']?.content['application/json'].schema;
  return (
    <section id={operation['operationId']}>
      <h3>
        <code>
          {method} {path}
        </code>
      </h3>
      <p>
        {operation['summary']} {operation['security'].length > 0 ? 'Needs a key.' : 'Open to all.'}
      </p>
      <dl class="record">
        {operation['parameters'].map((parameter: Json) => (
          <div>
            <dt>
              <code>{parameter['name']}</code> <span class="quiet">({parameter['in']})</span>
            </dt>
            <dd>{parameter['description']}</dd>
          </div>
        ))}
        {body && (
          <div>
            <dt>Body</dt>
            <dd>
              <SchemaLink schema={body} />
            </dd>
          </div>
        )}
        {responses.map(([status, response]) => (
          <div>
            <dt>{status}</dt>
            <dd>
              <ResponseText status={status} response={response} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

const ResponseText: FC<Readonly<{ status: string; response: Json }>> = ({ status, response }) => {
  const shared: Json | undefined = contract['components'].responses[response['$ref']?.split('/').at(-1) ?? ''];
  const schema = response['content']?.['application/json']?.schema;
  if (schema) return <SchemaLink schema={schema} />;
  return <>{(shared ?? response)['description'] ?? status}</>;
};

const SchemaSection: FC<Readonly<{ name: string; schema: Json }>> = ({ name, schema }) => {
  const required: readonly string[] = schema['required'] ?? [];
  return (
    <section id={name}>
      <h3>
        <code>{name}</code>
      </h3>
      {schema['description'] && <p>{schema['description']}</p>}
      {schema['properties'] && (
        <dl class="record">
          {Object.entries<Json>(schema['properties']).map(([member, part]) => (
            <div>
              <dt>
                <code>{member}</code> {required.includes(member) ? '' : <span class="quiet">(optional)</span>}
              </dt>
              <dd>
                <SchemaLink schema={part} /> {part['description'] ?? ''}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
};

/** The contract in readable form, rendered here: no script and nothing from elsewhere. */
const Reference: FC = () => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <title>API reference – mikromerit</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <link rel="stylesheet" href={stylePath} />
      <link rel="icon" href={iconPath} type="image/svg+xml" />
    </head>
    <body>
      <a class="skip" href="#content">
        Skip to the content
      </a>
      <main id="content" class="bounds reference" tabindex={-1}>
        <h1>API reference</h1>
        <p>{contract['info'].description}</p>
        <p>
          <a href="/openapi.json">The contract as OpenAPI 3.1 (JSON)</a>
        </p>
        <nav aria-label="Contents">
          <ul>
            {contract['tags'].map(({ name }: Json) => (
              <li>
                <a href={`#tag-${name}`}>{name}</a>
              </li>
            ))}
            <li>
              <a href="#schemas">Schemas</a>
            </li>
          </ul>
        </nav>
        {contract['tags'].map(({ name }: Json) => (
          <>
            <h2 id={`tag-${name}`}>{name}</h2>
            {operationsOf(name).map((one) => (
              <OperationSection {...one} />
            ))}
          </>
        ))}
        <h2 id="schemas">Schemas</h2>
        {Object.entries<Json>(contract['components'].schemas).map(([name, schema]) => (
          <SchemaSection name={name} schema={schema} />
        ))}
      </main>
    </body>
  </html>
);

export const referencePage = (c: Context): Response | Promise<Response> =>
  respond(c, <Reference />, { cache: 'public' });

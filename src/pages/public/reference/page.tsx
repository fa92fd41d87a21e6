import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { contract } from '../generated/contract.ts';
import { iconPath, stylePath } from '../generated/assets.ts';
import { Brand, textFont } from './layout.tsx';
import { respond } from './respond.ts';

type Schema = Readonly<{
  $ref?: string;
  title?: string;
  description?: string;
  type?: string;
  format?: string;
  enum?: readonly string[];
  items?: Schema;
  oneOf?: readonly Schema[];
  required?: readonly string[];
  properties?: Readonly<Record<string, Schema>>;
}>;
type Content = Readonly<Record<string, Readonly<{ schema: Schema }>>>;
type Answer = Readonly<{ $ref?: string; description?: string; content?: Content }>;
type OperationObject = Readonly<{
  operationId: string;
  tags: readonly string[];
  summary: string;
  security: readonly unknown[];
  parameters: readonly Readonly<{ name: string; in: string; description: string }>[];
  requestBody?: Readonly<{ content: Content }>;
  responses: Readonly<Record<string, Answer>>;
}>;
type Contract = Readonly<{
  info: Readonly<{ description: string }>;
  tags: readonly Readonly<{ name: string }>[];
  paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  components: Readonly<{ responses: Readonly<Record<string, Answer>>; schemas: Readonly<Record<string, Schema>> }>;
}>;
type Operation = Readonly<{ method: string; path: string; operation: OperationObject }>;

/** The generator wrote it, from files that the contract's lint and a test have been through. */
const { info, tags, paths, components } = contract as Contract;

const operationsOf = (tag: string): Operation[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([, operation]) => operation.tags[0] === tag)
      .map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );

const lastOf = (ref: string | undefined): string => ref?.split('/').at(-1) ?? '';
const schemaOf = (content: Content | undefined): Schema | undefined => content?.['application/json']?.schema;

const SchemaLink: FC<Readonly<{ schema: Schema }>> = ({ schema }) => {
  const name = lastOf(schema.$ref);
  if (name !== '') return <a href={`#${name}`}>{name}</a>;
  if (!schema.items?.$ref) return <>{shapeOf(schema)}</>;
  return (
    <>
      list of <SchemaLink schema={schema.items} />
    </>
  );
};

/** A text of the contract: what stands between backticks is code. */
const Written: FC<Readonly<{ text: string | undefined }>> = ({ text = '' }) => (
  <>{text.split('`').map((part, at) => (at % 2 === 1 ? <code>{part}</code> : part))}</>
);

const mostCodes = 12;

/** A schema in a few words, for a table. */
function shapeOf({ enum: codes, type, format, items, oneOf, properties }: Schema): string {
  if (codes && codes.length > mostCodes) return `one of ${codes.length} codes: ${codes.slice(0, 8).join(', ')} …`;
  if (codes) return `one of ${codes.join(', ')}`;
  if (type === 'array') return `list of ${lastOf(items?.$ref) || shapeOf(items ?? {})}`;
  if (oneOf) return oneOf.map((one) => one.title ?? shapeOf(one)).join(' or ');
  if (type === 'object') return properties ? `{ ${Object.keys(properties).join(', ')} }` : 'object';
  return [type, format].filter(Boolean).join(', ');
}

const OperationSection: FC<Operation> = ({ method, path, operation }) => {
  const responses = Object.entries(operation.responses).filter(([status]) => status !== 'default');
  const body = schemaOf(operation.requestBody?.content);
  return (
    <section id={operation.operationId}>
      <h3>
        <code>
          {method} {path}
        </code>
      </h3>
      <p>
        <Written text={operation.summary} /> {operation.security.length > 0 ? 'Needs a key.' : 'Open to all.'}
      </p>
      <dl class="record">
        {operation.parameters.map((parameter) => (
          <div>
            <dt>
              <code>{parameter.name}</code> <span class="quiet">({parameter.in})</span>
            </dt>
            <dd>
              <Written text={parameter.description} />
            </dd>
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

const ResponseText: FC<Readonly<{ status: string; response: Answer }>> = ({ status, response }) => {
  const { content, description } = components.responses[lastOf(response.$ref)] ?? response;
  const schema = schemaOf(content);
  return schema ? <SchemaLink schema={schema} /> : <Written text={description ?? status} />;
};

const SchemaSection: FC<Readonly<{ name: string; schema: Schema }>> = ({ name, schema }) => (
  <section id={name}>
    <h3>
      <code>{name}</code>
    </h3>
    {schema.description && (
      <p>
        <Written text={schema.description} />
      </p>
    )}
    {schema.properties && (
      <dl class="record">
        {Object.entries(schema.properties).map(([member, part]) => (
          <div>
            <dt>
              <code>{member}</code> {schema.required?.includes(member) ? '' : <span class="quiet">(optional)</span>}
            </dt>
            <dd>
              <SchemaLink schema={part} />
              {part.description && (
                <>
                  {' – '}
                  <Written text={part.description} />
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    )}
  </section>
);

/** The contract in readable form, rendered here: no script and nothing from elsewhere. */
const Reference: FC = () => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <title>API reference – mikromerit</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <link rel="preload" href={textFont} as="font" type="font/woff2" crossorigin="" />
      <link rel="stylesheet" href={stylePath} />
      <link rel="icon" href={iconPath} type="image/svg+xml" />
    </head>
    <body>
      <a class="skip" href="#content">
        Skip to the content
      </a>
      <header class="head">
        <div class="bounds">
          <Brand href="/" />
        </div>
      </header>
      <main id="content" class="bounds reference" tabindex={-1}>
        <h1>API reference</h1>
        <p>
          <Written text={info.description} />
        </p>
        <p>
          <a href="/openapi.json">The contract as OpenAPI 3.1 (JSON)</a>
        </p>
        <nav aria-label="Contents">
          <ul>
            {tags.map(({ name }) => (
              <li>
                <a href={`#tag-${name}`}>{name}</a>
              </li>
            ))}
            <li>
              <a href="#schemas">Schemas</a>
            </li>
          </ul>
        </nav>
        {tags.map(({ name }) => (
          <>
            <h2 id={`tag-${name}`}>{name}</h2>
            {operationsOf(name).map((one) => (
              <OperationSection {...one} />
            ))}
          </>
        ))}
        <h2 id="schemas">Schemas</h2>
        {Object.entries(components.schemas).map(([name, schema]) => (
          <SchemaSection name={name} schema={schema} />
        ))}
      </main>
    </body>
  </html>
);

export const referencePage = (c: Context): Response | Promise<Response> =>
  respond(c, <Reference />, { cache: 'public' });

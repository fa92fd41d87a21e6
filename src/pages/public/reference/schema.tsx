import type { FC } from 'hono/jsx';
import { lastOf, type Schema } from './contract.ts';
import { Written } from './written.tsx';

const refOf = (schema: Schema): string => lastOf(schema.$ref);

/** Name and place of what a value must be; a list says of what. */
export const SchemaLink: FC<Readonly<{ schema: Schema; isMany?: boolean }>> = ({ schema, isMany = false }) => {
  const name = refOf(schema);
  const list = schema['x-vocabulary'];
  if (name !== '') return <a href={`#${name}`}>{name}</a>;
  if (list) {
    return (
      <>
        {isMany ? 'codes' : 'a code'} of <a href={`#codes-${list}`}>{list}</a>
      </>
    );
  }
  if (schema.type !== 'array' || !schema.items) return <>{shapeOf(schema)}</>;
  return (
    <>
      list of <SchemaLink schema={schema.items} isMany />
    </>
  );
};

/** A schema without a name in a few words. */
function shapeOf({ enum: codes, const: only, type, format, oneOf, additionalProperties }: Schema): string {
  if (codes) return `one of ${codes.join(', ')}`;
  if (only !== undefined) return JSON.stringify(only);
  if (oneOf) return oneOf.map((one) => one.title ?? shapeOf(one)).join(' or ');
  if (typeof additionalProperties === 'object') return `object of ${shapeOf(additionalProperties)} by name`;
  return [type ?? 'any', format].filter(Boolean).join(', ');
}

type Member = Readonly<{ path: string; schema: Schema; isOptional: boolean }>;

/** Every member of a schema, and of the unnamed objects within it, by its path: `workload.hours`, `grades[].value`. */
function membersOf({ properties = {}, required = [] }: Schema, before = ''): Member[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const path = `${before}${name}`;
    const inside = schema.items ? membersOf(schema.items, `${path}[].`) : membersOf(schema, `${path}.`);
    return [{ path, schema, isOptional: !required.includes(name) }, ...inside];
  });
}

/** Those of the schema itself and of what it adds to others. */
export const allMembersOf = (schema: Schema): Member[] =>
  [schema, ...(schema.allOf ?? [])].flatMap((part) => membersOf(part));

const MemberRow: FC<Member> = ({ path, schema, isOptional }) => (
  <div>
    <dt>
      <code>{path}</code> {isOptional ? <span class="quiet">(optional)</span> : ''}
    </dt>
    <dd>
      <SchemaLink schema={schema} />
      {schema.description && (
        <>
          {' – '}
          <Written text={schema.description} />
        </>
      )}
    </dd>
  </div>
);

export const SchemaSection: FC<Readonly<{ name: string; schema: Schema }>> = ({ name, schema }) => {
  const members = allMembersOf(schema);
  const bases = (schema.allOf ?? []).filter((part) => part.$ref);
  return (
    <section id={name}>
      <h3>
        <code>{name}</code>
      </h3>
      {schema.description && (
        <p>
          <Written text={schema.description} />
        </p>
      )}
      {bases.map((base) => (
        <p>
          What <SchemaLink schema={base} /> has, and:
        </p>
      ))}
      {members.length > 0 && (
        <dl class="record">
          {members.map((member) => (
            <MemberRow {...member} />
          ))}
        </dl>
      )}
    </section>
  );
};

import { codeId, codeLists } from '../code-lists.tsx';
import { components, operations } from '../contract.ts';
import type { Refusals } from '../refusals.tsx';
import { needOf } from '../roles.ts';
import { allMembersOf } from '../schema.tsx';
import type { Entry } from './search.ts';

const textOf = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' ');

/** Everything that can be found on the page, in its order. */
export const entriesOf = (refusals: Refusals): readonly Entry[] => [
  ...operations.map(({ method, path, operation: { operationId, summary } }) => ({
    id: operationId,
    kind: 'Operation',
    name: `${method} ${path}`,
    text: textOf(summary, needOf(operationId), operationId),
  })),
  ...Object.entries(refusals).map(([code, { status, title }]) => ({
    id: `problem-${code}`,
    kind: 'Refusal',
    name: code,
    text: `${status}: ${title}`,
  })),
  ...codeLists.map(({ name, title }) => ({ id: `codes-${name}`, kind: 'Code list', name, text: title })),
  ...codeLists.flatMap(({ name, concepts }) =>
    concepts.map(({ code, label }) => ({
      id: codeId(name, code),
      kind: `Code of ${name}`,
      name: code,
      text: [...new Set(Object.values(label))].join(' · '),
    })),
  ),
  ...Object.entries(components.schemas).map(([name, schema]) => ({
    id: name,
    kind: 'Schema',
    name,
    text: textOf(
      schema.description,
      allMembersOf(schema)
        .map(({ path }) => path)
        .join(', '),
    ),
  })),
];

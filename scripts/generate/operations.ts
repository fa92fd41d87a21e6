import { operationsOf } from './contract.ts';
import type { Json, Write } from './files.ts';

/** A body that is a document as it is, beside JSON of our own. */
const isDocument = (type: string): boolean => type !== 'application/json' && !type.startsWith('image/');

/** What the router needs of each operation. */
export async function writeOperations(write: Write, contract: Json): Promise<void> {
  const table = Object.fromEntries(
    operationsOf(contract).map(
      ({ operationId, method, path, security, parameters, requestBody, 'x-permissions': permissions }) => [
        operationId,
        {
          method,
          path: path.replaceAll(/\{(\w+)\}/g, ':$1'),
          audience: security.length > 0 ? 'staff' : 'public',
          permissions: permissions ?? [],
          hasBody: requestBody?.content['application/json'] !== undefined,
          images: Object.keys(requestBody?.content ?? {}).filter((type) => type.startsWith('image/')),
          documents: Object.keys(requestBody?.content ?? {}).filter(isDocument),
          query: parameters.filter((p: Json) => p['in'] === 'query').map((p: Json) => p['name']),
          headers: parameters.filter((p: Json) => p['in'] === 'header').map((p: Json) => p['name']),
        },
      ],
    ),
  );
  await write('operations.ts', `export const operationTable = ${JSON.stringify(table, null, 2)} as const;\n`);
}

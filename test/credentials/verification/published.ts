import type { JsonObject } from '../../../src/services/ports/index.ts';

export const catalogueOf = async (
  verify: (document: JsonObject) => Promise<{ checks: readonly object[] }>,
  doc: JsonObject,
) => (await verify(doc)).checks.find((check) => 'name' in check && check.name === 'catalogue');

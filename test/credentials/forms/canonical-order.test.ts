import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDocumentLoader } from '../../../src/credentials/contexts/document-loader.ts';
import { canonical } from '../../../src/credentials/proofs/data-integrity.ts';
import type { CompleteContent } from '../../../src/domain/catalogue/microcredential.ts';
import { content } from '../arbitrary.ts';
import { addresses, factsOf, versionOf, writer } from '../fixture.ts';
import { completeContent, hoursOnlyContent, unevenContent } from '../../samples/content.ts';

const loader = createDocumentLoader(addresses);
const institutions = `<${new URL(addresses.institution('x')).origin}/institutions/`;
const records = `<${new URL(addresses.award('x')).origin}/records/`;

/** The canonical text of two awards of one version that have nothing in common but it, as statements. */
async function twoAwards(of: CompleteContent) {
  const version = await versionOf(of);
  const first = factsOf(version);
  const second = factsOf(version, {
    award: {
      ...first.award,
      id: '00000000-award',
      nameAsAwarded: 'Aino Äyräs',
      grade: 'G',
      completedOn: '2027-02-02',
      awardedOn: '2027-02-03',
    },
    status: { listId: 'list-2', listNumber: 2, index: 17 },
    validFrom: new Date('2027-02-03T10:00:00Z'),
  });
  const statementsOf = async (facts: typeof first) => (await canonical(writer.compose(facts), loader)).split('\n');
  return [await statementsOf(first), await statementsOf(second)] as const;
}

/** What stands before the first statement on a record can be hashed once for all awards of a version. */
async function expectOneBeginning(of: CompleteContent) {
  const [one, other] = await twoAwards(of);
  const begin = one.findIndex((statement) => statement.startsWith(records));
  expect(begin).toBeGreaterThan(0);
  expect(other.findIndex((statement) => statement.startsWith(records))).toBe(begin);
  expect(one.slice(0, begin)).toEqual(other.slice(0, begin));
  expect(one.slice(begin).filter((statement) => statement.startsWith(institutions))).toEqual([]);
  // Whatever differs is said of the record and its parts, and of nothing else.
  const ofOthers = (statements: readonly string[]) => statements.filter((one) => !one.startsWith(records));
  expect(ofOthers(one)).toEqual(ofOthers(other));
  expect(ofOthers(one).filter((statement) => statement.includes(records))).toEqual([]);
}

test.each([
  ['complete', completeContent],
  ['uneven', unevenContent],
  ['without credits', hoursOnlyContent],
])('all awards of a version begin alike, as far as its institution is spoken of: %s', async (_, of) => {
  await expectOneBeginning(of);
});

test('whatever the version says', async () => {
  await fc.assert(fc.asyncProperty(content, expectOneBeginning), { numRuns: 20 });
});

import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createFixture } from '../fixture.ts';
import { hoursOnlyContent, unevenContent } from '../../samples/content.ts';

test.each([
  ['unevenContent', unevenContent],
  ['without credits', hoursOnlyContent],
])('what is signed verifies: %s', async (name, content) => {
  const { credential, verify } = await createFixture(content);
  if (process.env['SAMPLE'] && content === unevenContent)
    writeFileSync(process.env['SAMPLE'], JSON.stringify(credential, null, 2));
  const report = await verify(credential);
  expect(report.checks).toEqual(
    ['format', 'issuer', 'proof', 'period', 'status', 'catalogue'].map((check) =>
      expect.objectContaining({ name: check, outcome: 'passed' }),
    ),
  );
  expect(report.verdict, name).toBe('valid');
});

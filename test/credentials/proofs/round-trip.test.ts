import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createWorld, fullest, creditless } from '../world.ts';

test.each([
  ['fullest', fullest],
  ['without credits', creditless],
])('what is signed verifies: %s', async (name, content) => {
  const { credential, verify } = await createWorld(content);
  if (process.env['SAMPLE'] && content === fullest)
    writeFileSync(process.env['SAMPLE'], JSON.stringify(credential, null, 2));
  const report = await verify(credential);
  expect(report.checks).toEqual(
    ['format', 'issuer', 'proof', 'period', 'status', 'catalogue'].map((check) =>
      expect.objectContaining({ name: check, outcome: 'passed' }),
    ),
  );
  expect(report.verdict, name).toBe('valid');
});

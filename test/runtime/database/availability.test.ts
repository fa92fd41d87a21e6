import { expect, test } from 'vitest';
import { createAvailability } from '../../../src/runtime/database/availability.ts';

function recorded() {
  const said: unknown[] = [];
  const availability = createAvailability((level, message, facts) => said.push([level, message, facts]));
  return { said, ...availability };
}

test('the log hears once that the database is away, and once that it is back', () => {
  const { said, lost, found } = recorded();
  found();
  for (const code of ['57P01', 'ECONNREFUSED', 'ECONNREFUSED']) lost(Object.assign(new Error('at 10.0.0.1'), { code }));
  for (const _ of [1, 2]) found();
  lost(new Error('Connection terminated unexpectedly'));
  expect(said).toEqual([
    ['error', 'the database does not answer', { code: '57P01' }],
    ['info', 'the database answers again', undefined],
    ['error', 'the database does not answer', {}],
  ]);
});

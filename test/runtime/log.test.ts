import { afterEach, expect, test, vi } from 'vitest';
import { DomainError } from '../../src/domain/shared/errors.ts';
import { ConfigError } from '../../src/runtime/config.ts';
import { logFault } from '../../src/runtime/log.ts';
import { createStores } from '../../src/store/index.ts';
import { databases } from '../databases/databases.ts';
import type { Award } from '../../src/domain/award/award.ts';
import { createFixture, record } from '../store/fixture.ts';
import { recordOf } from '../store/records.ts';

afterEach(() => vi.restoreAllMocks());

function lineOf(error: unknown): Readonly<{ level: string; message: string; at: string }> {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  logFault(error);
  return JSON.parse(String(logged.mock.calls[0]?.[0]));
}
const thrownBy = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};
const sent = 'Hemliga Hemming';

test.each([
  ['JSON that cannot be read', thrownBy(() => JSON.parse(`${sent} {`)), 'SyntaxError'],
  ['an address that is none', thrownBy(() => new URL(sent)), 'system error ERR_INVALID_URL'],
  ['a connection that broke', Object.assign(new Error(sent), { code: 'ECONNRESET' }), 'system error ECONNRESET'],
  ['a library', Object.assign(new Error(sent), { name: 'jsonld.SyntaxError' }), 'jsonld.SyntaxError'],
  ['no error at all', sent, 'something that is no error was thrown'],
  ['ourselves', new Error('version 3 is missing'), 'version 3 is missing'],
  ['the configuration', new ConfigError(['PORT: is no number.']), expect.stringContaining('PORT: is no number.')],
  ['a refusal at the start', new DomainError('service-misconfigured', 'The key is another.'), 'The key is another.'],
])('a fault of %s is logged without what was sent', (_, error, message) => {
  const line = lineOf(error);
  expect(line).toMatchObject({ level: 'error', message });
  expect(JSON.stringify(line)).not.toContain(sent);
});

test.each(databases)('a fault of %s is logged as its code alone, whatever it quotes', async (_, fresh) => {
  const { db, close } = await fresh();
  const stores = createStores(db);
  const { learner, award, member } = await createFixture(stores, 'umu');
  const recorded = (change: Partial<Award>) =>
    recordOf({ ...award, id: 'x', decisionId: 'x', status: { ...award.status, index: 8 }, ...change }, member.id);
  const again = { ...learner, nameAsAwarded: sent, id: sent };
  const faults: readonly (() => Promise<unknown>)[] = [
    // A second of the same key, a check, a reference to nothing, a value that is none: each quotes what it was given.
    () => stores.learners.insert(again).then(() => stores.learners.insert(again)),
    () => record(stores, recorded({ completionId: 'x', nameAsAwarded: sent, grade: '' })),
    () => record(stores, recorded({ completionId: 'x', nameAsAwarded: sent, learnerId: sent })),
    () => stores.learners.insert({ ...learner, id: 'x', nameAsAwarded: sent, birthDate: sent }),
  ];
  for (const fault of faults) {
    const error: unknown = await fault().then(
      () => undefined,
      (reason: unknown) => reason,
    );
    const line = lineOf(error);
    expect(line.message).toMatch(/^database error [0-9A-Z]{5}$/);
    expect(JSON.stringify(line)).not.toContain(sent);
    vi.restoreAllMocks();
  }
  await close();
});

import { expect, test } from 'vitest';
import { openPostgres } from '../../../src/runtime/database/database.ts';
import { describeOnPostgres, freshPostgres } from '../../databases/databases.ts';

describeOnPostgres('what is closed', () => {
  test('keeps no connection that would hold a process up, though nothing was ever asked', async () => {
    const { url, drop } = await freshPostgres();
    const { pools, close } = await openPostgres(url);
    expect(pools?.reading.totalCount).toBe(1);
    await close();
    expect(pools).toMatchObject({ reading: { totalCount: 0 }, writing: { totalCount: 0 } });
    await drop();
  });
});

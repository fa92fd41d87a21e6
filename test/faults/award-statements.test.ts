import { expect, test } from 'vitest';
import { statementsOfAnAward } from '../../scripts/bench/award-statements.ts';
import { describeOnPostgres, freshPostgres } from '../databases/databases.ts';

describeOnPostgres('one POST …/awards', () => {
  test('sends PostgreSQL at most 15 statements in two transactions, and signs between them', async () => {
    const database = await freshPostgres();
    const sent = await statementsOfAnAward(database.url);
    await database.drop();
    expect(sent.length, sent.join('\n')).toBeLessThanOrEqual(15);
    const [begins, commits] = ['begin', 'commit'].map((text) => sent.filter((each) => each === text).length);
    expect([begins, commits]).toEqual([2, 2]);
    const first = sent.slice(sent.indexOf('begin'), sent.indexOf('commit'));
    expect(first.some((text) => text.includes('"signed_document"'))).toBe(true);
    expect(sent.slice(sent.indexOf('commit') + 1, -1).filter((text) => text === 'begin')).toHaveLength(1);
  });
});

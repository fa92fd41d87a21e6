import { expect, test } from 'vitest';
import { statementsOfABatch, statementsOfAnAward } from '../../scripts/bench/award-statements.ts';
import { describeOnPostgres, freshPostgres } from '../databases/databases.ts';

describeOnPostgres('one POST …/awards', () => {
  test('sends PostgreSQL at most 8 statements, in one transaction and one statement, and signs between them', async () => {
    const database = await freshPostgres();
    const sent = await statementsOfAnAward(database.url);
    await database.drop();
    expect(sent.length, sent.join('\n')).toBeLessThanOrEqual(8);
    expect([sent.indexOf('begin'), sent.lastIndexOf('begin')], 'one transaction').toEqual([2, 2]);
    const commit = sent.indexOf('commit');
    expect(sent.slice(commit), 'and what stores the signature, by itself').toHaveLength(2);
    expect(sent[commit - 1], 'what others wait for is locked last').toContain('from audit_chain where');
    expect(sent.slice(3, commit - 1).join()).not.toContain('audit_chain');
    expect(sent.at(-1)).toContain('from audit_chain where');
  });
});

describeOnPostgres('one POST …/awards/batch', () => {
  test('sends PostgreSQL at most one statement an award', async () => {
    const database = await freshPostgres();
    const sent = await statementsOfABatch(database.url, 60);
    await database.drop();
    expect(sent.length, sent.join('\n')).toBeLessThanOrEqual(60);
  }, 120_000);
});

import { describe, expect, test } from 'vitest';
import { issueGate } from '../../../src/domain/award/award.ts';
import { completeContent } from '../../samples/content.ts';

type Facts = Parameters<typeof issueGate>[0];
const usual: Facts = {
  learner: { nameAsAwarded: 'Lo', birthDate: '1990-05-05', identifiers: [] },
  completion: { grade: 'G', date: '2026-02-27', examinerId: 'p1' },
  content: completeContent,
  awardedOn: '2026-03-02',
  today: '2026-03-02',
};
const faultsOf = (change: Partial<Facts>) => issueGate({ ...usual, ...change });
const pointersOf = (change: Partial<Facts>) => faultsOf(change).map(({ pointer }) => pointer);

describe('the issue gate', () => {
  test('has nothing to say where learner, date and grade are known', () => {
    expect(issueGate(usual)).toEqual([]);
  });

  test.each([
    ['a learner without a name', { learner: { ...usual.learner, nameAsAwarded: ' ' } }, '#/learner/nameAsAwarded'],
    ['a name and nothing else', { learner: { nameAsAwarded: 'Lo', identifiers: [] } }, '#/learner'],
    ['a result of nobody at all', { completion: { grade: 'G', date: '2026-02-27' } }, '#/completion/examinerId'],
    ['a result of nobody', { completion: { ...usual.completion, examinerId: '' } }, '#/completion/examinerId'],
    ['a grade outside the scheme', { completion: { ...usual.completion, grade: 'A' } }, '#/completion/grade'],
    ['a grade that fails', { completion: { ...usual.completion, grade: 'U' } }, '#/completion/grade'],
    ['an award dated tomorrow', { awardedOn: '2026-03-03' }, '#/decision/date'],
    ['an award before the result', { awardedOn: '2026-02-26' }, '#/decision/date'],
  ])('stops %s, and says how to mend it', (_, change, pointer) => {
    expect(faultsOf(change)).toEqual([{ pointer, detail: expect.stringMatching(/^\p{Lu}.{15,}\.$/u) }]);
  });

  test.each([
    [false, /another\. Add a date of birth/],
    [true, /another\. Ask the institution that gave the course to add a date of birth/],
  ])('says who can mend it; given elsewhere: %j', (isHosted, says) => {
    const [fault] = faultsOf({ learner: { nameAsAwarded: 'Lo', identifiers: [] }, isHosted });
    expect(fault?.detail).toMatch(says);
  });

  test.each([
    { email: 'lo@example.org' },
    { birthDate: '1990-05-05' },
    { identifiers: [{ kind: 'student-number', value: '12' } as const] },
  ])('is content with any one more way to tell the person: %o', (more) => {
    expect(pointersOf({ learner: { nameAsAwarded: 'Lo', identifiers: [], ...more } })).toEqual([]);
  });

  test('is content with a register in place of an examiner', () => {
    const decidedIn = { system: 'Ladok', id: 'L1', attestedBy: 'Ada', attestedAt: new Date('2026-02-28') };
    expect(pointersOf({ completion: { grade: 'G', date: '2026-02-27', decidedIn } })).toEqual([]);
  });

  test('lets an award be made on the day of the result', () => {
    expect(pointersOf({ awardedOn: '2026-02-27' })).toEqual([]);
  });

  test('names everything at once', () => {
    expect(
      pointersOf({
        learner: { nameAsAwarded: '', identifiers: [] },
        completion: { grade: '', date: '2026-02-27', examinerId: '' },
        awardedOn: '2026-02-26',
      }),
    ).toEqual([
      '#/learner/nameAsAwarded',
      '#/learner',
      '#/completion/examinerId',
      '#/completion/grade',
      '#/decision/date',
    ]);
  });

  test('never says a name', () => {
    const name = 'Sentinella Nimetön';
    const faults = faultsOf({
      learner: { nameAsAwarded: name, identifiers: [] },
      completion: { grade: 'A', date: '2026-02-27', examinerId: '' },
    });
    expect(faults).toHaveLength(3);
    expect(JSON.stringify(faults)).not.toContain(name);
  });
});

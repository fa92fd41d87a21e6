import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cleanExamination,
  type Examination,
  examinationFaults,
  type IdentityCheck,
  sameExamination,
} from '../../../src/domain/enrolment/examination.ts';
import { codeLists } from '../../../src/domain/shared/code-lists.ts';

const usual = {
  place: 'examination-room',
  supervision: 'supervised-with-id',
  form: 'written-examination',
  identity: { how: 'photo-id', checkedBy: 'institution' },
} as const satisfies Examination;
const pointersOf = (change: Partial<Examination>) =>
  examinationFaults({ ...usual, ...change }).map(({ pointer }) => pointer.replace('#/examination/', ''));
const { identity: _, ...unchecked } = usual;

describe('an examination', () => {
  const byCentre = { how: 'photo-id', checkedBy: 'learning-centre', name: 'Lärcentrum Ån' } as const;
  const byEmployer = { how: 'known-to-examiner', checkedBy: 'employer' } as const;
  const bySelf = { how: 'e-identification', checkedBy: 'institution' } as const;
  const byService = { how: 'photo-id', checkedBy: 'proctoring-service' } as const;
  type Row = readonly [what: string, change: Partial<Examination>, pointers: readonly string[]];
  const rows: readonly Row[] = [
    ['in a room, with photo ID', {}, []],
    ['at a learning centre that checks', { place: 'learning-centre', identity: byCentre }, []],
    ['online with a proctoring service', { place: 'online', identity: byService }, []],
    [
      'online without supervision, with electronic identification',
      { place: 'online', supervision: 'unsupervised-with-id', identity: bySelf },
      [],
    ],
    ['at work, where the institution checks', { place: 'at-work', identity: bySelf }, []],
    [
      'unsupervised, with the identity checked on site',
      { supervision: 'unsupervised-with-id', identity: usual.identity },
      ['identity/how'],
    ],
    [
      'unsupervised, by a proctoring service',
      { place: 'online', supervision: 'unsupervised-with-id', identity: { ...byService, how: 'e-identification' } },
      ['identity/checkedBy'],
    ],
    ['supervised without a check, and checked', { supervision: 'supervised-without-id' }, ['identity']],
    [
      'unsupervised without a check, and checked by sight',
      { supervision: 'unsupervised-without-id' },
      ['identity', 'identity/how'],
    ],
    ['online, checked by a learning centre', { place: 'online', identity: byCentre }, ['identity/checkedBy']],
    ['in a room, checked by an employer', { identity: { ...byCentre, checkedBy: 'employer' } }, ['identity/checkedBy']],
    ['where the employer knows the person', { place: 'at-work', identity: byEmployer }, ['identity/checkedBy']],
    ['checked by an invisible body', { identity: { ...usual.identity, name: ' \u200b ' } }, ['identity/name']],
    ['checked by one that turns the text', { identity: { ...usual.identity, name: 'A\u202eB' } }, ['identity/name']],
  ];
  test.each(rows)('%s', (_what, change, pointers) => {
    expect(pointersOf(change)).toEqual(pointers);
  });

  test.each(codeLists.supervision.map(({ code }) => code))('by %s says of the identity what the code says', (code) => {
    const isChecked = code.endsWith('-with-id');
    expect(examinationFaults({ ...unchecked, supervision: code })).toHaveLength(isChecked ? 1 : 0);
    const { faults } = { faults: examinationFaults({ ...unchecked, supervision: code, identity: bySelf }) };
    expect(faults).toHaveLength(isChecked ? 0 : 1);
  });

  test('is kept with the name in one form', () => {
    const identity = { ...byCentre, name: ' La\u0308rcentrum ' };
    expect(cleanExamination({ ...usual, identity }).identity?.name).toBe('Lärcentrum');
    expect(cleanExamination(usual)).toEqual(usual);
    const { identity: _none, ...without } = usual;
    expect(cleanExamination(without)).toEqual(without);
  });
});

const codes = (list: 'examinationPlace' | 'supervision' | 'assessment' | 'identityCheck' | 'identityChecker') =>
  fc.constantFrom(...codeLists[list].map(({ code }) => code));
const anyIdentity = fc.record(
  { how: codes('identityCheck'), checkedBy: codes('identityChecker'), name: fc.constantFrom('A', 'B') },
  { requiredKeys: ['how', 'checkedBy'] },
) as fc.Arbitrary<IdentityCheck>;
const anyExamination = fc.record(
  {
    place: codes('examinationPlace'),
    supervision: codes('supervision'),
    form: codes('assessment'),
    identity: anyIdentity,
  },
  { requiredKeys: ['place', 'supervision', 'form'] },
) as fc.Arbitrary<Examination>;

test('whatever is said, one without fault is checked as its supervision says, and nobody looked where nobody was', () => {
  fc.assert(
    fc.property(anyExamination, (examination) => {
      const { supervision, identity } = examination;
      if (examinationFaults(examination).length > 0) return;
      expect(identity !== undefined).toBe(supervision.endsWith('-with-id'));
      if (supervision.startsWith('unsupervised'))
        expect(['photo-id', 'known-to-examiner']).not.toContain(identity?.how);
    }),
  );
});

test('two are the same where they say the same, and not where one says nothing', () => {
  fc.assert(
    fc.property(anyExamination, anyExamination, (one, other) => {
      expect(sameExamination(one, structuredClone(one))).toBe(true);
      expect(sameExamination(one, other)).toBe(JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other)));
      expect(sameExamination(one, undefined)).toBe(false);
      expect(sameExamination(undefined, one)).toBe(false);
    }),
  );
  expect(sameExamination(undefined, undefined)).toBe(true);
});

const inOrder = ({ place, supervision, form, identity }: Examination) => [
  place,
  supervision,
  form,
  identity?.how,
  identity?.checkedBy,
  identity?.name,
];

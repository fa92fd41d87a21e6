import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf, sourceFiles } from './imports.ts';

/** The folders of src/store that hold the tables of a subject, with its files of services/ports; page.ts is everybody's. */
const subjects: Readonly<Record<string, readonly string[]>> = {
  institution: ['institution.ts'],
  catalogue: ['catalogue.ts'],
  enrolment: ['enrolment.ts'],
  // The documents of an award and the keys that sign them are tables of the award.
  award: ['award.ts', 'award-run.ts', 'signed-document.ts', 'signing.ts'],
};
/** The rest of src/store knows no subject, but for the files that `exceptions` names. */
const shared: readonly string[] = ['connection', 'migrations'];

/** What a file may import beside what its folder may, with the reason. */
const exceptions: Readonly<Record<string, readonly string[]>> = {
  // One question for all that an award rests on: it joins the version, the result and the learner.
  'src/store/award/award-facts.ts': [
    'src/store/catalogue/version-table.ts',
    'src/store/enrolment/learner-table.ts',
    'src/store/enrolment/result-table.ts',
  ],
  // The type of the whole database is made of the types of its tables.
  'src/store/connection/tables.ts': Object.keys(subjects).map((subject) => `src/store/${subject}/`),
};

const folderOf = (path: string) => path.split('/')[2]!;
const isException = (file: string, target: string) =>
  exceptions[file]?.some((place) => (place.endsWith('/') ? target.startsWith(place) : target === place)) ?? false;

/** Whether it may be imported by the rule alone; what is neither of store nor a port is for the test of rooms. */
function mayImport(file: string, target: string): boolean {
  const folder = folderOf(file);
  if (target.startsWith('src/services/ports/'))
    return ['page.ts', ...(subjects[folder] ?? [])].includes(target.slice('src/services/ports/'.length));
  if (!target.startsWith('src/store/')) return true;
  const to = folderOf(target);
  return to === folder || to === 'connection' || (to === 'institution' && folder in subjects);
}

const offence = (file: string, target: string) =>
  mayImport(file, target) || isException(file, target) ? [] : [`${file} imports ${target}`];

describe('the subjects of src/store', () => {
  // index.ts makes one of all of them.
  const files = sourceFiles().filter((file) => /^src\/store\/.+\//.test(file));
  const imports = files.flatMap((file) =>
    importsOf(file)
      .filter(({ from }) => from?.startsWith('.'))
      .map(({ from }) => [file, posix.join(posix.dirname(file), from!)] as const),
  );

  test('import their own ports, connection/ and institution/', () => {
    expect(imports.flatMap(([file, target]) => offence(file, target))).toEqual([]);
  });

  test('are all listed', () => {
    const listed = [...Object.keys(subjects), ...shared];
    expect([...new Set(files.map(folderOf))].sort()).toEqual(listed.sort());
  });

  test('need each exception that there is', () => {
    const used = imports.filter(([file, target]) => !mayImport(file, target));
    const unused = Object.entries(exceptions).flatMap(([file, places]) =>
      places
        .filter((place) => !used.some(([from, target]) => from === file && target.startsWith(place)))
        .map((place) => `${file}: ${place}`),
    );
    expect(unused).toEqual([]);
  });

  test.each([
    ['src/store/enrolment/results.ts', 'src/store/catalogue/version-table.ts'],
    ['src/store/institution/staff.ts', 'src/store/award/awards.ts'],
    ['src/store/award/awards.ts', 'src/store/enrolment/learner-table.ts'],
    ['src/store/award/award-facts.ts', 'src/store/enrolment/learners.ts'],
    ['src/store/connection/cursors.ts', 'src/store/institution/staff-table.ts'],
    ['src/store/catalogue/versions.ts', 'src/services/ports/index.ts'],
    ['src/store/catalogue/versions.ts', 'src/services/ports/award.ts'],
    ['src/store/award/awards.ts', 'src/services/ports/enrolment.ts'],
    ['src/store/connection/cursors.ts', 'src/services/ports/catalogue.ts'],
  ])('%s may not import %s', (file, target) => {
    expect(offence(file, target)).toEqual([`${file} imports ${target}`]);
  });

  test.each([
    ['src/store/award/awards.ts', 'src/services/ports/page.ts'],
    ['src/store/award/awards.ts', 'src/services/ports/signing.ts'],
    ['src/store/award/award-recording.ts', 'src/store/institution/decision-table.ts'],
    ['src/store/catalogue/versions.ts', 'src/store/connection/columns.ts'],
    ['src/store/award/award-facts.ts', 'src/store/enrolment/learner-table.ts'],
  ])('%s may import %s', (file, target) => {
    expect(offence(file, target)).toEqual([]);
  });
});

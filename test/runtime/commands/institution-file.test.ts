import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { removableMembers } from '../../../src/domain/institution/change.ts';
import { DomainError } from '../../../src/domain/shared/errors.ts';
import { readChange, readInstitution, readUnit } from '../../../src/runtime/commands/institution-file.ts';

const institution = {
  slug: 'provsjo',
  name: { sv: 'Provsjö högskola' },
  country: 'SE',
  kind: 'public-authority',
  publicRecordsDuty: true,
  archiveDuty: false,
  defaultLocale: 'sv-SE',
  review: 'required',
};

function refusalOf(read: () => unknown): DomainError {
  try {
    read();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

/** Each fault as one line: where, and what to do about it. */
const told = ({ violations }: DomainError) => violations.map(({ pointer, detail }) => `${pointer} ${detail}`);
const without = (name: string) => Object.fromEntries(Object.entries(institution).filter(([member]) => member !== name));

const archiveClass = { code: '3.2', text: 'Resultat' };
const archived = { ...institution, archiveDuty: true };
const more = {
  archiveClasses: { result: archiveClass, award: { ...archiveClass, years: 50 } },
  courseCertificate: 'here',
  identifiers: [{ kind: 'ror', value: 'https://ror.org/0fja11s71' }],
  homepage: 'https://provsjo.example',
};

type Row = readonly [what: string, value: unknown, ...lines: readonly string[]];

const object = 'Write an object here: named members in { }.';
const slug = '1 to 60 of a–z, 0–9 and hyphens, with no hyphen first or last.';
const text = 'Write text here, in quotation marks.';
const answer = 'Write true or false here, without quotation marks.';
const visible = 'At least one character that can be seen, not only spaces.';
const code = '1 to 40 characters on one line, with no space first or last.';
const page = 'A web address that begins with http:// or https:// and has no spaces.';
const colour = 'A colour as # and six of 0–9 and a–f, such as #1d4e73.';
const orNull = 'Or null, which takes it away.';

describe('the file of an institution', () => {
  test.each([
    ['the least', institution],
    ['all there is', { ...institution, ...more, accent: '#1D4e73', units: [] }],
    ['one archive class', { ...archived, archiveClasses: { award: archiveClass } }],
    ['units', { ...institution, units: [{ code: 'T', name: { sv: 'Teknik' } }] }],
    ['a slug of sixty', { ...institution, slug: 'a'.repeat(60) }],
  ])('may be %s', (_, value) => {
    expect(readInstitution(value)).toBe(value);
  });

  test.each<Row>([
    ['a list', [], `# ${object}`],
    ['null', null, `# ${object}`],
    ['a text', 'provsjo', `# ${object}`],
    ['a capital in the slug', { ...institution, slug: 'Provsjo' }, `#/slug ${slug}`],
    ['a slug that is too long', { ...institution, slug: 'a'.repeat(61) }, '#/slug At most 60 characters.'],
    ['an empty slug', { ...institution, slug: '' }, `#/slug ${slug}`],
    ['a slug that ends in a hyphen', { ...institution, slug: 'a-' }, `#/slug ${slug}`],
    ['a slug that is a number', { ...institution, slug: 7 }, `#/slug ${text}`],
    ['a name that is a text', { ...institution, name: 'Provsjö' }, `#/name ${object}`],
    ['an empty name', { ...institution, name: {} }, '#/name At least 1 member.'],
    ['a name of spaces', { ...institution, name: { sv: ' ' } }, `#/name/sv ${visible}`],
    ['a name that is null', { ...institution, name: { sv: null } }, `#/name/sv ${text}`],
    [
      'a name in no language',
      { ...institution, name: { svenska: 'Provsjö' } },
      '#/name/svenska “svenska” is no language code known here (ISO 639, such as sv, fi, en).',
    ],
    [
      'another kind',
      { ...institution, kind: 'company' },
      '#/kind One of: public-authority, public-law-university, foundation, limited-company, municipality, other.',
    ],
    ['yes in words', { ...institution, archiveDuty: 'yes' }, `#/archiveDuty ${answer}`],
    ['no archive class', { ...archived, archiveClasses: {} }, '#/archiveClasses At least 1 member.'],
    ['archive classes in a list', { ...archived, archiveClasses: [archiveClass] }, `#/archiveClasses ${object}`],
    ['null for archive classes', { ...archived, archiveClasses: null }, `#/archiveClasses ${object}`],
    [
      'an archive class of something else',
      { ...archived, archiveClasses: { learner: archiveClass } },
      '#/archiveClasses/learner There is no such member here.',
    ],
    [
      'an archive class without its text',
      { ...archived, archiveClasses: { award: { code: '3' } } },
      '#/archiveClasses/award/text This member is missing.',
    ],
    [
      'an archive class with a code of spaces',
      { ...archived, archiveClasses: { award: { code: ' 3', text: 'T' } } },
      `#/archiveClasses/award/code ${code}`,
    ],
    [
      'an archive class with a text of spaces',
      { ...archived, archiveClasses: { award: { code: '3', text: ' ' } } },
      `#/archiveClasses/award/text ${visible}`,
    ],
    ...[0, -1, 501].map((years): Row => [
      `an archive class of ${years} years`,
      { ...archived, archiveClasses: { result: { ...archiveClass, years } } },
      years > 500 ? '#/archiveClasses/result/years At most 500.' : '#/archiveClasses/result/years At least 1.',
    ]),
    [
      'an archive class of a year and a half',
      { ...archived, archiveClasses: { result: { ...archiveClass, years: 1.5 } } },
      '#/archiveClasses/result/years Write a whole number here, without quotation marks.',
    ],
    [
      'an archive class for ever in words',
      { ...archived, archiveClasses: { result: { ...archiveClass, years: 'for ever' } } },
      '#/archiveClasses/result/years Write a whole number here, without quotation marks.',
    ],
    [
      'a language for a locale',
      { ...institution, defaultLocale: 'sv' },
      '#/defaultLocale One of: sv-SE, sv-FI, fi, en.',
    ],
    ['another policy', { ...institution, courseCertificate: 'both' }, '#/courseCertificate One of: register, here.'],
    [
      'an identifier by name',
      { ...institution, identifiers: { ror: 'x' } },
      '#/identifiers Write a list here, in [ ].',
    ],
    [
      'an identifier of a kind that is none',
      { ...institution, identifiers: [{ kind: 'isni', value: '1' }] },
      '#/identifiers/0/kind One of: organisation-number, y-tunnus, eidas, ror, pic, schac.',
    ],
    ['another review', { ...institution, review: 'sometimes' }, '#/review One of: required, waived.'],
    ['a page without http', { ...institution, homepage: 'provsjo.example' }, `#/homepage ${page}`],
    ['a page of script', { ...institution, homepage: 'javascript:alert(1)' }, `#/homepage ${page}`],
    ['null for a page', { ...institution, homepage: null }, `#/homepage ${text}`],
    ['a colour by name', { ...institution, accent: 'red' }, `#/accent ${colour}`],
    ['a short colour', { ...institution, accent: '#123' }, `#/accent ${colour}`],
    ['a colour and more', { ...institution, accent: '#112233;' }, `#/accent ${colour}`],
    ['a colour and a line', { ...institution, accent: '#112233\n' }, `#/accent ${colour}`],
    ['units by name', { ...institution, units: { T: 'Teknik' } }, '#/units Write a list here, in [ ].'],
    ['an unknown member', { ...institution, colour: 'red' }, '#/colour There is no such member here.'],
    ['a member of the record', { ...institution, id: 'x' }, '#/id There is no such member here.'],
    [
      'a prototype',
      JSON.parse(JSON.stringify(institution).replace('{', '{"__proto__":{},')),
      '#/__proto__ There is no such member here.',
    ],
    [
      'several faults at once',
      { ...without('kind'), units: [{ code: ' T', name: { sv: 'T' } }, { code: 'X' }] },
      '#/kind This member is missing.',
      `#/units/0/code ${code}`,
      '#/units/1/name This member is missing.',
    ],
  ])('is refused: %s', (_, value, ...lines) => {
    const refusal = refusalOf(() => readInstitution(value));
    expect(refusal.code).toBe('content-invalid');
    expect(told(refusal)).toEqual(lines);
  });

  test('with a country that is none names some that are', () => {
    const [line] = told(refusalOf(() => readInstitution({ ...institution, country: 'Sverige' })));
    expect(line).toMatch(/^#\/country One of: [A-Z]{2}, [A-Z]{2}, .+ in all/);
  });

  test.each(Object.keys(institution))('is refused without %s', (member) => {
    expect(told(refusalOf(() => readInstitution(without(member))))).toEqual([`#/${member} This member is missing.`]);
  });
});

const absent = { archiveClasses: null, courseCertificate: null, identifiers: null, homepage: null, accent: null };

describe('the file of a change', () => {
  test.each(Object.entries({ ...institution, ...absent, review: 'waived' }))('may name %s alone', (member, value) => {
    expect(readChange({ [member]: value })).toEqual({ [member]: value });
  });

  test.each<Row>([
    ['nothing', {}, '# At least 1 member.'],
    ['a list', [], `# ${object}`],
    ['units', { units: [] }, '#/units Units are changed by the commands unit add and unit rename.'],
    [
      'null for what it must have',
      { kind: null },
      '#/kind Write text here, in quotation marks.',
      '#/kind One of: public-authority, public-law-university, foundation, limited-company, municipality, other.',
    ],
    ['a name that is null', { name: null }, `#/name ${object}`],
    ['a page without http', { homepage: 'provsjo' }, `#/homepage ${page} ${orNull}`],
    ['no page', { homepage: '' }, `#/homepage ${page} ${orNull}`],
    ['a page that is a number', { homepage: 7 }, `#/homepage ${text} ${orNull}`],
    ['a colour by name', { accent: 'red' }, `#/accent ${colour} ${orNull}`],
    ['another slug', { slug: 'A' }, `#/slug ${slug}`],
    ['no archive class', { archiveClasses: {} }, `#/archiveClasses At least 1 member. ${orNull}`],
    ['an unknown member', { createdAt: 'now' }, '#/createdAt There is no such member here.'],
  ])('is refused: %s', (_, value, ...lines) => {
    const refusal = refusalOf(() => readChange(value));
    expect(refusal.code).toBe('content-invalid');
    expect(told(refusal)).toEqual(lines);
  });

  test('has what the file of an institution has, and null where that may lack a member', () => {
    const schema = (name: string) =>
      JSON.parse(readFileSync(join(import.meta.dirname, `../../../schemas/files/${name}.json`), 'utf8'));
    const [file, change] = [schema('InstitutionFile'), schema('InstitutionChange')];
    const members = Object.keys(file.properties).filter((name) => name !== 'units');
    const nullable = Object.entries<{ type?: unknown }>(change.properties)
      .filter(([, { type }]) => Array.isArray(type) && type.includes('null'))
      .map(([name]) => name);
    expect(Object.keys(change.properties)).toEqual(members);
    expect(nullable).toEqual(members.filter((name) => !file.required.includes(name)));
    expect(nullable).toEqual(removableMembers);
  });
});

describe('a unit', () => {
  test('has its name in each language, also one with =', () => {
    expect(readUnit('TEK', ['sv= Teknik ', 'en=A=B'])).toEqual({ code: 'TEK', name: { sv: 'Teknik', en: 'A=B' } });
  });

  test.for<readonly [code: string, texts: readonly string[], ...lines: string[]]>([
    ['', ['sv=T'], `#/code ${code}`],
    [' T', ['sv=T'], `#/code ${code}`],
    ['T\nU', ['sv=T'], `#/code ${code}`],
    ['T'.repeat(41), ['sv=T'], '#/code At most 40 characters.'],
    ['T', [], '#/name At least 1 member.'],
    ['T', ['sv='], `#/name/sv ${visible}`],
    ['T', ['sv= '], `#/name/sv ${visible}`],
    ['T', ['xx=T'], '#/name/xx “xx” is no language code known here (ISO 639, such as sv, fi, en).'],
  ])('is refused: %j %j', ([unitCode, texts, ...lines]) => {
    const refusal = refusalOf(() => readUnit(unitCode, texts));
    expect(refusal.code).toBe('malformed-request');
    expect(told(refusal)).toEqual(lines);
  });
});

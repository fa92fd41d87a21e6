import { beforeEach, describe, expect, test } from 'vitest';
import { createFixture, expectRefusal, expectRefusedUnchanged, type Place, type Fixture } from '../../setup/index.ts';
import { cellsOf, typing } from './cli.ts';

let fixture: Fixture;
let place: Place;
let type: ReturnType<typeof typing>;
beforeEach(async () => {
  fixture = await createFixture();
  place = fixture.provsjo;
  type = typing(fixture.services);
});

const events = () => fixture.ports.stores.audit.list(place.institution.id);
const lastEvent = async () => (await events()).at(-1);
const json = async (line: string) => JSON.parse((await type(line)).join('\n')) as Record<string, unknown>[];

describe('institutions', () => {
  test('are listed, and shown one by one', async () => {
    expect(cellsOf(await type('institution list')).map(([slug]) => slug)).toEqual(['koesaari', 'provsjo']);
    expect((await json('institution list --json')).map(({ slug }) => slug)).toEqual(['koesaari', 'provsjo']);
    const shown = (await type('institution show provsjo')).join('\n');
    expect(shown).toMatch(/^archiveDuty +true$/m);
    expect(shown).toMatch(/^did +did:web:credentials\.example:institutions:provsjo$/m);
  });

  test('change in what a file names, and keep the rest', async () => {
    await type('institution change provsjo FILE', {
      name: { sv: 'Provsjö universitet' },
      homepage: 'https://provsjo.example',
      accent: '#112233',
      review: 'waived',
    });
    expect(await fixture.services.institutions.bySlug('provsjo')).toEqual({
      ...place.institution,
      name: { sv: 'Provsjö universitet' },
      homepage: 'https://provsjo.example',
      accent: '#112233',
      review: 'waived',
    });
    expect(await lastEvent()).toMatchObject({
      action: 'institution-changed',
      subjects: [place.institution.id],
      detail: { members: 'accent homepage name review' },
    });
    await type('institution change provsjo FILE', { homepage: null, accent: null, archiveDuty: false });
    const { homepage, accent, archiveDuty } = await fixture.services.institutions.bySlug('provsjo');
    expect([homepage, accent, archiveDuty]).toEqual([undefined, undefined, false]);
  });

  test('change country and kind only before the first publication, and the slug never', async () => {
    const change = (file: unknown) => () => type('institution change provsjo FILE', file);
    await expectRefusedUnchanged(fixture, change({ slug: 'provsund' }), 'state-forbids');
    await change({ slug: 'provsjo', country: 'FI', kind: 'foundation' })();
    await change({ country: 'SE', kind: 'public-authority' })();
    await fixture.published(place);
    const refusal = await expectRefusedUnchanged(fixture, change({ country: 'FI' }), 'state-forbids');
    expect(refusal.message).toMatch(/country cannot change any more: published versions/);
    await expectRefusedUnchanged(fixture, change({ kind: 'foundation' }), 'state-forbids');
    await change({ country: 'SE', kind: 'public-authority', review: 'waived' })();
  });

  test.each([
    ['nothing', {}, '#'],
    ['no object', [], '#'],
    ['an unknown member', { colour: '#112233' }, '#/colour'],
    ['units', { units: [] }, '#/units'],
    ['an id', { id: 'other' }, '#/id'],
    ['an empty name', { name: {} }, '#/name'],
    ['a name without a letter', { name: { sv: ' ' } }, '#/name/sv'],
    ['no name', { name: null }, '#/name'],
    ['a colour that is none', { accent: 'red' }, '#/accent'],
    ['a page that is none', { homepage: 'provsjo' }, '#/homepage'],
    ['another review', { review: 'sometimes' }, '#/review'],
  ])('refuse a change of %s', async (_, file, pointer) => {
    await expectRefusedUnchanged(
      fixture,
      () => type('institution change provsjo FILE', file),
      'content-invalid',
      pointer,
    );
  });
});

describe('units', () => {
  test('are added, renamed and listed', async () => {
    await type(['unit', 'add', 'provsjo', 'TEK', 'sv=Teknik', 'en=Engineering = applied']);
    await type(['unit', 'rename', 'provsjo', 'TEK', 'sv=Tekniska enheten']);
    expect(await json('unit list provsjo --json')).toEqual([
      { code: 'TEK', name: { sv: 'Tekniska enheten', en: 'Engineering = applied' } },
      { code: 'VA', name: { sv: 'Vatten' } },
    ]);
    expect((await events()).slice(-2).map(({ action }) => action)).toEqual(['unit-added', 'unit-renamed']);
    expect(JSON.stringify(await events())).not.toMatch(/Teknik|Engineering/);
  });

  test.each([
    ['unit add provsjo VA sv=Vatten', 'already-exists'],
    ['unit add nowhere X sv=X', 'institution-not-found'],
    ['unit add provsjo X Vatten', 'malformed-request'],
    ['unit add provsjo X xx=Vatten', 'malformed-request'],
    ['unit add provsjo X sv=', 'malformed-request'],
    ['unit add provsjo X', 'malformed-request'],
    ['unit rename provsjo X sv=X', 'not-found'],
    ['unit list nowhere', 'institution-not-found'],
  ] as const)('refused: %s', async (line, code) => {
    await expectRefusedUnchanged(fixture, () => type(line), code);
  });
});

describe('staff', () => {
  const authenticate = () => fixture.services.access.authenticate(place.keys.editor);

  test('are listed with their roles, also who left', async () => {
    await type(`staff end provsjo ${place.actors.issuer.id}`);
    const rows = cellsOf(await type('staff list provsjo'));
    expect(rows).toContainEqual([place.actors.editor.id, 'editor of provsjo', 'editor']);
    expect(rows).toContainEqual([place.actors.examiner.id, 'examiner of provsjo', 'none']);
    expect(rows).toContainEqual([
      place.actors.issuer.id,
      'issuer of provsjo',
      'issuer',
      fixture.clock.now().toISOString(),
    ]);
    expect(await json('staff list provsjo --json')).toHaveLength(rows.length);
  });

  test('have other roles at once, with every key of theirs', async () => {
    await type(`staff change-roles provsjo ${place.actors.editor.id} issuer,reviewer,issuer`);
    expect((await authenticate()).roles).toEqual(['issuer', 'reviewer']);
    expect(await lastEvent()).toMatchObject({ action: 'staff-roles-changed', detail: { roles: 'issuer reviewer' } });
    await type(`staff change-roles provsjo ${place.actors.editor.id} none`);
    expect((await authenticate()).roles).toEqual([]);
  });

  test('are renamed, and no event says how', async () => {
    await type(['staff', 'rename', 'provsjo', place.actors.editor.id, ' Sentinella Zzyzx ']);
    expect((await type('staff list provsjo')).join('\n')).toMatch(/ {2}Sentinella Zzyzx {2}/);
    expect(await lastEvent()).toMatchObject({ action: 'staff-renamed', subjects: [place.actors.editor.id] });
    expect(JSON.stringify(await events())).not.toContain('Sentinella');
  });

  test.each([
    [
      'of an unknown institution',
      (id: string) => ['staff', 'change-roles', 'nowhere', id, 'editor'],
      'institution-not-found',
    ],
    ['who is nobody', () => ['staff', 'change-roles', 'provsjo', 'nobody', 'editor'], 'not-found'],
    ['of another institution', (id: string) => ['staff', 'change-roles', 'koesaari', id, 'editor'], 'not-found'],
    [
      'a role that is none',
      (id: string) => ['staff', 'change-roles', 'provsjo', id, 'editor,king'],
      'malformed-request',
    ],
    ['no roles at all', (id: string) => ['staff', 'change-roles', 'provsjo', id, ''], 'malformed-request'],
    ['an empty name', (id: string) => ['staff', 'rename', 'provsjo', id, '  '], 'malformed-request'],
    ['a name for nobody', () => ['staff', 'rename', 'provsjo', 'nobody', 'X'], 'not-found'],
    ['an unknown list', () => ['staff', 'list', 'nowhere'], 'institution-not-found'],
  ] as const)('refused: %s', async (_, words, code) => {
    await expectRefusedUnchanged(fixture, () => type(words(place.actors.editor.id)), code);
  });

  test('who left get no other roles', async () => {
    await type(`staff end provsjo ${place.actors.editor.id}`);
    const attempt = () => type(`staff change-roles provsjo ${place.actors.editor.id} admin`);
    await expectRefusedUnchanged(fixture, attempt, 'state-forbids');
  });
});

describe('keys', () => {
  test('are listed with whose they are and when they ended, and never themselves', async () => {
    await type(`key revoke provsjo ${place.actors.editor.keyId}`);
    await type(`staff end provsjo ${place.actors.issuer.id}`);
    const at = fixture.clock.now().toISOString();
    const lines = await type('key list provsjo');
    const keys = await json('key list provsjo --json');
    const row = (id: string) => cellsOf(lines).find(([first]) => first === id);
    expect(row(place.actors.editor.keyId)).toEqual([
      place.actors.editor.keyId, place.actors.editor.id, 'editor of provsjo', 'editor', expect.any(String), at,
    ]); // prettier-ignore
    expect(row(place.actors.issuer.keyId)?.at(-1)).toBe(at);
    expect(row(place.machine.keyId)?.slice(1, 3)).toEqual(['machine', 'study register']);
    expect(keys).toHaveLength(cellsOf(lines).length);
    const hashes = await fixture.db.selectFrom('api_key').select('hash').execute();
    const said = lines.join('\n') + JSON.stringify(keys);
    for (const secret of [...Object.values(place.keys), ...hashes.map(({ hash }) => hash)])
      expect(said).not.toContain(secret);
  });

  test.each(['issuer', 'reviewer', 'registrar,issuer'])('of a machine are not for %s', async (list) => {
    const attempt = () => type(['key', 'add-machine', 'provsjo', 'Register', list]);
    const refusal = await expectRefusedUnchanged(fixture, attempt, 'malformed-request');
    expect(refusal.message).toMatch(/cannot use the role (issuer|reviewer): what it is for .* is decided by a person/);
    expect(refusal.message).toMatch(/roles of a machine are editor, registrar, admin, confidential\.$/);
  });

  test.each(['editor', 'registrar', 'admin', 'registrar,confidential', 'none'])(
    'of a machine may have %s',
    async (list) => {
      const [, key] = await type(['key', 'add-machine', 'provsjo', 'Register', list]);
      expect((await fixture.services.access.authenticate(key)).roles.join(',') || 'none').toBe(list);
    },
  );

  test.each(['key list nowhere', 'signing-key list nowhere', 'institution show nowhere'])(
    'refused: %s',
    async (line) => {
      await expectRefusal(() => type(line), 'institution-not-found');
    },
  );
});

test('no text that somebody wrote moves the cursor or begins a line', async () => {
  await type(['staff', 'add', 'provsjo', 'A\nfaked\u001b[31m', 'none']);
  const lines = await type('staff list provsjo');
  for (const line of lines) expect(line).not.toMatch(/\p{Cc}/u);
  expect(lines.some((line) => line.startsWith('faked'))).toBe(false);
});

import { describe, expect, test } from 'vitest';
import { credential, found, imported, spot } from './imported.ts';

describe('the level', () => {
  const alignment = (name: string, code?: string, url?: string, type = 'ext:EQF') => ({
    targetName: name,
    targetCode: code,
    targetUrl: url ?? 'https://example.org/levels',
    targetType: type,
  });
  const eqf = (level: string) => `http://data.europa.eu/snb/eqf/${level}`;

  test.each([
    ['a code', [alignment('EQF', '4')], 4],
    ['a code with its framework', [alignment('EQF', 'EQF 4')], 4],
    ['an IRI', [alignment('x', undefined, eqf('6'), '')], 6],
    ['a name', [alignment('EQF level 5')], 5],
    ['a code and an IRI that agree', [alignment('EQF', '7', eqf('7'))], 7],
    ['the same twice', [alignment('EQF', '7'), alignment('EQF', undefined, eqf('7'))], 7],
    ['a type of ours', [alignment('EQF level 2', '2', eqf('2'), 'ext:EQFLevel')], 2],
    ['a number', [{ ...alignment('EQF'), targetCode: 3 }], 3],
    ['a code and an IRI that differ', [alignment('EQF', '6', eqf('7'))], undefined],
    ['a code and a name that differ', [alignment('EQF level 5', '6')], undefined],
    ['two alignments that differ', [alignment('EQF', '7'), alignment('EQF', '5')], undefined],
    ['no such level', [alignment('EQF', '9')], undefined],
    ['a level of none', [alignment('EQF', '0')], undefined],
    ['words for a code', [alignment('EQF', 'master')], undefined],
    ['half a level', [alignment('EQF', '6.5')], undefined],
    ['nothing but the framework', [alignment('EQF')], undefined],
  ])('from %s', (_, alignments, level) => {
    const { content, at } = imported(credential({ alignment: alignments }));
    expect(content.level).toEqual(level === undefined ? undefined : { eqf: level });
    for (const index of alignments.keys()) expect(at(`${spot}/alignment/${index}`)).toMatch(/\w/);
  });

  test.each([
    ['eqf-by-iri', { eqf: 6 }],
    ['eqf-code-9', undefined],
    ['two-levels', undefined],
  ])('of found/%s', (name, level) => {
    const { content, notes } = imported(found(name));
    expect(content.level).toEqual(level);
    if (!level) expect(JSON.stringify(notes)).toContain('no level was taken');
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeUtf8 } from '../../../src/domain/shared/json-text.ts';
import { claim, credential, imported, sample } from './imported.ts';

const found = (name: string) => readFileSync(join(import.meta.dirname, '../../samples/found', name));

describe('what people met', () => {
  test('HTML becomes plain text, and a note says so', () => {
    const { content, at } = imported(JSON.parse(found('elm-import-html-desc.json').toString()));
    expect(content.description).toEqual({ en: 'Learn soil & water\n\n- One' });
    expect(at(`${claim}/0/specifiedBy/description/en`)).toBe('HTML was taken out of this text. Check how it reads.');
  });

  test('every text that has a place loses its HTML', () => {
    const html = '<p onclick="alert(1)">Words <b>of</b>&nbsp;it</p><script>alert(1)</script>';
    const marked = JSON.parse(JSON.stringify(sample()), (key, value) =>
      ['en', 'es', 'noteLiteral'].includes(key) && typeof value === 'string' ? html : value,
    );
    const { content, notes } = imported(marked);
    expect(JSON.stringify({ content, notes })).not.toMatch(/alert|<|&nbsp/);
    expect([content.title, content.prerequisites, content.awardingBodies?.[0]?.name]).toEqual(
      Array(3).fill({ en: 'Words of it' }),
    );
    expect(content.learningOutcomes?.[0]).toMatchObject({ text: { en: 'Words of it' } });
    expect(content.gradingScheme?.title).toEqual({ en: 'Words of it' });
  });

  test('long HTML keeps the words after its pictures', () => {
    const description = { en: `<img src="data:image/png;base64,${'A'.repeat(20_000)}"><p>Words</p>` };
    expect(imported(credential({ description })).content.description).toEqual({ en: 'Words' });
  });

  test('words with angle brackets stay', () => {
    const description = { en: 'x < 5, <3 and List<String>' };
    const { content, notes } = imported(credential({ description }));
    expect(content.description).toEqual(description);
    expect(JSON.stringify(notes)).not.toContain('HTML');
  });

  test('a byte order mark is read past, Latin-1 is not read', () => {
    const text = decodeUtf8(found('elm-import-bom.json'));
    expect(imported(JSON.parse(text ?? '')).content.title).toEqual({ en: 'Soil chemistry' });
    expect(decodeUtf8(found('elm-import-latin1.json'))).toBeUndefined();
  });

  test('a sealed document whose payload is plain text', () => {
    expect(imported(JSON.parse(found('jades-sealed-elm.json').toString())).content.title).toEqual({ en: 'C' });
  });
});

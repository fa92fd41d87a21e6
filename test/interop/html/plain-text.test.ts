import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/interop/html/plain-text.ts';

const textOf = (source: string) => plainText(source)?.text;

describe('words stay as they are', () => {
  test.each([
    '',
    'x < 5',
    '<3',
    'a heart </3 that > is broken',
    'if a<b and b>c, then a<c',
    'a<b',
    'List<String>',
    'write to <https://example.org/a> or <mailto:desk@example.org>',
    'R&D, AT&T and ?a=1&copy=2',
    'x << 2 >> y <= z <> w',
    '# Markdown\n\n- **one** _two_\n> three',
    ' blanks  and\n\nlines\t ',
  ])('%j', (words) => {
    expect(plainText(words)).toEqual({ text: words, hadHtml: false });
  });
});

describe('HTML becomes plain text', () => {
  test.each([
    ['<p>Learn <b>soil</b>&nbsp;&amp; water</p><ul><li>One</li></ul>', 'Learn soil & water\n\n- One'],
    ['a<br>b<br/>c<BR />d', 'a\nb\nc\nd'],
    ['<h2>Aim</h2>\n\n<p>One\n  two</p>\n<p>three</p>', 'Aim\n\nOne two\n\nthree'],
    ['<div>a</div><div>b</div>', 'a\nb'],
    ['<ol><li><p>A</p></li><li>B<ul><li>c</li></ul></li></ol>after', '1. A\n2. B\n- c\n\nafter'],
    ['<table><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['one\ntwo <em>three</em>\nfour', 'one\ntwo three\nfour'],
    ['H<sub>2</sub>O', 'H2O'],
    [
      'see <a href="https://example.org/x?a=1&amp;b=2">the <i>syllabus</i></a>',
      'see the syllabus (https://example.org/x?a=1&b=2)',
    ],
    ['<a href="https://example.org/">https://example.org/</a>', 'https://example.org/'],
    ['<a href="javascript:alert(1)">x</a>', 'x'],
    ['<img src="x.png" alt="A map"> of it', 'A map of it'],
    ['&lt;3 &auml; &#246; &#xE5; &euro;', '<3 ä ö å €'],
    ['5 &lt; 6 &gt; 4', '5 < 6 > 4'],
    ['a<!-- not said -->b', 'ab'],
    ['<![CDATA[<p>inside</p>]]>', 'inside'],
    ['<?xml version="1.0"?><!DOCTYPE html><html><head><title>T</title></head><body>B</body></html>', 'B'],
    ['<o:p></o:p>word<my-element>s</my-element>', 'words'],
    ['1 <a and c> 2 <i>x</i> x < 5', '1 <a and c> 2 x x < 5'],
    ['x<y and <b>z</b>, I </3 you <b>much</b>', 'x<y and z, I </3 you much'],
    ['<foo>unknown</foo>', 'unknown'],
  ])('%j', (html, text) => {
    expect(plainText(html)).toEqual({ text, hadHtml: true });
  });
});

describe('nothing that runs is left', () => {
  test.each([
    ['<script>alert(1)</script>ok', 'ok'],
    ['<SCRIPT SRC=//x.example>alert(1)</SCRIPT >ok', 'ok'],
    ['ok<script>never closed', 'ok'],
    ['<style>p { color: red }</style>ok', 'ok'],
    ['&lt;script&gt;alert(1)&lt;/script&gt;ok', 'ok'],
    ['&amp;lt;img src=x onerror=alert(1)&amp;gt;ok', 'ok'],
    ['&lt;scr&#1;ipt&gt;alert(1)&lt;/scr&#1;ipt&gt;ok', 'ok'],
    ['<scr\u0000ipt>alert(1)</script>ok', 'ok'],
    ['<img src=x onerror=alert(1)//', ''],
    ['<svg/onload=alert(1)>ok', 'ok'],
    ['<svg><a xlink:href="javascript:alert(1)">x</a></svg>ok', 'ok'],
    ['<xss onmouseover=alert(1)>ok', 'ok'],
    ['<iframe srcdoc="&lt;script&gt;alert(1)&lt;/script&gt;"></iframe>ok', 'ok'],
    ['<template><b>x</b></template>ok', 'ok'],
    ['<a onclick>ok', 'ok'],
    ['<!--><img src=x onerror=alert(1)>-->ok', '-->ok'],
  ])('%j', (html, text) => {
    expect(textOf(html)).toBe(text);
  });

  test('tags that many lookalikes swallow', () => {
    expect(textOf(`${'<y '.repeat(200)}<b>bold</b> <img src=x>`)).not.toMatch(/<b>|<img/);
  });

  test('an unfinished tag is no text where another begins within it', () => {
    expect(textOf('<script href="><')).toBe('<');
    expect(textOf('Läs <a href="https://x.y <b>nu</b>')).toBe('Läs nu');
    expect(textOf('5 <y and <z')).toBe('5 <y and <z');
  });

  test('HTML nested in itself without end is no text', () => {
    expect(plainText(`&${'amp;'.repeat(30)}lt;b&gt;`)).toBeUndefined();
  });

  const tag = /<\/?(?:script|style|img|svg|iframe|object|p|b|div|a|body|input|math)\b(?:[^<>]*=[^<>]*)?>/i;
  const hostile = fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...['<', '>', '/', '&lt;', '&gt;', '&amp;', '<!--', '-->', '"', "'", '=', ' ', '\n', '\u0000', '&#60;', ';'],
          ...['script', 'img', 'b', 'p', 'svg', '<b>', '</b>', '<p>', '<li>', ' onerror=x', ' href="', 'amp;', 'lt;'],
          ...[
            '<![CDATA[',
            ']]>',
            '<script>',
            '</script>',
            '<textarea>',
            '</title>',
            '<x',
            '&#x3c',
            '<a href="https://x.y">',
          ],
        ),
        fc.string({ maxLength: 4 }),
      ),
      { maxLength: 25 },
    )
    .map((pieces) => pieces.join(''));

  test('whatever is put together, no tag is left and reading it again changes nothing', () => {
    fc.assert(
      fc.property(hostile, (source) => {
        const read = plainText(source);
        if (!read) return;
        expect(read.text).not.toMatch(tag);
        expect(plainText(read.text)).toEqual({ text: read.text, hadHtml: false });
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    '<b>',
    '</b>',
    '<svg>',
    '<a ',
    '<!--',
    '&amp;',
    '<a href="',
    '<ul><li>',
    '<script>',
    '&lt;b&gt;',
    '<p ',
    '<y "',
    '<y <',
  ])('fifty thousand characters of %j end soon', (piece) => {
    const started = performance.now();
    plainText(piece.repeat(50_000 / piece.length));
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

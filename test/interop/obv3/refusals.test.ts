import { describe, expect, test } from 'vitest';
import { importObv3 } from '../../../src/interop/obv3/import.ts';
import { found, read } from './imported.ts';

describe('what is refused, and the sentence for it', () => {
  test.each<readonly [string, unknown, RegExp]>([
    ['nothing', undefined, /^This is neither an Open Badges 3\.0 credential/],
    ['null', null, /^This is neither/],
    ['text', 'hello', /^This is neither/],
    ['a number', 7, /^This is neither/],
    ['an empty list', [], /^This is neither/],
    ['an empty object', {}, /^This is neither/],
    ['any other JSON', { name: 'A course', price: 3 }, /^This is neither/],
    ['Open Badges 2', found('ob2-assertion'), /^This is Open Badges 2/],
    [
      'a badge class',
      { '@context': 'https://w3id.org/openbadges/v2', type: 'BadgeClass', name: 'x', id: 'https://e.org/' },
      /^This is Open Badges 2/,
    ],
    ['the European Learning Model', read('elm', '../found/elm-import-html-desc.json'), /use “import elm”/],
    ['a sealed European document', found('jades-sealed-elm'), /use “import elm”/],
    [
      'a status list',
      { type: ['VerifiableCredential'], credentialSubject: { type: 'BitstringStatusList' } },
      /has no achievement/,
    ],
    [
      'an achievement by its address alone',
      { credentialSubject: { achievement: 'https://e.org/a' } },
      /only names its achievement/,
    ],
    [
      'the same in an object',
      { credentialSubject: { achievement: { id: 'https://e.org/a' } } },
      /only names its achievement/,
    ],
    ['an achievement that is a number', { credentialSubject: { achievement: 7 } }, /has no achievement/],
    ['an envelope', { type: 'EnvelopedVerifiableCredential', id: 'data:application/vc+jwt,a.b.c' }, /in an envelope/],
    ['a token of something else', 'e30.eyJhIjoxfQ.AA', /^This is neither/],
    ['a signature apart', { signature: 'AA', protected: 'e30' }, /kept apart/],
    ['a broken token', 'e30.%%.AA', /^This is neither/],
  ])('%s', (_, document, sentence) => {
    const refusal = expect.objectContaining({ code: 'import-unreadable', message: expect.stringMatching(sentence) });
    expect(() => importObv3(document)).toThrow(refusal);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withKnownBodies } from '../../src/domain/catalogue/known-bodies.ts';
import { publishGate } from '../../src/domain/catalogue/publish-gate.ts';
import { importElm } from '../../src/interop/elm/import.ts';
import { importObv3 } from '../../src/interop/obv3/import.ts';

const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../samples', name), 'utf8')) as unknown;

const samples = [
  ['elm/Sample-MC-Annex1-unsigned.jsonld', importElm, 'University of Zed'],
  ['open-badges-nl/mbob_eo_eov_microcredential_full.json', importObv3, /./],
  ['open-badges-nl/theed_microcredential_full_ho.json', importObv3, 'Naboo Theed University'],
  ['open-badges-nl/theed_microcredential_minimal_ho.json', importObv3, 'Naboo Theed University'],
  ['open-badges-nl/uvh_at_microcredential_full_1.json', importObv3, /./],
] as const;

describe('the bodies of a foreign document', () => {
  test.each(samples)(
    'of %s are written out, and the gate warns that they are signed for ever',
    (name, take, called) => {
      const { content } = take(read(name));
      const [body] = content.awardingBodies ?? [];
      expect(Object.values(body?.name ?? {}).join()).toMatch(called);
      const { warnings } = publishGate(content, { country: 'SE', on: '2026-09-01' });
      expect(warnings.map(({ code, pointer }) => `${code} ${pointer}`)).toContain(
        'body-written #/awardingBodies/0/name',
      );
    },
  );

  test('are chosen where the institution that takes the document over has their homepage', () => {
    const { content } = importElm(read('elm/Sample-MC-Annex1-unsigned.jsonld'));
    const zed = {
      slug: 'zed',
      id: 'did:web:merit.example:institutions:zed',
      name: { en: 'University of Zed' },
      country: 'IE',
      homepage: 'https://www.uniz.edu/',
    } as const;
    const known = withKnownBodies(content, [zed]);
    expect(known.awardingBodies).toEqual([{ institution: 'zed' }]);
    const { warnings, faults } = publishGate(known, { country: 'IE', on: '2026-09-01', institutions: [zed] });
    expect([...warnings, ...faults].filter(({ code }) => code.startsWith('body-'))).toEqual([]);
  });

  test('that award together are asked what each of them decided', () => {
    const document: any = read('elm/Sample-MC-Annex1-unsigned.jsonld');
    const [claim] = [document.credentialSubject].flat().flatMap(({ hasClaim }) => hasClaim);
    const awarding = [claim.awardedBy].flat()[0];
    const first = [awarding.awardingBody].flat()[0];
    const legalName = { en: ['Institute of Yon'] };
    awarding.awardingBody = [first, { ...first, id: 'urn:epass:org:99', legalName, homepage: undefined }];
    const { content } = importElm(document);
    expect(content.awardingBodies?.map(({ name }) => name?.en)).toEqual(['University of Zed', 'Institute of Yon']);
    const { faults } = publishGate(content, { country: 'IE', on: '2026-09-01' });
    expect(faults.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(
      expect.arrayContaining([
        'outside-decision-missing #/awardingBodies/0/decision',
        'outside-decision-missing #/awardingBodies/1/decision',
        'outside-body-address #/awardingBodies/1',
      ]),
    );
  });
});

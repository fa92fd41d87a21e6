import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSummaryReader } from '../../../src/credentials/verification/summary/summary.ts';
import type { JsonObject } from '../../../src/services/ports/index.ts';
import { addresses } from '../fixture.ts';

const summarise = createSummaryReader(addresses);
const folder = join(import.meta.dirname, '../../samples/open-badges-nl');
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as JsonObject;

/** What is not shown, with the reason. A number in a path stands for any. */
const notShown: Readonly<Record<string, string>> = {
  '@context': 'how the document is written, not what it says',
  type: 'the kind of the document, which the report tells',
  credentialSchema: 'schemas that the document was made by; nobody here fetches them',
  'issuer/type': 'the kind of a node',
  'issuer/address/type': 'the kind of a node',
  'issuer/address/addressCountry': 'the country is shown by its code',
  'issuer/address/addressLocality': 'where the issuer lives is not about the certificate',
  'issuer/address/streetAddress': 'where the issuer lives is not about the certificate',
  'issuer/address/postalCode': 'where the issuer lives is not about the certificate',
  'issuer/otherIdentifier': 'the issuer is shown by the id that its key belongs to',
  'credentialSubject/id': 'a number of the holder at the issuer; the name is shown where there is one',
  'credentialSubject/type': 'the kind of a node',
  'credentialSubject/achievement/type': 'the kind of a node',
  'credentialSubject/achievement/image': 'pictures are not fetched',
  'credentialSubject/achievement/alignment/type': 'the kind of a node',
  'credentialSubject/achievement/resultDescription/id': 'a name within the document',
  'credentialSubject/achievement/resultDescription/type': 'the kind of a node',
  'credentialSubject/achievement/resultDescription/resultType': 'the kind of scale, told by its numbers',
  'credentialSubject/result/type': 'the kind of a node',
  'credentialSubject/result/resultDescription': 'a name within the document',
};
/** Of the alignment with the EQF the level is shown, once, and it says the same in each of these. */
const ofTheLevel = ['ext:EQF', 'EQF level 4', 'https://content.example.com/description-eqf-levels'];

function leaves(value: unknown, path: string, found: [string, unknown][] = []): [string, unknown][] {
  if (Array.isArray(value)) value.forEach((one) => leaves(one, path, found));
  else if (typeof value === 'object' && value !== null)
    for (const [name, member] of Object.entries(value)) leaves(member, path === '' ? name : `${path}/${name}`, found);
  else found.push([path, value]);
  return found;
}

test.each(names)('%s: every value is shown, or there is a reason why not', (name) => {
  const shown = JSON.stringify(summarise(read(name)));
  const isShown = (value: unknown) =>
    shown.includes(JSON.stringify(value).replaceAll(/^"|"$/g, '')) || shown.includes(JSON.stringify(String(value)));
  const hasReason = (path: string) =>
    Object.keys(notShown).some((member) => path === member || path.startsWith(`${member}/`));
  const lost = leaves(read(name), '').filter(
    ([path, value]) =>
      !hasReason(path) &&
      !isShown(value) &&
      !(path.startsWith('credentialSubject/achievement/alignment/') && ofTheLevel.includes(String(value))) &&
      // A language is shown as its language, in whichever country it is written.
      !(path.endsWith('/inLanguage') && shown.includes(`"languages":["${String(value).slice(0, 2)}"]`)),
  );
  expect(lost).toEqual([]);
});

test('every reason is needed', () => {
  const paths = new Set(names.flatMap((name) => leaves(read(name), '').map(([path]) => path)));
  for (const member of Object.keys(notShown))
    expect(
      [...paths].some((path) => path === member || path.startsWith(`${member}/`)),
      member,
    ).toBe(true);
});

test('what the full badges say', () => {
  expect(summarise(read('uvh_at_microcredential_full_1.json'))).toMatchObject({
    title: { nl: 'Microcredential Basisomzetting Kat naar Koffiezetapparaat' },
    criteria: { nl: expect.stringContaining('De student heeft de eerste stap') as string },
    level: { eqf: '4' },
    credits: 3,
    creditUnit: 'ECTS',
    grade: '8.5',
    gradeScale: { min: '1', max: '10', required: '6' },
    languages: ['nl'],
    modes: ['onsite or blended'],
    assessmentTypes: ['testing'],
    supervision: { type: 'onsite with identity verification', identityChecked: true },
    identifiers: [{ value: '20121350', type: 'educationProgramIdentifier' }],
    qualityAssurance: [
      {
        text: { nl: expect.stringContaining('Accreditatie van de opleiding') as string },
        reference: 'https://data.example.com/decisions/AV-7381',
      },
    ],
    issuer: { country: 'NL' },
    validUntil: '2029-08-30T00:00:00Z',
  });
  const inHours = summarise(read('mbob_eo_eov_microcredential_full.json'));
  expect(inHours).toMatchObject({ hours: 240, grade: '8.0' });
  expect(inHours).not.toHaveProperty('credits');
  expect(inHours).not.toHaveProperty('awardingBodies');
});

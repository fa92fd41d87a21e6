import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createVerifier } from '../../../src/credentials/index.ts';
import {
  checkNames,
  presentationCheckNames,
  type DocumentKind,
  type Report,
  type Verdict,
} from '../../../src/domain/verification/verification.ts';
import { addresses, fetcherTo } from '../fixture.ts';

const folder = join(import.meta.dirname, '../../samples/found');
const verifier = createVerifier({ addresses, fetcher: fetcherTo(new Map()) });
const now = new Date('2026-11-26T12:00:00Z');
const reportOn = (file: string): Promise<Report> =>
  verifier.verifyReceived({ bytes: readFileSync(join(folder, file)) }, now);

/** In the order of the checks: p(assed), f(ailed), u(nknown), n(ot applicable). */
const outcomesOf = ({ checks }: Report) => checks.map(({ outcome }) => outcome[0]).join('');
const good = 'ppppnn';

const rows: readonly (readonly [
  file: string,
  kind: DocumentKind,
  verdict: Verdict,
  outcomes: string,
  detail?: string,
])[] = [
  ['results-as-signed', 'credential', 'valid', good],
  ['results-reordered-by-holder', 'credential', 'valid', good],
  ['two-levels', 'credential', 'valid', good],
  ['two-subjects', 'credential', 'valid', good],
  // An entry for messages alone says nothing about revocation.
  ['status-message-only', 'credential', 'valid', good],
  ['credit-hours', 'credential', 'valid', good],
  ['creator-is-not-the-issuer', 'credential', 'valid', good],
  ['eqf-by-iri', 'credential', 'valid', good],
  ['eqf-code-9', 'credential', 'valid', good],
  ['rtl-title', 'credential', 'valid', good],
  ['extra-ed25519-2020-context', 'credential', 'valid', good],
  ['embedded-endorsement', 'credential', 'valid', good],
  ['refresh-same-id', 'credential', 'valid', good],
  ['presentation-with-good-credential', 'presentation', 'valid', 'pnnn'],
  ['jades-sealed-elm', 'sealed-european-credential', 'undetermined', 'uuuuuu', 'European Digital Credential'],
  ['ob2-assertion', 'open-badge-2', 'undetermined', 'uuuuuu', 'Open Badge of version 2'],
  ['valid-until-date-only', 'credential', 'malformed', 'fppunn', '/validUntil is a date with time'],
  ['status-index-number', 'credential', 'malformed', 'fpppun', '/credentialStatus/statusListIndex'],
  ['unknown-proof-beside-good-one', 'credential', 'undetermined', 'ppupnn', 'SomeOtherProof2030'],
  ['vc11-expired', 'credential', 'undetermined', 'puufnn', 'Ed25519Signature2020'],
  ['latin1-file', 'text', 'malformed', 'fuuuuu', 'not written in UTF-8'],
  ['elm-import-latin1', 'text', 'malformed', 'fuuuuu', 'not written in UTF-8'],
  ['elm-import-bom', 'credential', 'malformed', 'fnnnnn', '/issuanceDate'],
  ['elm-import-html-desc', 'credential', 'malformed', 'fnnnnn', '/issuanceDate'],
  ['poison-below-a-text', 'credential', 'undetermined', 'unnnnn', '__proto__'],
];

describe('a document as it was found', () => {
  test.each(rows)('%s is a %s, and %s', async (name, kind, verdict, outcomes, detail) => {
    const report = await reportOn(`${name}.json`);
    expect([report.kind, report.verdict, outcomesOf(report)]).toEqual([kind, verdict, outcomes]);
    expect(JSON.stringify(report.checks)).toContain(detail ?? '');
    expect(report.checks.map(({ name: check }) => check)).toEqual(
      report.credentials ? presentationCheckNames : checkNames,
    );
  });

  test('has a row each', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
    expect(rows.map(([name]) => `${name}.json`).sort()).toEqual(files.sort());
  });

  test('where it is of VC 1.1, its end is read', async () => {
    const { checks } = await reportOn('vc11-expired.json');
    expect(checks.find(({ name }) => name === 'period')?.problem?.detail).toContain('2021-01-01');
  });

  test('where its form is at fault, nothing says that it was changed', async () => {
    for (const file of ['valid-until-date-only.json', 'status-index-number.json']) {
      const { checks } = await reportOn(file);
      expect(checks.filter(({ outcome }) => outcome === 'failed').map(({ name }) => name)).toEqual(['format']);
    }
  });

  test('leaves what all objects share as it was', async () => {
    await reportOn('poison-below-a-text.json');
    const inherited: string[] = [];
    for (const name in {}) inherited.push(name);
    expect(inherited).toEqual([]);
    expect((await reportOn('credit-hours.json')).verdict).toBe('valid');
  });
});

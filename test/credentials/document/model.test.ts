import { describe, expect, test } from 'vitest';
import { copy, createFixture } from '../fixture.ts';

type Change = (document: any) => void;

/** vc-protocol-facts 4.1 and 4.2: what VC Data Model 2.0 wants refused. */
const refused: readonly [string, Change][] = [
  ['no @context', (d) => delete d['@context']],
  ['@context is text', (d) => (d['@context'] = 'https://www.w3.org/ns/credentials/v2')],
  ['@context begins with another', (d) => d['@context'].reverse()],
  ['@context holds a number', (d) => d['@context'].push(5)],
  ['@context holds null', (d) => d['@context'].push(null)],
  ['no type', (d) => delete d.type],
  ['type without VerifiableCredential', (d) => (d.type = ['OpenBadgeCredential'])],
  ['type with a number', (d) => d.type.push(5)],
  ['type with an unknown term', (d) => d.type.push('Diploma')],
  ['id is a list', (d) => (d.id = [d.id])],
  ['id is a number', (d) => (d.id = 5)],
  ['id is null', (d) => (d.id = null)],
  ['id is relative', (d) => (d.id = 'awards/1')],
  ['no issuer', (d) => delete d.issuer],
  ['issuer is null', (d) => (d.issuer = null)],
  ['several issuers', (d) => (d.issuer = [d.issuer, d.issuer])],
  ['issuer without id', (d) => delete d.issuer.id],
  ['issuer id is no URL', (d) => (d.issuer.id = 'university')],
  ['no subject', (d) => delete d.credentialSubject],
  ['subject is text', (d) => (d.credentialSubject = 'did:example:1')],
  ['subject is empty', (d) => (d.credentialSubject = {})],
  ['subject list is empty', (d) => (d.credentialSubject = [])],
  ['subject list holds text', (d) => (d.credentialSubject = [d.credentialSubject, 'did:example:1'])],
  ['subject list holds an empty one', (d) => (d.credentialSubject = [d.credentialSubject, {}])],
  ['validFrom is a day', (d) => (d.validFrom = '2027-03-10')],
  ['validFrom is no date', (d) => (d.validFrom = '2027-02-30T00:00:00Z')],
  ['validUntil is a number', (d) => (d.validUntil = 5)],
  ['validUntil before validFrom', (d) => (d.validUntil = '2027-03-09T00:00:00Z')],
  ['name is a number', (d) => (d.name = 5)],
  ['name has a value object with more', (d) => (d.name = { '@value': 'x', '@type': 'xsd:string' })],
  ['description is an object', (d) => (d.description = { sv: 'x' })],
  ['issuer name is a number', (d) => (d.issuer.name = 5)],
  ['credentialSchema without id', (d) => (d.credentialSchema = { type: 'JsonSchema' })],
  ['credentialSchema without type', (d) => (d.credentialSchema = { id: 'https://x.example/schema' })],
  ['credentialSchema is text', (d) => (d.credentialSchema = 'https://x.example/schema')],
  ['credentialStatus without type', (d) => (d.credentialStatus = { id: 'https://x.example/1' })],
  ['credentialStatus with two ids', (d) => (d.credentialStatus[0].id = ['https://x.example/1', 'https://x.example/2'])],
  ['credentialStatus is empty', (d) => (d.credentialStatus = [])],
  ['refreshService without type', (d) => (d.refreshService = { id: 'https://x.example/1' })],
  ['termsOfUse without type', (d) => (d.termsOfUse = { id: 'https://x.example/1' })],
  ['evidence without type', (d) => (d.evidence = [{ id: 'https://x.example/1' }])],
  ['renderMethod without type', (d) => (d.renderMethod = [{ id: 'https://x.example/1' }])],
  ['confidenceMethod is text', (d) => (d.confidenceMethod = 'x')],
  ['relatedResource is text', (d) => (d.relatedResource = 'https://x.example/1')],
  ['relatedResource without id', (d) => delete d.relatedResource[0].id],
  ['relatedResource twice', (d) => d.relatedResource.push(d.relatedResource[0])],
  ['relatedResource without digest', (d) => delete d.relatedResource[0].digestSRI],
  ['relatedResource with half a digest', (d) => (d.relatedResource[0].digestSRI = 'sha256-AAAA')],
  ['an undefined member', (d) => (d.credentialSubject.shoeSize = 42)],
  ['an undefined member deep inside', (d) => (d.credentialSubject.achievement.learningOutcome[0].mystery = 'x')],
  ['a relative id inside', (d) => (d.credentialSubject.achievement.criteria.id = 'criteria')],
];

const accepted: readonly [string, Change][] = [
  ['without id', (d) => delete d.id],
  ['without validFrom', (d) => delete d.validFrom],
  ['issuer as text', (d) => (d.issuer = d.issuer.id)],
  [
    'two subjects',
    (d) => (d.credentialSubject = [d.credentialSubject, { ...d.credentialSubject, id: 'did:example:1' }]),
  ],
  ['validFrom without offset', (d) => (d.validFrom = '2027-03-10T00:00:00')],
  ['validFrom with parts of a second', (d) => (d.validFrom = '2027-03-10T00:00:00.123+02:00')],
  [
    'a schema and a refresh service',
    (d) => {
      d['@context'].push('https://purl.imsglobal.org/spec/ob/v3p0/extensions.json');
      d.credentialSchema = { id: 'https://x.example/schema', type: '1EdTechJsonSchemaValidator2019' };
      d.refreshService = [{ id: 'https://x.example/refresh', type: '1EdTechCredentialRefresh' }];
    },
  ],
  [
    'the base context with the digest W3C published',
    (d) =>
      d.relatedResource.push({
        id: 'https://www.w3.org/ns/credentials/v2',
        digestSRI: 'sha384-l/HrjlBCNWyAX91hr6LFV2Y3heB5Tcr6IeE4/Tje8YyzYBM8IhqjHWiWpr8+ZbYU',
        digestMultibase: 'uEiBZlVztZpfWHgPyslVv6-UwirFoQoRvW1htfx963sknNA',
      }),
  ],
];

/** Documents about no achievement, which no catalogue has. */
test('accepts a subject of which only the id is told', async () => {
  const { unsigned, sign, verify } = await createFixture();
  const { relatedResource: _, ...document } = copy(unsigned);
  const report = await verify(await sign({ ...document, credentialSubject: { id: 'did:example:1' } }));
  expect(report.checks[0]).toMatchObject({ name: 'format', outcome: 'passed' });
});

describe('the model of VC 2.0', () => {
  test.each(refused)('refuses a document: %s', async (_, change) => {
    const { credential, unsigned, sign, verify } = await createFixture();
    const bad = copy(credential);
    change(bad);
    const { checks, verdict } = await verify(bad);
    expect([checks[0]?.outcome, verdict]).toEqual(['failed', 'malformed']);
    const draft = copy(unsigned);
    change(draft);
    await expect(sign(draft)).rejects.toThrow();
  });

  test.each(accepted)('accepts a document: %s', async (_, change) => {
    const { unsigned, sign, verify } = await createFixture();
    const document = copy(unsigned);
    change(document);
    const { checks, verdict } = await verify(await sign(document));
    expect(checks[0]).toMatchObject({ name: 'format', outcome: 'passed' });
    expect(verdict).toBe('valid');
  });
});

test('only for its own institution, once, and with a key in use', async () => {
  const { unsigned, credential, sign, key } = await createFixture();
  await expect(sign({ ...unsigned, issuer: 'did:web:other.example' })).rejects.toThrow(
    'does not name did:web:mikromerit.example',
  );
  await expect(sign(credential)).rejects.toThrow('signed already');
  await expect(sign(unsigned, { ...key, retiredAt: new Date(0) })).rejects.toThrow('retired');
});

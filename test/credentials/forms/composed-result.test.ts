import { describe, expect, test } from 'vitest';
import { createDocumentLoader } from '../../../src/credentials/contexts/document-loader.ts';
import { iriOf } from '../../../src/credentials/document/codes.ts';
import { canonical } from '../../../src/credentials/proofs/data-integrity.ts';
import { createSummaryReader } from '../../../src/credentials/verification/summary/summary.ts';
import type { CredentialFacts, JsonObject } from '../../../src/services/ports/index.ts';
import { addresses, copy, factsOf, now, slug, versionOf, writer } from '../fixture.ts';
import { unevenContent } from '../../samples/content.ts';

const loader = createDocumentLoader(addresses);
const summarise = createSummaryReader(addresses);

describe('the result of a composed credential', () => {
  const decidedIn = { system: 'Ladok', id: 'L-118', attestedBy: 'Ada Attestant', attestedAt: now };
  const composeWith = async (completion: CredentialFacts['completion']) =>
    writer.compose(factsOf(await versionOf(unevenContent), { completion }));
  const resultIn = (document: JsonObject) => copy(document).credentialSubject.result[0];

  test('says what is known of it and nothing else, with no node of its own', async () => {
    const id = 'https://mikromerit.example/records/0197f3a2-award#result';
    const plain = { id, type: ['Result'], value: 'VG', resultDescription: addresses.part(version(), 'r') };
    expect(resultIn(await composeWith({}))).toEqual(plain);
    expect(resultIn(await composeWith({ decidedIn }))).toEqual({
      ...plain,
      decidedInRegister: 'Ladok',
      registeredAs: 'L-118',
      attestedAt: '2027-03-20T12:00:00Z',
    });
    const examination = { place: 'online', supervision: 'supervised-without-id', form: 'quiz' } as const;
    expect(resultIn(await composeWith({ examination }))).toEqual({
      ...plain,
      assessmentType: iriOf('assessment', 'quiz'),
      supervision: iriOf('supervision', 'supervised-without-id'),
      examinationPlace: 'online',
    });
  });

  test('names nobody who attested or checked the identity', async () => {
    const { completion } = factsOf(await versionOf(unevenContent));
    expect(completion.examination?.identity?.name).toBe('Lärcentrum Ån');
    const text = JSON.stringify(await composeWith({ ...completion, decidedIn }));
    expect(text).not.toMatch(/Attestant|Lärcentrum/);
  });

  test('is in the statements that are signed, each with the address of the result', async () => {
    const { completion } = factsOf(await versionOf(unevenContent));
    const quads = (await canonical(await composeWith({ ...completion, decidedIn }), loader)).split('\n');
    const statements = (with_: CredentialFacts['completion']) =>
      composeWith(with_).then(async (document) => (await canonical(document, loader)).split('\n').length);
    expect(quads.length - (await statements({}))).toBe(8);
    const own = quads.filter((quad) => quad.startsWith('<https://mikromerit.example/records/0197f3a2-award#result>'));
    expect(own).toHaveLength(11);
  });

  test('is read back, and not where it cannot be told of which result it is', async () => {
    const { completion } = factsOf(await versionOf(unevenContent));
    const document = copy(await composeWith({ ...completion, decidedIn }));
    const { examination, decidedIn: read } = summarise(document);
    expect(examination).toMatchObject({ place: 'learning-centre', identity: { checkedBy: 'learning-centre' } });
    expect(read).toEqual({ system: 'Ladok', id: 'L-118', attestedAt: '2027-03-20T12:00:00Z' });
    document.credentialSubject.result.push({ id: 'urn:other', type: ['Result'], value: 'G' });
    const several = summarise(document);
    expect(several).not.toHaveProperty('examination');
    expect(several).not.toHaveProperty('decidedIn');
    expect(several.unread).toEqual(['result']);
  });
});
const version = () => addresses.version(slug, 'vatten', 2);

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encode } from 'base58-universal';
import { base58 } from '../../../src/credentials/canonical/base58.ts';
import { fillStatements } from '../../../src/credentials/canonical/statements.ts';
import { createDocumentLoader } from '../../../src/credentials/contexts/document-loader.ts';
import { canonical } from '../../../src/credentials/proofs/data-integrity.ts';
import type { CompleteContent } from '../../../src/domain/catalogue/microcredential.ts';
import type { CredentialFacts } from '../../../src/services/ports/index.ts';
import { completeContent } from '../../samples/content.ts';
import { content } from '../arbitrary.ts';
import { addresses, factsOf, institution, versionOf } from '../fixture.ts';
import type { SecondOpinion } from '../../../src/credentials/index.ts';
import { composeOpenBadge } from '../../../src/credentials/forms/open-badge-3/open-badge-3.ts';
import { another, createRoad } from './road.ts';

const loader = createDocumentLoader(addresses);
type Document = { id: string; credentialSubject: { id: string; learnerName: string; completedOn: string } };

describe('a template', () => {
  const grown = async (of: CompleteContent, options: Parameters<typeof createRoad>[0] = {}) => {
    const road = await createRoad(options);
    const facts = factsOf(await versionOf(of));
    await road.issue(facts);
    await road.templates.settled();
    const recognise = (next: CredentialFacts) => {
      const document = road.writer.compose(road.writer.defaultForm.id, next);
      const filled = road.templates.recognise(addresses.version(institution.slug, 'vatten', 2), document);
      if (!filled) throw new Error('There is no template for it.');
      const { template, values } = filled;
      const rest = fillStatements(template.statements, values);
      return { document, text: rest === undefined ? undefined : template.statements.head + rest };
    };
    return { ...road, facts, recognise };
  };

  test('gives the canonical text of the library, whatever the version and the award say', async () => {
    const award = fc.record({
      id: fc.uuid(),
      nameAsAwarded: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
      grade: fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }),
      completedOn: fc.constantFrom('2024-02-29', '2027-01-31'),
    });
    await fc.assert(
      fc.asyncProperty(content, fc.array(award, { minLength: 3, maxLength: 3 }), async (of, awards) => {
        const { facts, recognise, doubts } = await grown(of);
        for (const [index, one] of awards.entries()) {
          const { document, text } = recognise(another(facts, one, index));
          expect(text).toBe(await canonical(document, loader));
        }
        expect(doubts).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  test('signs the same without the crypto of the runtime', async () => {
    const { issue, issueAlone, facts, recognise } = await grown(completeContent, { native: false });
    expect(recognise(another(facts)).text).toBeDefined();
    expect(await issue(another(facts))).toBe(await issueAlone(another(facts)));
  });

  test.each([
    ['two slots with one id', { id: 'x' }, (document: Document) => (document.credentialSubject.id = document.id)],
    ['an id that the fixed text has', {}, (document: Document) => (document.id = addresses.did(institution.slug))],
    ['a scheme that is not allowed', {}, (document: Document) => (document.id = 'javascript:alert(1)')],
    ['a relative address', {}, (document: Document) => (document.id = '/records/x')],
    ['an address with what N-Quads escapes', {}, (document: Document) => (document.id = 'https://x.example/"x')],
    ['a blank node', {}, (document: Document) => (document.id = '_:c14n0')],
    ['a day that is none', {}, (document: Document) => (document.credentialSubject.completedOn = '2027-02-29')],
    ['half a character', {}, (document: Document) => (document.credentialSubject.learnerName = '\ud800')],
    ['no name', {}, (document: Document) => (document.credentialSubject.learnerName = '')],
  ])('says nothing of %s', async (_, more, change) => {
    const { facts, templates, writer } = await grown(completeContent);
    const document = structuredClone(
      writer.compose(writer.defaultForm.id, another(facts, more)),
    ) as unknown as Document;
    const subject = addresses.version(institution.slug, 'vatten', 2);
    change(document);
    const filled = templates.recognise(subject, document);
    expect(filled && fillStatements(filled.template.statements, filled.values)).toBeUndefined();
  });

  test('is made where an address ends like a mark, and not where it could be one', async () => {
    for (const [homepage, isMade] of [
      ['https://provsjo.invalid/', true],
      ['https://slot-3.other.invalid/', false],
    ] as const) {
      const { issue, templates, writer } = await createRoad();
      const by = { ...institution, homepage };
      const facts = factsOf(await versionOf(completeContent), { institution: by });
      await issue(facts);
      await templates.settled();
      const document = writer.compose(writer.defaultForm.id, facts);
      const filled = templates.recognise(addresses.version(institution.slug, 'vatten', 2), document);
      expect(filled !== undefined, homepage).toBe(isMade);
    }
  });

  test('takes text that stands in the fixed text too', async () => {
    const { facts, recognise } = await grown(completeContent);
    const { document, text } = recognise(
      another(facts, { nameAsAwarded: addresses.did(institution.slug), grade: 'Achievement' }),
    );
    expect(text).toBe(await canonical(document, loader));
  });

  test('is not used where the library comes to something else', async () => {
    const { doubts, templates, facts, issue, issueAlone } = await grown(completeContent, {
      secondOpinion: () => Promise.resolve('<a> <b> <c> .\n'),
    });
    expect(doubts).toEqual(['differs']);
    const next = another(facts);
    expect(await issue(next)).toBe(await issueAlone(next));
    await templates.settled();
    expect(doubts).toEqual(['differs']);
  });

  test('is not used, and is tried again, where nobody could compare it', async () => {
    let asked = 0;
    const { doubts, templates, facts, issue } = await grown(completeContent, {
      secondOpinion: () => Promise.reject(new Error(String((asked += 1)))),
    });
    await issue(another(facts));
    await templates.settled();
    expect([asked, doubts]).toEqual([2, ['not-compared', 'not-compared']]);
  });

  test('is compared again on a sample, and dropped where it is wrong by then', async () => {
    const opinions: SecondOpinion[] = [];
    const { facts, issue, doubts, recognise, templates } = await grown(completeContent, {
      sampleOf: 2,
      secondOpinion: (form, about) =>
        opinions.at(-1)?.(form, about) ?? canonical(composeOpenBadge(addresses, about), loader),
    });
    await issue(another(facts));
    opinions.push(() => Promise.resolve('something else'));
    await issue(another(facts));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(doubts).toEqual(['differs']);
    expect(() => recognise(another(facts))).toThrow('no template');
    await templates.settled();
  });
});

test('base58 is what the library for it writes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(base58(bytes)).toBe(encode(bytes));
    }),
  );
});

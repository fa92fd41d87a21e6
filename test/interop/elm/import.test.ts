import { describe, expect, test } from 'vitest';
import { importElm } from '../../../src/interop/elm/import.ts';
import { body, claim, credential, example, imported, sealedText, snb } from './imported.ts';

describe('other documents', () => {
  test('the smallest credential', () => {
    const { content } = imported(example('minimal-microcredential-edc.jsonld'));
    expect(content).toEqual({
      title: { en: 'T', sv: 'T' },
      learningOutcomes: [{ text: { en: 'do' } }],
      workload: { hours: 67, ects: 2.5 },
      level: { eqf: 7 },
      participation: { modes: ['online'] },
      awardingBodies: [{ name: { en: 'Mid Sweden University', sv: 'Mittuniversitetet' }, country: 'SE' }],
      legalForms: ['other'],
    });
  });

  test('the smallest learning opportunity', () => {
    const { content, at } = imported(example('minimal-learning-opportunity-loq.jsonld'));
    expect(content).toEqual({
      title: { sv: 'Mikromerit X' },
      learningOutcomes: [{ text: { sv: 'kan' } }],
      workload: { ects: 3 },
      level: { eqf: 7 },
      participation: { modes: ['online'] },
      fields: ['0613'],
      languages: ['sv'],
      stackability: { kind: 'can-be-part-of' },
      homepage: 'https://example.org/offering/1',
      awardingBodies: [{ name: { en: 'Mid Sweden University', sv: 'Mittuniversitetet' }, country: 'SE' }],
      opportunityType: 'short-learning-programme',
      legalForms: ['other'],
    });
    expect(at('#/learningAchievementSpecification/creditPoint')).toContain('3 ECTS credits are stated without hours');
    expect(at('#/providedBy')).toContain('who gives it was taken');
    expect(at('#/temporal')).toContain('belongs to an offering');
    expect(at('#/credentialSubject')).toBe('');
  });

  test.each([
    [undefined, 'neither'],
    [null, 'neither'],
    ['{}', 'neither'],
    [[], 'neither'],
    [{ title: { en: 'A course' } }, 'neither'],
    [{ type: ['VerifiableCredential'], credentialSubject: { achievement: { name: 'A badge' } } }, 'neither'],
    [{ type: 'EuropeanDigitalCredential', credentialSubject: {} }, 'claims no learning achievement'],
    [{ credentialSubject: { hasClaim: { type: 'LearningEntitlement', title: {} } } }, 'claims no learning achievement'],
    [{ payload: 'eyJ9', signatures: [] }, 'payload is not the JSON'],
    [{ payload: '['.repeat(99), signatures: [] }, 'nested too deep'],
    [{ payload: sealedText('[{}]'), signature: 'AA' }, 'payload is not the JSON'],
    [{ payload: sealedText('{}'), signature: 'AA' }, 'neither'],
    [{ payload: '_w', signature: 'AA' }, 'not UTF-8'],
    [{ payload: 'eyJhI', signature: 'AA' }, 'cut off'],
    [{ payload: 'a b', signature: 'AA' }, 'neither JSON nor base64url'],
    [{ signatures: [{ protected: 'e30', signature: 'AA' }] }, 'kept apart'],
    [{ payload: '', signature: 'AA' }, 'kept apart'],
    [{ payload: { a: 1 }, signature: 'AA' }, 'kept apart'],
    ['a.b', 'neither'],
    [`e30.${sealedText('7')}.AA`, 'payload is not the JSON'],
    ['e30..AA', 'neither JSON nor base64url'],
  ])('%j is refused', (document, why) => {
    const refusal = expect.objectContaining({ code: 'import-unreadable', message: expect.stringContaining(why) });
    expect(() => importElm(document)).toThrow(refusal);
  });

  test('parts may stand elsewhere in the document and be referred to', () => {
    const document = {
      '@graph': [
        {
          '@id': 'urn:1',
          '@type': 'elm:LearningOpportunity',
          learningAchievementSpecification: 'urn:2',
          providedBy: { id: 'urn:3' },
        },
        {
          id: 'urn:2',
          title: { sv: 'Data' },
          entryRequirement: { id: 'urn:4' },
          mode: `${snb}learning-assessment/e92d221e4d`,
          isPartOf: { id: 'urn:9' },
        },
        { id: 'urn:3', ...body, homepage: 'urn:5' },
        { id: 'urn:4', noteLiteral: { sv: 'Inga' } },
        { id: 'urn:5', contentURL: { '@value': 'https://example.org/' } },
      ],
    };
    const { content, at } = imported(document);
    expect(content).toEqual({
      title: { sv: 'Data' },
      prerequisites: { sv: 'Inga' },
      participation: { modes: ['blended'] },
      awardingBodies: [{ name: { sv: 'Lärosätet' }, country: 'SE', homepage: 'https://example.org/' }],
      legalForms: ['other'],
    });
    expect(at('#/@graph/1/isPartOf')).toContain('no title');
  });
});

describe('single elements', () => {
  test.each([
    ['PT60H', 60, ''],
    ['PT1H30M', 1.5, ''],
    ['P60M', undefined, 'time in the calendar'],
    ['P1Y', undefined, 'time in the calendar'],
    ['P2DT12H', undefined, 'time in the calendar'],
    ['60 hours', undefined, 'is not a duration'],
    ['PT0H', undefined, 'not a workload'],
    ['PT9999H', undefined, 'not a workload'],
  ])('the volume %s', (volumeOfLearning, hours, why) => {
    const { content, at } = imported(credential({ volumeOfLearning }));
    expect(content.workload?.hours).toBe(hours);
    expect(at(`${claim}/specifiedBy/volumeOfLearning`)).toContain(why);
  });

  test('hours come from the specification first, then from the activity', () => {
    const activity = { specifiedBy: { volumeOfLearning: 'PT20H' }, workload: 'PT30H' };
    expect(imported(credential({ volumeOfLearning: 'PT10H' }, {}, activity)).content.workload).toEqual({ hours: 10 });
    const { content, at } = imported(credential({ volumeOfLearning: 'P1M' }, {}, activity));
    expect(content.workload).toEqual({ hours: 20 });
    expect(at(`${claim}/influencedBy/workload`)).toContain('Another workload stands here (30 hours)');
  });

  test('texts: unknown languages, none, national variants and too much', () => {
    const title = { 'sv-FI': ' Titel\u0000 ', ENG: 'x'.repeat(6000), tlh: 'Qap', 'a@b.org': 'Hidden' };
    const { content, at } = imported(
      credential({ title, additionalNote: ['One.', { noteLiteral: { en: ['Two.'] } }] }),
    );
    expect(content.title).toEqual({ sv: 'Titel', en: 'x'.repeat(5000) });
    expect(content.furtherInformation).toEqual({ en: 'One.\n\nTwo.' });
    expect(at(`${claim}/specifiedBy/title/ENG`)).toContain('cut off after 5000');
    expect(at(`${claim}/specifiedBy/title/tlh`)).toContain('“tlh”, which is unknown');
    expect(at(`${claim}/specifiedBy/title`)).toContain('a language that is unknown');
    expect(at(`${claim}/specifiedBy/additionalNote/0`)).toContain('taken to be English');
  });

  test('assessment and participation are found in the specification, too', () => {
    const specification = {
      provenBy: { dcType: { id: `${snb}assessment/b1b68f6735` } },
      influencedBy: { mode: { prefLabel: { en: 'Online' } }, dcType: { prefLabel: { en: 'Dancing' } } },
    };
    const verified = { id: `${snb}supervision-verification/70be69aaf9` };
    const assessment = {
      idVerification: verified,
      specifiedBy: { mode: { id: `${snb}learning-assessment/9191af2ed9` } },
    };
    const { content, at } = imported(credential(specification, assessment));
    expect(content.assessmentTypes).toEqual(['quiz']);
    expect(content.participation).toEqual({ modes: ['online'] });
    expect(content.supervision).toEqual({ type: 'supervised-with-id', place: 'onsite' });
    expect(at(`${claim}/specifiedBy/influencedBy/dcType`)).toBe(
      'The learning activity “Dancing” is not in our list and was left out.',
    );
  });

  test('quality assurance of the qualification and of the awarding body', () => {
    const entry = (code: string) => ({ dcType: { id: `${snb}accreditation/${code}` }, decision: 'x' });
    const agent = { accreditingAgent: { legalName: { en: 'UKÄ' } }, report: { contentURL: 'https://uka.se/1' } };
    const document = credential({ accreditation: [{ ...entry('820101cba6'), ...agent }, entry('none')] });
    document.credentialSubject.hasClaim.awardedBy = { awardingBody: { ...body, accreditation: entry('bb4618238e') } };
    const { content, at } = imported(document);
    expect(content.qualityAssurance).toEqual([
      { type: 'programme-quality-assurance', body: { name: { en: 'UKÄ' } }, reference: 'https://uka.se/1' },
      { type: 'institutional-quality-assurance' },
    ]);
    expect(at(`${claim}/specifiedBy/accreditation/1`)).toContain('its type is not one of our list');
    expect(at(`${claim}/specifiedBy/accreditation/0/decision`)).toContain('“decision” was left out');
    expect(at(`${claim}/awardedBy/awardingBody/accreditation`)).toContain('does not say who assures');
  });

  test('what it is a part of', () => {
    const isPartOf = [
      { title: { en: 'Master' }, homepage: { contentURL: 'https://example.org/m' } },
      { title: { en: 'B' } },
    ];
    const { content, at } = imported(credential({ isPartialQualification: false, isPartOf }));
    const of = [{ title: { en: 'Master' }, url: 'https://example.org/m' }, { title: { en: 'B' } }];
    expect(content.stackability).toEqual({ kind: 'can-be-part-of', of });
    expect(at(`${claim}/specifiedBy/isPartialQualification`)).toContain('the latter was taken');
  });

  test('a grade that was given is not taken over', () => {
    const { content, notes, at } = imported(credential({}, { grade: { noteLiteral: { sv: 'Med beröm godkänd' } } }));
    expect(content.gradingScheme).toBeUndefined();
    expect(at(`${claim}/provenBy/grade`)).toContain('does not list the grades');
    expect(JSON.stringify({ content, notes })).not.toContain('beröm');
  });

  test('notes repeat no address, and people are no awarding bodies', () => {
    const document = credential({ nqfLevel: { prefLabel: { en: 'ask ida@example.org' } }, 'ida@example.org': 1 });
    document.credentialSubject.hasClaim.awardedBy = { awardingBody: { ...body, type: 'Person' }, identifier: 'Ida' };
    const { content, notes, at } = imported(document);
    expect(content.awardingBodies).toBeUndefined();
    expect(at(`${claim}/awardedBy/awardingBody`)).toContain('This is a person');
    expect(JSON.stringify({ content, notes })).not.toMatch(/@|Ida/);
  });
});

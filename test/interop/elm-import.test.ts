import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DomainError } from '../../src/domain/shared/errors.ts';
import { decodeUtf8 } from '../../src/domain/shared/json-text.ts';
import { passPublishGate, publishGate } from '../../src/domain/catalogue/publish-gate.ts';
import { microcredentialContent } from '../../src/generated/validators.js';
import { importElm } from '../../src/interop/elm/import.ts';

const examples = join(import.meta.dirname, '../samples/elm');
const example = (name: string): any => JSON.parse(readFileSync(join(examples, name), 'utf8'));
const sample = () => example('Sample-MC-Annex1-unsigned.jsonld');

const sealedText = (text: string) => Buffer.from(text).toString('base64url');
const found = (name: string) => readFileSync(join(import.meta.dirname, '../samples/found', name));

const snb = 'http://data.europa.eu/snb/';
const authority = 'http://publications.europa.eu/resource/authority/';
const body = {
  type: 'Organisation',
  legalName: { sv: 'Lärosätet' },
  location: { address: { countryCode: { id: `${authority}country/SWE` } } },
};

/** A credential with this specification, this assessment and this activity. */
const credential = (specification: object, assessment: object = {}, activity: object = {}): any => ({
  type: ['VerifiableCredential', 'EuropeanDigitalCredential'],
  credentialSubject: {
    type: 'Person',
    fullName: { en: 'Ida Ek' },
    hasClaim: {
      type: 'LearningAchievement',
      title: { en: 'Data' },
      awardedBy: { awardingBody: body },
      provenBy: assessment,
      influencedBy: activity,
      specifiedBy: { type: 'Qualification', ...specification },
    },
  },
});
const claim = '#/credentialSubject/hasClaim';

/** Imports, and checks what holds of every import. */
function imported(document: unknown) {
  const { content, notes } = importElm(document);
  expect(microcredentialContent(content), JSON.stringify(microcredentialContent.errors)).toBe(true);
  expect(notes.length).toBeLessThanOrEqual(200);
  expect(notes.filter(({ pointer }) => !/^#(\/[@\w:-]+)*$/.test(pointer))).toEqual([]);
  const at = (pointer: string) =>
    notes
      .filter((note) => note.pointer === pointer)
      .map(({ detail }) => detail)
      .join(' ');
  return { content, notes, at };
}

describe('the Commission’s sample', () => {
  test('gives exactly this content', () => {
    const esco = (id: string, en: string) => ({ iri: `http://data.europa.eu/esco/skill/${id}`, label: { en } });
    expect(imported(sample()).content).toEqual({
      title: { en: 'Digital micro-credential creation' },
      description: { en: sample().credentialSubject.hasClaim.influencedBy.description.en },
      learningOutcomes: [
        {
          text: { en: 'Communication, collaboration and creativity' },
          skills: [
            esco('ccdf3597-5c80-410f-896d-e1bdfa223de9', 'stimulate creativity in the team'),
            esco('80f308e6-0e09-404a-80cd-ec5f50f6f304', 'communicate with target community'),
            esco('326809fc-238d-40c2-881e-40042f7f2f0d', 'establish collaborative relations'),
          ],
        },
        {
          text: { en: 'Developing digital content', es: 'Contento digital' },
          skills: [
            esco('5fd5c985-eaaa-47aa-8314-62359c54505a', 'develop digital content'),
            { iri: `${snb}dcf/u69o196gu6`, label: { en: 'Developing digital content' } },
            { iri: `${snb}dcf/3ol5wi3605`, label: { en: 'Developing digital content Level 4' } },
          ],
        },
      ],
      workload: { hours: 60, ects: 2 },
      level: { eqf: 6 },
      assessmentTypes: ['artefact-assessment'],
      participation: { modes: ['blended'], activities: ['e-learning-coursework'] },
      supervision: { type: 'unsupervised-without-id' },
      gradingScheme: {
        title: { en: 'Standard grading' },
        description: {
          en: 'The learner will have passed the assessment upon the successful submission of an ELM standard compliant un-signed sample credential.',
        },
        grades: [
          { value: 'Pass', passes: true, label: { en: 'Pass', sv: 'Godkänd', fi: 'Hyväksytty' } },
          { value: 'Fail', passes: false, label: { en: 'Fail', sv: 'Underkänd', fi: 'Hylätty' } },
        ],
      },
      stackability: { kind: 'stand-alone' },
      fields: ['003', '0688'],
      languages: ['en'],
      prerequisites: {
        en: 'The learner needs to have an EDC Online Credential Builder account, that requires an EU Login ID.',
      },
      awardingBodies: [{ name: { en: 'University of Zed' }, country: 'IE', homepage: 'https://uniz.edu' }],
      opportunityType: 'short-learning-programme',
      legalForm: 'other',
    });
  });

  test('names each thing that was left out or wants a look', () => {
    const { notes, at } = imported(sample());
    const spots = (start: string, members: string) => members.split(' ').map((member) => `${start}/${member}`);
    expect(notes.map(({ pointer }) => pointer).sort()).toEqual(
      [
        '#',
        '#/credentialSubject',
        '#/displayParameter',
        ...spots(`${claim}/specifiedBy`, 'nqfLevel learningSetting maximumDuration learningOutcome/1/reusabilityLevel'),
        ...spots(`${claim}/influencedBy`, 'title description awardedBy directedBy'),
        ...spots(`${claim}/influencedBy/specifiedBy`, 'title volumeOfLearning'),
        ...spots(`${claim}/provenBy`, 'title awardedBy assessedBy'),
        ...spots(`${claim}/provenBy/specifiedBy`, 'title dcType mode language gradingScheme'),
        ...spots(
          `${claim}/awardedBy/awardingBody`,
          'groupMemberOf logo vatIdentifier altLabel identifier registration',
        ),
        ...spots(`${claim}/awardedBy/awardingBody/location`, 'spatialCode address/fullAddress'),
      ].sort(),
    );
    expect(at('#/credentialSubject')).toContain('Everything about the person was left out');
    expect(at(`${claim}/specifiedBy/nqfLevel`)).toContain('“RQF Level 6”');
    expect(at(`${claim}/influencedBy/specifiedBy/volumeOfLearning`)).toContain('“P60M” is time in the calendar');
    expect(at(`${claim}/provenBy/specifiedBy/dcType`)).toContain('“artefact assessment” is not from the European list');
    expect(at(`${claim}/provenBy/specifiedBy/gradingScheme`)).toContain('a scheme of Pass and Fail was written');
  });

  test('lacks quality assurance alone', () => {
    const { content } = imported(sample());
    expect(publishGate(content, 'IE').faults.map(({ pointer }) => pointer)).toEqual(['#/qualityAssurance']);
    const type = 'institutional-quality-assurance';
    const complete = {
      ...content,
      qualityAssurance: [{ type, body: { en: 'Quality and Qualifications Ireland' } }],
    } as const;
    expect(passPublishGate(complete, 'IE')).toEqual(complete);
  });

  test.each(['Sample-MC-Annex1-unsigned.jsonld', 'Sample-MC-Annex1-signed.jsonld'])(
    '%s gives no personal data',
    (name) => {
      const { content, notes } = imported(example(name));
      expect(JSON.stringify({ content, notes })).not.toMatch(
        /\bAna\b|Andromeda|@|LA-234218|ITA|Italy|1999|C012|2022|2023/,
      );
    },
  );

  test.each([
    ['compact', (text: string) => `e30.${sealedText(text)}.AA`],
    ['compact, with a line break', (text: string) => `e30.${sealedText(text)}.AA\n`],
    ['flattened', (text: string) => ({ protected: 'e30', payload: sealedText(text), signature: 'AA' })],
    ['general', (text: string) => ({ payload: sealedText(text), signatures: [{ protected: 'e30', signature: 'AA' }] })],
    ['flattened, plain', (text: string) => ({ protected: 'eyJiNjQiOmZhbHNlfQ', payload: text, signature: 'AA' })],
    ['with a byte order mark', (text: string) => ({ payload: sealedText(`\uFEFF${text}`), signature: 'AA' })],
    ['plain, with a byte order mark', (text: string) => ({ payload: `\uFEFF${text}`, signature: 'AA' })],
    [
      'padded',
      (text: string) => ({
        payload: Buffer.from(`${text} `).toString('base64').replaceAll('+', '-').replaceAll('/', '_'),
        signature: 'AA',
      }),
    ],
    ['as a claim of a token', (text: string) => `e30.${sealedText(JSON.stringify({ vc: JSON.parse(text) }))}.AA`],
  ])('is the same when sealed: %s', (_, seal) => {
    const { content, notes } = imported(seal(JSON.stringify(sample())));
    expect(content).toEqual(imported(sample()).content);
    expect(notes.map(({ detail }) => detail).join(' ')).toContain('The seal was not checked');
  });

  test('is the same when sealed or wrapped for upload', () => {
    const { content } = imported(sample());
    const sealed = imported(example('Sample-MC-Annex1-signed.jsonld'));
    expect(sealed.content).toEqual(content);
    expect(sealed.at('#/payload')).toContain('The seal was not checked');
    const upload = { credential: sample(), deliveryDetails: { walletAddress: 'a@example.org' } };
    expect(imported(upload).content).toEqual(content);
    expect(imported({ '@graph': [sample()] }).content).toEqual(content);
  });
});

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
      legalForm: 'other',
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
      legalForm: 'other',
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
      legalForm: 'other',
    });
    expect(at('#/@graph/1/isPartOf')).toContain('no title');
  });
});

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
      { type: 'programme-quality-assurance', body: { en: 'UKÄ' }, reference: 'https://uka.se/1' },
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

describe('documents made to do harm', () => {
  const many = <T>(make: (index: number) => T, count = 3000) =>
    Array.from({ length: count }, (_, index) => make(index));

  test('long lists are cut, with a note', () => {
    const skills = many((index) => ({ id: `http://example.org/${index}` }), 99);
    const learningOutcome = many((index) => ({ title: { en: `${index}` }, relatedSkill: skills }));
    const isPartOf = many((index) => ({ title: { en: `${index}` } }));
    const document = credential({ learningOutcome, isPartOf, title: many(() => ({ en: 'Same' })) });
    document.credentialSubject.hasClaim.awardedBy = { awardingBody: many(() => body) };
    const { content, at } = imported(document);
    expect(content.learningOutcomes).toHaveLength(50);
    expect(content.learningOutcomes?.[0]?.skills).toHaveLength(30);
    expect(content.stackability?.of).toHaveLength(20);
    expect(content.awardingBodies).toHaveLength(20);
    expect(at(`${claim}/specifiedBy/learningOutcome`)).toMatch(/first 1000 of 3000 .* only the first 50 were taken/);
  });

  test('many notes end with their number', () => {
    const { notes } = imported(credential(Object.fromEntries(many((index) => [`member${index}`, index]))));
    expect(notes).toHaveLength(200);
    expect(notes.at(-1)?.detail).toMatch(/^There are \d+ more notes/);
  });

  test('keys of prototypes are keys like others', () => {
    const text = JSON.stringify(credential({ title: 1 })).replaceAll(
      '"title":1',
      '"title":{"__proto__":{"x":"y"},"constructor":"c"},"__proto__":{"polluted":1},"toString":"t"',
    );
    const { at } = imported(JSON.parse(text));
    expect(at(`${claim}/specifiedBy/toString`)).toContain('“toString” was left out');
    expect(at(`${claim}/specifiedBy`)).toContain('Members whose names');
    expect(({} as any).polluted).toBeUndefined();
  });

  test('things that are the same, or parts of themselves, end', () => {
    const same = many(() => ({ id: 'urn:1', type: 'Qualification', isPartOf: 'urn:1', influencedBy: { id: 'urn:1' } }));
    expect(imported({ '@graph': same }).content).toEqual({ legalForm: 'other' });
  });

  /** Every place of a JSON document, as the object and the key in it. */
  const spotsIn = (value: any): [any, string][] =>
    value === null || typeof value !== 'object'
      ? []
      : Object.keys(value).flatMap((key): [any, string][] => [[value, key], ...spotsIn(value[key])]);

  const deep = JSON.parse('{"id":'.repeat(900) + '[]' + '}'.repeat(900));
  const open = { enumerable: true, writable: true, configurable: true };
  const change = fc.oneof(
    fc.constant((owner: any, key: string) => void delete owner[key]),
    fc.constant((owner: any, key: string) => void (owner[key] = [owner[key], owner[key]])),
    fc.constant((owner: any, key: string) => void (owner[key] = JSON.stringify(owner[key]))),
    fc.constant((owner: any, key: string) => void (owner[key] = { '@value': owner[key], '@language': key })),
    fc.constant((owner: any) => void Object.defineProperty(owner, '__proto__', { value: { en: 1 }, ...open })),
    fc
      .oneof(
        fc.jsonValue(),
        fc.constantFrom(deep, {}, [], '', 0, 'urn:epass:org:1', 'P1M', { id: 'urn:epass:qualification:1' }),
      )
      .map((value) => (owner: any, key: string) => void (owner[key] = structuredClone(value))),
  );
  const repeat = fc.constant((owner: any, key: string) => void (owner[key] = Array(70).fill(owner[key])));
  const rich = () => JSON.parse(JSON.stringify(sample()), (key, value) => (key === 'content' ? 'AAAA' : value));

  test('whatever is changed, the content is valid and nothing but a refusal is thrown', () => {
    const changes = fc.array(fc.tuple(fc.nat(), change), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(changes, fc.option(fc.tuple(fc.nat(), repeat)), (several, last) => {
        const document = rich();
        for (const [at, apply] of [...several, ...(last ? [last] : [])]) {
          const spots = spotsIn(document);
          if (spots.length > 0) apply(...spots[at % spots.length]!);
        }
        try {
          const { content, notes } = imported(document);
          expect(JSON.stringify({ content, notes })).not.toMatch(/Andromeda|email\.com|LA-234218|1999-10/);
        } catch (error) {
          if (!(error instanceof DomainError)) throw error;
          expect(error.code).toBe('import-unreadable');
        }
      }),
      { numRuns: 300 },
    );
  });
});

import { describe, expect, test } from 'vitest';
import { passPublishGate, publishGate } from '../../../src/domain/catalogue/publish-gate.ts';
import { claim, example, imported, sample, sealedText, snb } from './imported.ts';

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
      legalForms: ['other'],
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

  const inIreland = { country: 'IE', on: '2026-09-01' };

  test('lacks quality assurance, and the reason why no legal form fits, alone', () => {
    const { content } = imported(sample());
    expect(publishGate(content, inIreland).faults.map(({ pointer }) => pointer)).toEqual([
      '#/qualityAssurance',
      '#/otherFormReason',
    ]);
    const type = 'institutional-quality-assurance';
    const complete = {
      ...content,
      qualityAssurance: [{ type, body: { name: { en: 'Quality and Qualifications Ireland' } } }],
      otherFormReason: { en: 'The law of Ireland has other forms.' },
    } as const;
    expect(passPublishGate(complete, inIreland)).toEqual(complete);
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

import { describe, expect, test } from 'vitest';
import { lostIn } from './leaves.ts';
import { credential, dutch, found, imported, spot } from './imported.ts';

describe('single members', () => {
  test.each([
    ['testing', ['written-examination']],
    ['Application of a  skill', ['practical-assessment']],
    ['portfolio', ['portfolio']],
    ['recognition of prior learning', undefined],
    ['', undefined],
  ])('assessmentType %j', (assessmentType, types) => {
    const { content, at } = imported(credential({ assessmentType }));
    expect(content.assessmentTypes).toEqual(types);
    expect(at(`${spot}/assessmentType`)).toContain(types ? 'was taken as' : 'is not in our list');
  });

  test.each([
    ['online', { modes: ['online'] }],
    ['onsite or blended', { modes: ['onsite', 'blended'] }],
    ['volunteering', { modes: [], activities: ['volunteering'] }],
    ['work experience', { modes: ['work-based'], activities: ['job-experience'] }],
    ['personalized learning activities', undefined],
  ])('participationType %j', (participationType, participation) => {
    expect(imported(credential({ participationType })).content.participation).toEqual(participation);
  });

  test.each([
    ['onsite with identity verification', undefined, { type: 'supervised-with-id', place: 'onsite' }],
    ['onsite with identity verification', true, { type: 'supervised-with-id', place: 'onsite' }],
    ['onsite with identity verification', false, { place: 'onsite' }],
    ['supervised online', true, { type: 'supervised-with-id', place: 'online' }],
    ['supervised online', false, { type: 'supervised-without-id', place: 'online' }],
    ['supervised online', undefined, { place: 'online' }],
    ['unsupervised with no identity verification', false, { type: 'unsupervised-without-id' }],
    ['unsupervised with no identity verification', true, undefined],
    ['supervised with no identity verification', undefined, { type: 'supervised-without-id' }],
    ['by a robot', true, undefined],
    [undefined, true, undefined],
    ['supervised online', 'perhaps', { place: 'online' }],
  ])('supervisionType %j and identityChecked %j', (supervisionType, identityChecked, supervision) => {
    const document = credential({ supervisionType, identityChecked });
    const { content, at } = imported(document);
    expect(content.supervision).toEqual(supervision);
    if (supervisionType !== undefined) expect(at(`${spot}/supervisionType`)).toMatch(/\w/);
    if (identityChecked !== undefined) expect(at(`${spot}/identityChecked`)).toMatch(/\w/);
  });

  test.each([
    [{ SBU: 240 }, { hours: 240 }],
    [{ SBU: '62,5' }, { hours: 62.5 }],
    [{ ECTS: 3.0 }, { ects: 3 }],
    [
      { SBU: 84, ECTS: '3' },
      { hours: 84, ects: 3 },
    ],
    [{ SBU: 0 }, undefined],
    [{ SBU: -5 }, undefined],
    [{ SBU: 9999 }, undefined],
    [{ SBU: 'many' }, undefined],
    [{ ECTS: 240 }, undefined],
    [{ ECTS: {} }, undefined],
    [{ SBU: [10, 20] }, { hours: 10 }],
    [{ creditsAvailable: 3 }, undefined],
  ])('the workload of %j', (members, workload) => {
    const { content, notes } = imported(credential(members));
    expect(content.workload).toEqual(workload);
    expect(lostIn(credential(members), content, notes)).toEqual([]);
  });

  test.each([
    ['nl-NL', 'nl'],
    ['en-EN', 'en'],
    ['sv', 'sv'],
    ['tlh', undefined],
    [undefined, undefined],
  ])('the language %j', (inLanguage, code) => {
    const { content, at } = imported(credential({ inLanguage }));
    expect(content.languages).toEqual(code && [code]);
    expect(content.title).toEqual({ [code ?? 'en']: 'Data' });
    if (code === undefined) expect(at(`${spot}/name`)).toContain('taken to be English');
  });

  test('texts in several languages, and a direction', () => {
    const arabic = imported(found('rtl-title'));
    expect(arabic.content.title).toBeUndefined();
    expect(arabic.at(`${spot}/name`)).toContain('the language “ar”, which is unknown');
    const name = [
      { '@value': 'Jord', '@language': 'sv' },
      { '@value': 'Soil', '@language': 'en-GB' },
    ];
    expect(imported(credential({ name })).content.title).toEqual({ sv: 'Jord', en: 'Soil' });
  });

  test('listed grades pass from the required one on', () => {
    const passing = (resultDescription: object) =>
      imported(credential({ resultDescription })).content.gradingScheme?.grades;
    const values = { allowedValue: ['U', 'G', 'VG'], requiredValue: 'G' };
    expect(passing(values)).toEqual([
      { value: 'U', passes: false },
      { value: 'G', passes: true },
      { value: 'VG', passes: true },
    ]);
    expect(passing({ allowedValue: ['U', 'G'] })).toEqual([{ value: 'U' }, { value: 'G' }]);
    const rubricLevel = [
      { id: 'urn:1', name: 'Beginner' },
      { id: 'urn:2', name: 'Master', level: 'M', description: 'd' },
    ];
    expect(passing({ rubricLevel, requiredLevel: 'urn:2' })).toEqual([
      { value: 'Beginner', passes: false },
      { value: 'M', passes: true },
    ]);
  });

  test('skills stand with the first outcome', () => {
    const iri = 'http://data.europa.eu/esco/skill/1';
    const alignment = [
      { targetName: 'test soil', targetUrl: iri, targetFramework: 'ESCO' },
      { targetName: 'A standard', targetUrl: 'https://example.org/standard' },
    ];
    const { content, at } = imported(credential({ alignment }));
    expect(content.learningOutcomes).toEqual([{ text: { en: 'Can' }, skills: [{ iri, label: { en: 'test soil' } }] }]);
    expect(at(`${spot}/alignment/1`)).toContain('“A standard” was left out');
  });

  test('who created the description does not award', () => {
    const { content, at } = imported(found('creator-is-not-the-issuer'));
    expect(content.awardingBodies).toEqual([{ name: { en: 'North Valley University' } }]);
    expect(at(`${spot}/creator`)).toContain('who awards is who issues');
  });

  test('HTML becomes plain text', () => {
    const { content, at } = imported(
      credential({ description: '<p>One</p><script>alert(1)</script><p>two &amp; x < 5' }),
    );
    expect(content.description).toEqual({ en: 'One\n\ntwo & x < 5' });
    expect(at(`${spot}/description`)).toContain('HTML was taken out');
  });

  test('an achievement alone, in a list, in a presentation, and in a signature', () => {
    const whole = dutch('uvh_at_microcredential_full_1');
    const { awardingBodies: _, ...content } = imported(whole).content;
    expect(imported(whole.credentialSubject.achievement).content).toEqual(content);
    expect(imported([whole]).content).toMatchObject(content);
    expect(imported({ type: 'VerifiablePresentation', verifiableCredential: [whole] }).content).toMatchObject(content);
    const token = `e30.${Buffer.from(JSON.stringify(whole)).toString('base64url')}.AA`;
    expect(imported(token).content).toMatchObject(content);
  });

  test('several subjects, achievements and issuers: the first, and a note on each other one', () => {
    const { at } = imported(credential({}, { issuer: [{ name: 'A' }, { name: 'B' }] }));
    expect(at('#/issuer/1')).toContain('Only one issuer');
    const two = [{ achievement: { name: 'A' } }, { achievement: { name: 'B' } }];
    const { content, at: noted } = imported({ credentialSubject: two });
    expect(content.title).toEqual({ en: 'A' });
    expect(noted('#/credentialSubject/1/achievement')).toContain('Only one achievement');
  });
});

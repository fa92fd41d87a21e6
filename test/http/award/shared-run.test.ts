import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createVerifier } from '../../../src/credentials/index.ts';
import { createAddresses } from '../../../src/domain/addresses/addresses.ts';
import { fetcherTo, type Outside } from '../../credentials/fixture.ts';
import { contentWith, runFormsOf, sharedContent } from '../../samples/content.ts';
import { creditMembers, creditWords, visible } from '../setup/credit-words.ts';
import { everyAnswer } from '../setup/every-answer.ts';
import { type Harness, origin, startHarness } from '../setup/harness.ts';
import { award, complete, credentialOf, must, offeringInput, publishCourse, somebody } from '../setup/story.ts';

/** What comes before the course may be told in credits; the course gives some in two of its three forms. */
const prerequisites = { sv: 'Minst 90 högskolepoäng.', fi: 'Vähintään 90 opintopistettä.', en: 'At least 90 credits.' };
const content = contentWith({ prerequisites }, sharedContent);
const withoutPrerequisites = (text: string) =>
  Object.values(prerequisites).reduce((rest, sentence) => rest.replaceAll(sentence, ''), text);

const kursbevis = { sv: 'kursbevis', fi: 'todistus', en: 'course certificate' };
const intyg = { sv: 'intyg', fi: 'todistus', en: 'certificate' };
const client = { name: 'Bruket', organisationNumber: '556000-0000' };
const kinds = {
  'se-regular': { people: 5, more: {}, category: 'student', iri: 'se-regular', credits: 3, noun: kursbevis },
  'se-commissioned-no-credits': {
    people: 4,
    more: { client },
    category: 'participant',
    iri: 'se-commissioned',
    credits: undefined,
    noun: intyg,
  },
  'se-commissioned-credits': {
    people: 3,
    more: { client },
    category: 'participant',
    iri: 'se-commissioned-with-credits',
    credits: 3,
    noun: kursbevis,
  },
} as const;
type Form = keyof typeof kinds;
const forms = Object.keys(kinds) as readonly Form[];

type Certified = Readonly<{ form: Form; registration: any; award: any; credential: any; page: string }>;

let harness: Harness;
let certified: readonly Certified[];
beforeAll(async () => {
  harness = await startHarness();
  const { as, base, slug } = harness.north;
  // No study register gives the certificate of a course with credits: this service does.
  await sql`update institution set course_certificate = 'here' where slug = ${slug}`.execute(harness.db);
  await publishCourse(harness.north, 'delad', content);
  const input = { ...offeringInput, forms: runFormsOf(content) };
  const { id } = must(await as.editor.post(`${base}/microcredentials/delad/offerings`, input));
  const found: Certified[] = [];
  for (const form of forms)
    for (let count = 0; count < kinds[form].people; count += 1) {
      const body = { form, learner: somebody(), ...kinds[form].more };
      const registration = must(await as.registrar.post(`${base}/offerings/${id}/registrations`, body), 201);
      const made = await award(harness.north, (await complete(harness.north, registration.id)).id);
      const shown = must(await as.registrar.put(`${base}/awards/${made.id}/certificate-page`, { on: true }));
      const credential = await credentialOf(harness.north, made.id);
      found.push({ form, registration, award: made, credential, page: new URL(shown.address).pathname });
    }
  certified = found;
});
afterAll(() => harness.close());

const of = (form: Form) => certified.filter((one) => one.form === form);
const pathOf = (address: string) => address.slice(origin.length);

describe('one run with five students and seven participants', () => {
  test('gives twelve certificates, each of its own person', () => {
    expect(certified).toHaveLength(12);
    for (const about of [({ award: { id } }: Certified) => id, (one: Certified) => one.credential.credentialSubject.id])
      expect(new Set(certified.map(about)).size).toBe(12);
  });

  test.each(forms)('registers and awards in the form %s', (form) => {
    const { people, category, more } = kinds[form];
    expect(of(form)).toHaveLength(people);
    for (const one of of(form)) {
      expect(one.registration).toMatchObject({ form, category, ...more });
      expect(one.award).toMatchObject({ legalForm: form });
    }
  });

  test.each(forms)('signs the form %s with its noun and its credits', (form) => {
    const { iri, noun, credits } = kinds[form];
    for (const { credential } of of(form)) {
      const { achievement, creditsEarned } = credential.credentialSubject;
      expect(achievement.legalForm).toBe(`${origin}/vocabulary#legal-form-${iri}`);
      expect(achievement.certificateName).toEqual(noun);
      expect([achievement.creditsAvailable, creditsEarned]).toEqual([credits, credits]);
    }
  });

  test('publishes an achievement for each form, and certificates carry it as it is', async () => {
    const { achievements } = must(await harness.anyone.get('/institutions/provsjo/microcredentials/delad/versions/1'));
    expect(Object.keys(achievements).sort()).toEqual([...forms].sort());
    for (const { form, credential } of certified)
      expect(credential.credentialSubject.achievement).toEqual(achievements[form].sv);
  });

  test.each(forms)('is verified here, in the form %s', async (form) => {
    const { credits, noun } = kinds[form];
    for (const { credential } of of(form)) {
      const { body } = await harness.anyone.post('/api/v1/verify', { credential });
      expect(body.verdict).toBe('valid');
      expect(body.summary).toMatchObject({ legalForm: form, certificateName: noun });
      expect(body.summary.credits).toBe(credits);
    }
  });

  test('is verified in a second deployment, which reads what this one publishes', async () => {
    const outside: Outside = new Map();
    const read = async (address: string) =>
      outside.set(address, (await harness.anyone.get(pathOf(address), { Accept: 'application/json' })).text);
    await read(`${origin}/institutions/provsjo/did.json`);
    await read(`${origin}/institutions/provsjo/microcredentials/delad/versions/1`);
    for (const { statusListCredential } of certified[0]!.credential.credentialStatus) await read(statusListCredential);
    const second = createVerifier({
      addresses: createAddresses('https://second.example'),
      fetcher: fetcherTo(outside),
    });
    for (const { form, credential } of certified) {
      const { verdict, summary } = await second.verify(credential, harness.clock.now());
      expect([verdict, summary.legalForm, summary.credits]).toEqual(['valid', form, kinds[form].credits]);
    }
  });
});

describe('where the form gives no credits', () => {
  const form = 'se-commissioned-no-credits';
  /** The one identifier that has the word in it: the code of the legal form. */
  const said = (text: string) => creditWords(withoutPrerequisites(text).replaceAll(`"${form}"`, ''));

  test('no certificate has a member of them, or a word of its own', () => {
    for (const { credential } of of(form)) {
      const text = JSON.stringify(credential);
      expect(text).toContain(prerequisites.sv);
      expect([creditMembers(text), said(text)]).toEqual([[], []]);
    }
  });

  test('nor has the achievement of that form', async () => {
    const { achievements } = must(await harness.anyone.get('/institutions/provsjo/microcredentials/delad/versions/1'));
    const text = JSON.stringify(achievements[form]);
    expect([creditMembers(text), said(text)]).toEqual([[], []]);
    expect(creditMembers(JSON.stringify(achievements['se-regular']))).not.toEqual([]);
  });

  test('nor has the award in the API, its record, or the report of its verification', async () => {
    const { as, base } = harness.north;
    for (const {
      award: { id },
      credential,
    } of of(form)) {
      const answers = [
        await as.issuer.get(`${base}/awards/${id}`),
        await harness.anyone.get(`/records/${id}`, { Accept: 'application/json' }),
        await harness.anyone.post('/api/v1/verify', { credential }),
      ];
      for (const { status, path, text } of answers)
        expect([path, status, creditMembers(text), said(text)]).toEqual([path, 200, [], []]);
    }
  });

  test.each(['/sv', '/sv-fi', '/fi', '/en'])('nor has a page under %s', async (language) => {
    const [plain] = of(form);
    const [credited] = of('se-regular');
    const read = async (path: string) =>
      visible((await harness.anyone.get(language + path, { Accept: 'text/html' })).text);
    for (const path of [plain!.page, `/records/${plain!.award.id}`])
      expect([path, said(await read(path))]).toEqual([path, []]);
    for (const path of [credited!.page, `/records/${credited!.award.id}`])
      expect([path, said(await read(path))]).not.toEqual([path, []]);
  });
});

everyAnswer(() => harness);

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyAnswer } from '../setup/every-answer.ts';
import { type Harness, startHarness } from '../setup/harness.ts';
import { creditMembers, creditWords as found, visible } from '../setup/credit-words.ts';
import { must, offeringInput, outcomesMet, publishDraft } from '../setup/story.ts';
import { hoursOnlyContent, runFormsOf } from '../../samples/content.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

/** The one identifier that has the word in it: the code of the legal form, in JSON alone. */
const withoutCode = (text: string): string => text.replaceAll(/"se-(open|commissioned)-no-credits"/g, '');
const forms = { lyssna: 'se-open-no-credits', skola: 'se-commissioned-no-credits' } as const;

describe.each(Object.entries(forms))('a course without credits (%s, %s)', (slug, legalForm) => {
  let awardId: string;
  let page: string;
  let credential: any;
  const course = `/institutions/provsjo/microcredentials/${slug}`;

  test('comes from its draft to its award without one word of them', async () => {
    const { as, base } = harness.north;
    const seen = harness.seen.length;
    const client = legalForm === 'se-open-no-credits' ? {} : { client: { name: 'Bruket' } };
    const content = { ...hoursOnlyContent, legalForms: [legalForm] };
    const forms = runFormsOf(content);
    must(await as.editor.post(`${base}/microcredentials`, { slug, content }));
    await publishDraft(harness.north, slug);
    const offering = must(
      await as.editor.post(`${base}/microcredentials/${slug}/offerings`, { ...offeringInput, forms }),
    );
    const learner = { nameAsAwarded: 'Åsa Ek', email: 'asa@epost.invalid' };
    const registration = must(
      await as.registrar.post(`${base}/offerings/${offering.id}/registrations`, {
        form: legalForm,
        ...client,
        learner,
      }),
    );
    const body = {
      registrationId: registration.id,
      grade: 'G',
      date: '2026-10-01',
      examinerId: harness.north.ids.bystander,
    };
    const completion = must(await as.registrar.post(`${base}/results`, body));
    const made = must(await as.issuer.post(`${base}/awards`, { completionId: completion.id, decision: outcomesMet }));
    awardId = made.id;
    credential = must(await as.issuer.get(`${base}/awards/${awardId}/credential`));
    page = new URL(must(await as.registrar.put(`${base}/awards/${awardId}/certificate-page`, { on: true })).address)
      .pathname;
    const lists = [
      `/microcredentials/${slug}`,
      `/microcredentials/${slug}/versions`,
      `/microcredentials/${slug}/versions/1`,
      `/offerings/${offering.id}`,
      '/awards',
      '/results',
      `/registrations/${registration.id}`,
    ];
    for (const path of lists) must(await as.registrar.get(base + path));
    const said = harness.seen.slice(seen).map(({ path, text }) => [path, found(withoutCode(text))]);
    expect(said.filter(([, hits]) => hits!.length > 0)).toEqual([]);
  });

  test('has a credential that says nothing of them, not even in the code of its form', () => {
    expect(found(JSON.stringify(credential))).toEqual([]);
    expect(creditMembers(JSON.stringify(credential))).toEqual([]);
    expect(credential.credentialSubject.achievement).toMatchObject({
      volumeOfLearning: 'PT12H',
      certificateName: { sv: 'intyg', fi: 'todistus', en: 'certificate' },
    });
  });

  test.each(['application/json', 'application/ld+json'])(
    'has permanent addresses that say nothing of them, as %s',
    async (Accept) => {
      for (const path of [course, `${course}/versions/1`, `/records/${awardId}`, page]) {
        const { status, text } = await harness.anyone.get(path, { Accept });
        expect([path, status, found(withoutCode(text))]).toEqual([path, 200, []]);
      }
    },
  );

  test('is checked without a word of them', async () => {
    const { body, text } = await harness.anyone.post('/api/v1/verify', { credential });
    expect([body.verdict, body.summary.credits, body.summary.hours]).toEqual(['valid', undefined, 12]);
    expect(found(withoutCode(text))).toEqual([]);
  });

  test.each(['/sv', '/sv-fi', '/fi', '/en'])('has pages under %s without a word of them', async (language) => {
    for (const path of [course, `${course}/versions/1`, page, `/records/${awardId}`]) {
      const { status, text } = await harness.anyone.get(language + path, { Accept: 'text/html' });
      const labels = found(visible(text));
      expect([path, status, labels]).toEqual([path, 200, []]);
      expect(/kursbevis/i.test(visible(text))).toBe(false);
    }
  });
});

test('the search for these words finds them where they are', () => {
  expect(found('7,5 högskolepoäng (hp), 3 sp, 3 op, 3 ECTS credits; kursbevis, "creditsEarned"')).toEqual([
    'poäng',
    'hp',
    'sp',
    'op',
    'ECTS',
    'credits',
    'kursbevis',
  ]);
  expect(found('verifiable credential, MicroCredential, http://data.europa.eu/snb/accreditation/x, shop')).toEqual([]);
});

everyAnswer(() => harness);

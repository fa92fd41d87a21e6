import { describe, expect, test } from 'vitest';
import { contentWith } from '../samples/content.ts';
import { finnish, offering, swedish } from './fakes.ts';
import { coursePath, get } from './requests.ts';

describe('the page of an institution', () => {
  const known = {
    ...swedish,
    identifiers: [
      { kind: 'organisation-number', value: '999999-9999' },
      { kind: 'ror', value: 'https://ror.org/0fja11s71' },
    ],
  } as const;

  test.each([
    ['sv', 'Organisationsnummer'],
    ['fi', 'Ruotsalainen organisaationumero'],
    ['en', 'Swedish organisation number'],
  ])('says in /%s which registers know it', async (prefix, label) => {
    const { html } = await get(`/${prefix}/institutions/${swedish.slug}`, { institution: known });
    expect(html).toContain(`<dt>${label}</dt>`);
    expect(html).toContain('999999-9999');
    expect(html).toContain('href="https://ror.org/0fja11s71"');
    expect((await get(`/${prefix}/institutions/${swedish.slug}`)).html).not.toContain(label);
  });
});

describe('the page of a course', () => {
  test.each([
    ['sv', 'register', 'Intyg', 'Lärosätet ger på begäran ett officiellt kursbevis ur studieregistret.'],
    ['en', 'register', 'Certificate', 'The study register gives the official course certificate on request.'],
    ['fi', 'register', 'Todistus', 'Virallinen todistus annetaan pyynnöstä opintorekisteristä.'],
    ['sv', 'here', 'Kursbevis på begäran', undefined],
    ['en', 'here', 'Course certificate, on request', undefined],
    ['fi', 'here', 'Todistus pyynnöstä', undefined],
  ] as const)('says in /%s what paper there is where it is given: %s', async (prefix, policy, noun, beside) => {
    const { html } = await get(`/${prefix}${coursePath}`, { content: contentWith({ courseCertificate: policy }) });
    expect(html).toContain(`<p>${noun}</p>`);
    if (beside) expect(html).toContain(beside);
    else expect(html).not.toMatch(/studieregistret|study register|opintorekisteristä/);
  });

  const sv = ['Student. Kursen avslutas med en kursvärdering.', 'Deltagare. Kursen avslutas med en utvärdering.'];
  const ofFinland = ['Studerande. Kursen avslutas med en kursutvärdering.', sv[1]!];
  test.each([
    ['sv', swedish, sv],
    ['sv', finnish, ofFinland],
    ['fi', swedish, ['Opiskelija. Lopuksi kerätään kurssipalaute.', 'Osallistuja. Lopuksi kerätään palaute.']],
    ['en', swedish, ['Student; course evaluation at the end', 'Participant; evaluation at the end']],
  ] as const)(
    'says in /%s as what one takes part in each form, and how it is evaluated',
    async (prefix, by, wanted) => {
      const forms = (['se-regular', 'se-commissioned-credits'] as const).map((form) => ({
        form,
        audience: ['client-named' as const],
        application: 'client' as const,
      }));
      const { words } = await get(`/${prefix}${coursePath.replace('provsjo', by.slug)}`, {
        institution: by,
        content: contentWith({ legalForms: ['se-regular', 'se-commissioned-credits'] }),
        offerings: [{ ...offering, forms }],
      });
      for (const each of wanted) expect(words).toContain(each);
    },
  );
});

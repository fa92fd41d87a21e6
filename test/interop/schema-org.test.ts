import { expect, test } from 'vitest';
import { createAddresses } from '../../src/domain/addresses/addresses.ts';
import { courseDocument } from '../../src/interop/schema-org.ts';
import { offering, swedish, versionOf } from '../pages/fakes.ts';
import { withCredits, withoutCredits } from '../pages/samples.ts';

const addresses = createAddresses('https://mikromerit.example');
const document = (content: typeof withCredits, offerings = [offering]) =>
  courseDocument({
    addresses,
    institution: swedish,
    microcredentialSlug: 'ml',
    version: versionOf(content, swedish),
    offerings,
    locale: 'en',
  });

test('a published micro-credential is a Course with its level, credits, outcomes and runs', () => {
  expect(document(withCredits, [{ ...offering, fee: { amount: 0, currency: 'SEK' } }])).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'Course',
    '@id': 'https://mikromerit.example/institutions/norrland/microcredentials/ml',
    name: 'Applied machine learning for practitioners',
    courseCode: 'ml',
    inLanguage: ['sv', 'en'],
    provider: { '@type': 'CollegeOrUniversity', name: 'Norrland University of Technology' },
    timeRequired: 'PT80H',
    numberOfCredits: 3,
    educationalLevel: { '@type': 'DefinedTerm', '@id': 'http://data.europa.eu/snb/eqf/7', termCode: '7' },
    educationalCredentialAwarded: { credentialCategory: 'Micro-credential' },
    hasCourseInstance: [
      {
        '@type': 'CourseInstance',
        courseMode: 'online',
        startDate: '2027-01-18',
        endDate: '2027-03-21',
        offers: { '@type': 'Offer', price: '0', priceCurrency: 'SEK', category: 'Free' },
      },
    ],
  });
  const { teaches } = document(withCredits) as { teaches: { name: string; '@id'?: string }[] };
  expect(teaches.map(({ name }) => name)).toContain('machine learning');
  expect(teaches).toHaveLength(4);
});

test('a course without credits has none, even where the content names some', () => {
  for (const content of [withoutCredits, { ...withoutCredits, workload: { hours: 24, ects: 1 } }]) {
    expect(document(content)).not.toHaveProperty('numberOfCredits');
    expect(document(content)).not.toHaveProperty('educationalLevel');
  }
});

test('a cancelled run is left out, and a course with none has no list of them', () => {
  expect(document(withCredits, [{ ...offering, cancelledAt: new Date(0) }])).not.toHaveProperty('hasCourseInstance');
});

test('hours that are not whole become minutes', () => {
  expect(document({ ...withCredits, workload: { hours: 7.5 } })).toMatchObject({ timeRequired: 'PT7H30M' });
  expect(document({ ...withCredits, workload: { hours: 0.999 } })).toMatchObject({ timeRequired: 'PT1H' });
});

import { expect, test } from 'vitest';
import { createAddresses } from '../../src/domain/addresses/addresses.ts';
import { runDocument } from '../../src/interop/course-instance.ts';
import { courseDocument } from '../../src/interop/schema-org.ts';
import { offering, swedish, versionOf } from '../pages/fakes.ts';
import { completeContent, describedContent, hoursOnlyContent } from '../samples/content.ts';

const addresses = createAddresses('https://mikromerit.example');
const document = (content: typeof completeContent, offerings = [offering]) =>
  courseDocument({
    addresses,
    institution: swedish,
    microcredentialSlug: 'ml',
    version: versionOf(content, swedish),
    offerings: offerings.map((one) => ({ offering: one, institution: swedish })),
    locale: 'en',
  });

test('who gives it is the institution; of a joint course each body, by its choice or as it is written out', () => {
  const [written] = hoursOnlyContent.awardingBodies;
  const one = { '@type': 'CollegeOrUniversity', name: 'Provsjö University College', url: swedish.homepage };
  expect(document(hoursOnlyContent)).toMatchObject({ provider: one });
  const partner = { institution: 'koesaari', name: { en: 'Koesaari University' }, country: 'FI' } as const;
  expect(
    document({ ...completeContent, awardingBodies: [partner, { ...written!, id: 'https://ror.org/0k0esaa02' }] }),
  ).toMatchObject({
    provider: [
      { '@type': 'CollegeOrUniversity', url: 'https://mikromerit.example/institutions/koesaari' },
      { '@type': 'Organization', url: 'https://ror.org/0k0esaa02' },
    ],
  });
});

test('a published micro-credential is a Course with its level, credits, outcomes and runs', () => {
  const [form] = offering.forms;
  const price = { amount: 0, currency: 'SEK', payers: [] } as const;
  const free = { ...offering, forms: [{ ...form!, price }] };
  expect(document(completeContent, [free])).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'Course',
    '@id': 'https://mikromerit.example/institutions/provsjo/microcredentials/ml',
    name: 'Water treatment',
    courseCode: 'ml',
    inLanguage: ['sv', 'en'],
    provider: [
      { '@type': 'Organization', name: 'Provsjö University College', url: 'https://provsjo.example/' },
      { '@type': 'Organization', name: 'Länsirannan yliopisto', url: 'https://ror.org/0k0esaa02' },
    ],
    timeRequired: 'PT80H',
    numberOfCredits: 3,
    educationalLevel: { '@type': 'DefinedTerm', '@id': 'http://data.europa.eu/snb/eqf/7', termCode: '7' },
    educationalCredentialAwarded: { credentialCategory: 'Micro-credential' },
    hasCourseInstance: [
      {
        '@type': 'CourseInstance',
        '@id': 'https://mikromerit.example/institutions/provsjo/offerings/o-1',
        eventStatus: 'https://schema.org/EventScheduled',
        eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
        courseMode: 'online',
        maximumAttendeeCapacity: 40,
        startDate: '2027-01-18',
        endDate: '2027-03-21',
        offers: [{ '@type': 'Offer', price: '0', priceCurrency: 'SEK', category: 'Free' }],
      },
    ],
  });
  const { teaches } = document(completeContent) as { teaches: { name: string; '@id'?: string }[] };
  expect(teaches.map(({ name }) => name)).toContain('water chemistry');
  expect(teaches).toHaveLength(4);
});

test('a course says for whom and about what it is, who paid, what others may do with it, and what it was made of', () => {
  expect(document(describedContent)).toMatchObject({
    audience: [
      { '@type': 'EducationalAudience', audienceType: 'persons in tertiary education (EQF 7)' },
      { audienceType: 'persons with 3-10 years work experience' },
      { audienceType: 'Operators of waterworks' },
    ],
    about: [
      { '@type': 'DefinedTerm', termCode: 'vatten', name: 'Water' },
      { termCode: 'norr', name: 'Northern Sweden' },
    ],
    keywords: 'drinking water, coagulation',
    funding: {
      '@type': 'Grant',
      name: 'Waterworks programme',
      identifier: 'VV-2026/17',
      description: 'Co-funded by the Union.',
    },
    license: 'https://creativecommons.org/licenses/by/4.0/',
    isBasedOn: 'https://merit.example/institutions/koesaari/microcredentials/vesi/versions/2',
  });
  const names = ['audience', 'about', 'keywords', 'funding', 'license', 'isBasedOn'];
  expect(Object.keys(document(hoursOnlyContent)).filter((name) => names.includes(name))).toEqual([]);
});

test('a course without credits has none, even where the content names some', () => {
  for (const content of [hoursOnlyContent, { ...hoursOnlyContent, workload: { hours: 24, ects: 1 } }]) {
    expect(document(content)).not.toHaveProperty('numberOfCredits');
    expect(document(content)).not.toHaveProperty('educationalLevel');
  }
});

test('a cancelled run is left out, and a course with none has no list of them', () => {
  expect(document(completeContent, [{ ...offering, cancelledAt: new Date(0) }])).not.toHaveProperty(
    'hasCourseInstance',
  );
});

test('hours that are not whole become minutes', () => {
  expect(document({ ...completeContent, workload: { hours: 7.5 } })).toMatchObject({ timeRequired: 'PT7H30M' });
  expect(document({ ...completeContent, workload: { hours: 0.999 } })).toMatchObject({ timeRequired: 'PT1H' });
});

test.each([
  [undefined, 'EventScheduled'],
  [new Date(0), 'EventCancelled'],
] as const)('a run, cancelled at %s, is a document of its own that says %s', (cancelledAt, status) => {
  const run = runDocument({
    addresses,
    institution: swedish,
    owner: swedish,
    microcredentialSlug: 'ml',
    version: versionOf(completeContent, swedish),
    offering: { ...offering, ...(cancelledAt && { cancelledAt }) },
    locale: 'en',
  });
  expect(run).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'CourseInstance',
    url: 'https://mikromerit.example/institutions/provsjo/offerings/o-1',
    name: 'Water treatment',
    eventStatus: `https://schema.org/${status}`,
    about: { '@type': 'Course', '@id': 'https://mikromerit.example/institutions/provsjo/microcredentials/ml' },
    organizer: { name: 'Provsjö University College' },
  });
});

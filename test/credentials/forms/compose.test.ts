import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDocumentLoader } from '../../../src/credentials/contexts/document-loader.ts';
import { durationOf, hoursOf } from '../../../src/credentials/document/duration.ts';
import { iriOf } from '../../../src/credentials/document/codes.ts';
import { canonical } from '../../../src/credentials/proofs/data-integrity.ts';
import { modelFaults } from '../../../src/credentials/document/model.ts';
import { creditsOf } from '../../../src/domain/catalogue/credits.ts';
import { ruleOn } from '../../../src/domain/legal-form/index.ts';
import { byKey } from '../../../src/credentials/verification/summary/order.ts';
import { createSummaryReader } from '../../../src/credentials/verification/summary/summary.ts';
import type { CompleteContent } from '../../../src/domain/catalogue/microcredential.ts';
import type { CredentialFacts, JsonObject } from '../../../src/services/ports/index.ts';
import type { Summary } from '../../../src/domain/verification/verification.ts';
import { content } from '../arbitrary.ts';
import { addresses, copy, did, factsOf, institution, now, slug, versionOf, writer } from '../fixture.ts';
import { describedContent, hoursOnlyContent, unevenContent } from '../../samples/content.ts';

const loader = createDocumentLoader(addresses);
const summarise = createSummaryReader(addresses);
const compose = async (content: CompleteContent) => writer.compose(factsOf(await versionOf(content)));

/** Sets have no order in a document: the summary has them in the order of their text. */
const sorted = <T>(items: Iterable<T>): readonly T[] => [...items].sort();
const skillsOf = (skills: NonNullable<CompleteContent['learningOutcomes'][number]['skills']>) =>
  expect.arrayContaining(skills.map((skill) => expect.objectContaining(skill) as unknown)) as typeof skills;

/** Parts of a version have numbers that tell their order; what has an id of its own has none. */
const inOrder = (bodies: CompleteContent['awardingBodies']) =>
  bodies.some(({ id }) => id !== undefined) ? bodies.toSorted(byKey) : bodies;

/** Of the description: all but what happens when the money ends, and what is for those who copy it. */
function expectedDescription({ targetGroups, themes, keywords, funding, licence }: CompleteContent): Summary {
  const { until: _, then: __, ...paid } = funding ?? {};
  const words = Object.entries(keywords ?? {}).map(([language, list]) => [language, sorted(new Set(list))]);
  return {
    ...(targetGroups && { targetGroups: { ...targetGroups, codes: sorted(targetGroups.codes ?? []) } }),
    ...(themes && { themes: themes.toSorted((one, other) => (one.code < other.code ? -1 : 1)) }),
    ...(keywords && { keywords: Object.fromEntries(words) }),
    ...(funding && { funding: paid }),
    ...(licence && { licence }),
  };
}

/** What the summary of a credential over this content has to say. */
function expectedSummary(content: CompleteContent): Summary {
  const { legalForms, workload, level, participation, supervision, stackability, gradingScheme, syllabus } = content;
  const [form = 'other'] = legalForms;
  const credits = creditsOf(content, ruleOn(form, '2026-06-01')!);
  const expected: Summary = {
    title: content.title,
    description: content.description,
    level: 'eqf' in level ? { eqf: String(level.eqf) } : { notApplicable: level.reason },
    hours: workload.hours,
    learningOutcomes: content.learningOutcomes.map(({ text, type, skills }) => ({
      text,
      ...(type && { type }),
      ...(skills && { skills: skillsOf(skills) }),
    })),
    assessmentTypes: sorted(content.assessmentTypes),
    modes: sorted(participation.modes),
    qualityAssurance: content.qualityAssurance.map(({ body, ...one }) => ({
      ...one,
      body: body.name,
      ...(body.id !== undefined && { bodyId: body.id }),
    })),
    fields: sorted(content.fields),
    languages: sorted(content.languages),
    awardingBodies: inOrder(content.awardingBodies),
    legalForm: form,
    ...(credits !== undefined && { credits, creditUnit: 'ECTS' }),
    ...(content.cycle && { cycle: content.cycle }),
    ...(content.depthCode && { depthCode: content.depthCode }),
    ...(participation.activities && { activities: sorted(participation.activities) }),
    ...(content.prerequisites && { prerequisites: content.prerequisites }),
    ...(supervision && { supervision }),
    ...(gradingScheme.title && { gradingScheme: gradingScheme.title }),
    ...(stackability && { stackability }),
    ...(content.furtherInformation && { furtherInformation: content.furtherInformation }),
    ...(content.homepage && { homepage: content.homepage }),
    ...(syllabus && { syllabus: syllabus.code }),
    ...expectedDescription(content),
  };
  return expected;
}

describe('a composed credential', () => {
  test('has the addresses, the names and the two status entries', async () => {
    const document = await compose(unevenContent);
    expect(document).toMatchObject({
      id: 'https://mikromerit.example/records/0197f3a2-award',
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      issuer: { id: did, type: ['Profile'], name: 'Provsjö högskola', address: { addressCountryCode: 'SE' } },
      validFrom: '2027-03-10T09:00:00Z',
      credentialSubject: {
        creditsEarned: 3,
        learnerName: 'Märta Ålöf',
        result: [{ value: 'VG' }],
        achievement: {
          id: addresses.version(slug, 'vatten', 2),
          achievementType: 'MicroCredential',
          creditsAvailable: 3,
        },
      },
      relatedResource: [
        { id: addresses.version(slug, 'vatten', 2), digestSRI: (await versionOf(unevenContent)).digest },
      ],
    });
    const entries = document['credentialStatus'] as Record<string, string>[];
    expect(entries.map((entry) => entry['statusPurpose'])).toEqual(['revocation', 'suspension']);
    for (const entry of entries) {
      expect(entry['statusListIndex']).toBe('4711');
      expect(entry['id']).toBe(`https://mikromerit.example/records/0197f3a2-award#${entry['statusPurpose']}`);
    }
  });

  test('aligns with the EQF and with every skill once', async () => {
    const document = await compose(unevenContent);
    const { alignment } = (document['credentialSubject'] as { achievement: { alignment: Record<string, string>[] } })
      .achievement;
    expect(alignment[0]).toMatchObject({
      targetFramework: 'European Qualifications Framework',
      targetUrl: 'http://data.europa.eu/snb/eqf/7',
      targetCode: '7',
      targetType: 'ext:EQFLevel',
    });
    expect(alignment.map(({ targetUrl }) => targetUrl)).toHaveLength(3);
  });

  test('without credits speaks of none, in no language', async () => {
    const text = JSON.stringify(await compose(hoursOnlyContent));
    expect(text).not.toMatch(/\b(hp|sp|op|ects|credits?|kursbevis)\b|credits|högskolepoäng|opintopiste/i);
    expect(text).toContain('"intyg"');
  });

  test('with credits in Sweden is called kursbevis where the institution gives it here, in Finland never', async () => {
    const nameOf = async (content: CompleteContent) => {
      const { achievement } = (await compose(content))['credentialSubject'] as {
        achievement: { certificateName: unknown };
      };
      return achievement.certificateName;
    };
    const here = { ...unevenContent, courseCertificate: 'here' } as const;
    expect(await nameOf(here)).toEqual({ sv: 'kursbevis', fi: 'todistus', en: 'course certificate' });
    expect(await nameOf(unevenContent)).toEqual({ sv: 'intyg', fi: 'todistus', en: 'certificate' });
    const version = await versionOf({ ...here, legalForms: ['fi-open-university'] });
    const finnish = writer.compose(factsOf(version, { institution: { ...institution, country: 'FI' } }));
    expect(JSON.stringify(finnish)).not.toContain('kursbevis');
  });

  test('names the person once and nowhere else', async () => {
    const text = JSON.stringify(await compose(unevenContent));
    expect(text.split('Märta').length - 1).toBe(1);
  });

  test('of any content has no blank node, loses nothing and can be read back', async () => {
    await fc.assert(
      fc.asyncProperty(content, async (any) => {
        const document = await compose(any);
        expect(modelFaults(document)).toEqual([]);
        const quads = await canonical(document, loader);
        expect(quads).not.toMatch(/(^|\s)_:/m);
        expect(summarise(document)).toMatchObject(expectedSummary(any));
      }),
      { numRuns: 60 },
    );
  });
});

test('the summary has every element of the content, and of the award', async () => {
  const summary = summarise(await compose(describedContent));
  expect(summary).toEqual({
    ...expectedSummary(describedContent),
    id: 'https://mikromerit.example/records/0197f3a2-award',
    learner: 'Märta Ålöf',
    issuer: { id: did, name: institution.name, country: 'SE' },
    achievement: addresses.version(slug, 'vatten', 2),
    grade: 'VG',
    examination: {
      place: 'learning-centre',
      supervision: 'supervised-with-id',
      form: 'written-examination',
      identity: { how: 'photo-id', checkedBy: 'learning-centre' },
    },
    certificateName: { sv: 'intyg', fi: 'todistus', en: 'certificate' },
    completedOn: '2027-03-01',
    awardedOn: '2027-03-10',
    validFrom: '2027-03-10T09:00:00Z',
  });
});

describe('the result of a composed credential', () => {
  const decidedIn = { system: 'Ladok', id: 'L-118', attestedBy: 'Ada Attestant', attestedAt: now };
  const composeWith = async (completion: CredentialFacts['completion']) =>
    writer.compose(factsOf(await versionOf(unevenContent), { completion }));
  const resultIn = (document: JsonObject) => copy(document).credentialSubject.result[0];

  test('says what is known of it and nothing else, with no node of its own', async () => {
    const id = 'https://mikromerit.example/records/0197f3a2-award#result';
    const plain = { id, type: ['Result'], value: 'VG', resultDescription: addresses.part(version(), 'r') };
    expect(resultIn(await composeWith({}))).toEqual(plain);
    expect(resultIn(await composeWith({ decidedIn }))).toEqual({
      ...plain,
      decidedInRegister: 'Ladok',
      registeredAs: 'L-118',
      attestedAt: '2027-03-20T12:00:00Z',
    });
    const examination = { place: 'online', supervision: 'supervised-without-id', form: 'quiz' } as const;
    expect(resultIn(await composeWith({ examination }))).toEqual({
      ...plain,
      assessmentType: iriOf('assessment', 'quiz'),
      supervision: iriOf('supervision', 'supervised-without-id'),
      examinationPlace: 'online',
    });
  });

  test('names nobody who attested or checked the identity', async () => {
    const { completion } = factsOf(await versionOf(unevenContent));
    expect(completion.examination?.identity?.name).toBe('Lärcentrum Ån');
    const text = JSON.stringify(await composeWith({ ...completion, decidedIn }));
    expect(text).not.toMatch(/Attestant|Lärcentrum/);
  });

  test('is in the statements that are signed, each with the address of the result', async () => {
    const { completion } = factsOf(await versionOf(unevenContent));
    const quads = (await canonical(await composeWith({ ...completion, decidedIn }), loader)).split('\n');
    const statements = (with_: CredentialFacts['completion']) =>
      composeWith(with_).then(async (document) => (await canonical(document, loader)).split('\n').length);
    expect(quads.length - (await statements({}))).toBe(8);
    const own = quads.filter((quad) => quad.startsWith('<https://mikromerit.example/records/0197f3a2-award#result>'));
    expect(own).toHaveLength(11);
  });

  test('is read back, and not where it cannot be told of which result it is', async () => {
    const { completion } = factsOf(await versionOf(unevenContent));
    const document = copy(await composeWith({ ...completion, decidedIn }));
    const { examination, decidedIn: read } = summarise(document);
    expect(examination).toMatchObject({ place: 'learning-centre', identity: { checkedBy: 'learning-centre' } });
    expect(read).toEqual({ system: 'Ladok', id: 'L-118', attestedAt: '2027-03-20T12:00:00Z' });
    document.credentialSubject.result.push({ id: 'urn:other', type: ['Result'], value: 'G' });
    const several = summarise(document);
    expect(several).not.toHaveProperty('examination');
    expect(several).not.toHaveProperty('decidedIn');
    expect(several.unread).toEqual(['result']);
  });
});
const version = () => addresses.version(slug, 'vatten', 2);

test.each([
  [80, 'PT80H'],
  [80.5, 'PT80H30M'],
  [0.25, 'PT15M'],
  [1.01, 'PT1H36S'],
  [13.37, 'PT13H22M12S'],
  [2000, 'PT2000H'],
])('%d hours are %s and back', (hours, duration) => {
  expect(durationOf(hours)).toBe(duration);
  expect(hoursOf(duration)).toBe(hours);
});

test.each(['P60M', 'P1Y', 'P', 'PT', '80 h', '', 80, undefined, 'P2D'])('%s is no number of hours', (duration) => {
  expect(hoursOf(duration)).toBeUndefined();
});

test('a status list and a DID document hold no blank node either', async () => {
  const list = await writer.composeStatusList({
    slug,
    list: 1,
    purpose: 'revocation',
    set: [3],
    validFrom: now,
    ttlSeconds: 300,
  });
  expect(modelFaults(list)).toEqual([]);
  expect(await canonical(list, loader)).not.toMatch(/(^|\s)_:/m);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDocumentLoader } from '../../../src/credentials/contexts/document-loader.ts';
import { canonical } from '../../../src/credentials/proofs/data-integrity.ts';
import { modelFaults } from '../../../src/credentials/document/model.ts';
import { creditsOf } from '../../../src/domain/catalogue/credits.ts';
import { ruleOn } from '../../../src/domain/legal-form/index.ts';
import { byKey } from '../../../src/credentials/verification/summary/order.ts';
import { createSummaryReader } from '../../../src/credentials/verification/summary/summary.ts';
import type { CompleteContent } from '../../../src/domain/catalogue/microcredential.ts';
import type { Summary } from '../../../src/domain/verification/verification.ts';
import { content } from '../arbitrary.ts';
import { addresses, did, factsOf, institution, now, slug, versionOf, writer } from '../fixture.ts';
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
    awardingBodies: inOrder(content.awardingBodies).map(({ decision, ...body }) => ({
      ...body,
      ...(decision && { decidedOn: decision.date }),
    })),
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

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Answer, type Client, createClient } from '../../scripts/demo/client.ts';
import type { RunningService } from '../../scripts/demo/service.ts';
import { verifyAsStranger } from '../../scripts/demo/stranger.ts';
import {
  assessment,
  country,
  eqf,
  iscedF,
  language,
  learningActivity,
  mode,
  supervision,
} from '../../src/generated/vocab.ts';
import { todayIn } from '../../src/domain/shared/dates.ts';
import { migratedFolder } from '../runtime/embedded.ts';
import { type Env, root, runCli, start, terminate } from '../runtime/processes.ts';
import { readDemoFile, type DemoFile } from './demo-file.ts';

const sample = join(root, 'test/samples/elm/Sample-MC-Annex1-unsigned.jsonld');

/** The code that a concept of the sample has in our lists. */
const codeOf = (list: readonly Readonly<{ code: string | number; iri?: string }>[], { id }: { id: string }) =>
  String(list.find(({ iri }) => iri === id)?.code);
const each = <T>(value: T | readonly T[]): readonly T[] => [value].flat() as readonly T[];

/** Lists of a summary are sets: whatever order they came in, they are compared in one. */
function asSets(value: unknown): unknown {
  if (Array.isArray(value)) {
    const texts = value.map((one) => JSON.stringify(asSets(one))).sort();
    return texts.map((text) => JSON.parse(text) as unknown);
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, member]) => [name, asSets(member)]),
  );
}

/** Every element of Annex I that the sample has, as our summary would say it. */
function elementsOf(document: any) {
  const { hasClaim: claim, fullName } = document.credentialSubject;
  const { specifiedBy: specification, provenBy: proof, influencedBy: activity } = claim;
  const { legalName, location, homepage } = claim.awardedBy.awardingBody;
  return {
    learner: fullName.en,
    title: claim.title,
    description: activity.description,
    awardingBodies: [
      { name: legalName, country: codeOf(country, location.address.countryCode), homepage: homepage.contentURL },
    ],
    learningOutcomes: each<any>(specification.learningOutcome).map(
      ({ title, relatedESCOSkill = [], relatedSkill = [] }) => ({
        text: title,
        skills: [...each<any>(relatedESCOSkill), ...each<any>(relatedSkill)].map(({ id, prefLabel }) => ({
          iri: id,
          label: prefLabel,
        })),
      }),
    ),
    credits: Number(specification.creditPoint.point),
    hours: Number(/^PT(\d+)H$/.exec(specification.volumeOfLearning)?.[1]),
    level: { eqf: codeOf(eqf, specification.eqfLevel) },
    // Its type has an identifier of its own; the name is what says which of the European list it is.
    assessmentTypes: [
      assessment.find(({ label }) => label.en.toLowerCase() === proof.specifiedBy.dcType.prefLabel.en)?.code,
    ],
    modes: [codeOf(mode, specification.mode)],
    activities: [codeOf(learningActivity, activity.specifiedBy.dcType)],
    fields: specification.thematicArea.map((area: { id: string }) => codeOf(iscedF, area)),
    languages: [codeOf(language, specification.language)],
    prerequisites: specification.entryRequirement.noteLiteral,
    supervision: { type: codeOf(supervision, proof.idVerification) },
    grade: proof.grade.noteLiteral.en,
    gradingScheme: proof.specifiedBy.gradingScheme.title,
    stackability: { kind: specification.isPartialQualification ? 'can-be-part-of' : 'stand-alone' },
  };
}

describe('the Commission’s own sample', () => {
  let env: Env;
  let service: RunningService;
  let file: DemoFile;
  let staff: Client;
  let base: string;
  const today = new Date().toISOString().slice(0, 10);

  beforeAll(async () => {
    ({ env } = await migratedFolder());
    service = await start(env);
    file = await readDemoFile(service.dataDir);
    staff = createClient(service.baseUrl, file.apiKey);
    base = `/api/v1/institutions/${file.institution}`;
  });
  afterAll(() => terminate(service));

  const expected = (answer: Answer, status: number): any => {
    expect(`${answer.request} ${answer.status} ${answer.status === status ? '' : JSON.stringify(answer.body)}`).toBe(
      `${answer.request} ${status} `,
    );
    return answer.body;
  };

  test('goes all the way to a certificate with every element that it had', async () => {
    const document: unknown = JSON.parse(await readFile(sample, 'utf8'));
    const imported = await runCli(env, 'import', 'elm', sample, file.institution, 'annex-one');
    expect(imported).toMatchObject({ code: 0, stderr: '' });
    const missing = /missing before it can be published:\n((?: {2}#.*\n)+)/.exec(imported.stdout)?.[1] ?? '';
    expect(missing.match(/#\/[\w/]+/g)).toEqual(['#/qualityAssurance', '#/otherFormReason']);

    const draft = await staff.get(`${base}/microcredentials/annex-one`);
    const decision = { ground: 'delegated-decision' };
    const publish = () => staff.post(`${base}/microcredentials/annex-one/publish`, { decision });
    const refused = expected(await publish(), 422);
    expect(refused.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '#/qualityAssurance',
      '#/otherFormReason',
    ]);

    const { content } = expected(draft, 200).draft;
    const qualityAssurance = [
      { type: 'institutional-quality-assurance', body: { name: { en: 'Quality Board of the University of Zed' } } },
    ];
    const tag = { 'If-Match': draft.headers.get('ETag') ?? '' };
    const mended = await staff.put(
      `${base}/microcredentials/annex-one/draft`,
      { content: { ...content, qualityAssurance, otherFormReason: { en: 'The sample names no law.' } } },
      tag,
    );
    expect(expected(mended, 200).gate.faults).toEqual([]);
    const version = expected(await publish(), 201);

    const run = {
      startDate: '2026-01-12',
      endDate: '2030-12-31',
      language: 'en',
      attendance: 'fixed-mix',
      forms: [{ form: 'other', audience: ['everyone'], application: 'individual' }],
    };
    const offering = expected(await staff.post(`${base}/microcredentials/annex-one/offerings`, run), 201);
    const learner = { nameAsAwarded: 'Ana Andromeda', birthDate: '1999-10-02' };
    const registered = await staff.post(`${base}/offerings/${offering.id}/registrations`, {
      form: 'other',
      learner,
    });
    const result = {
      registrationId: expected(registered, 201).id,
      grade: 'Pass',
      date: today,
      examinerId: file.examinerId,
    };
    const completion = expected(await staff.post(`${base}/results`, result), 201);
    const made = await staff.post(`${base}/awards`, {
      completionId: completion.id,
      decision: { ground: 'outcomes-met' },
    });
    const award = expected(made, 201);

    const credential = expected(await staff.get(`${base}/awards/${award.id}/credential`), 200);
    const report = expected(await staff.post('/api/v1/verify', { credential }), 200);
    expect(report.verdict).toBe('valid');
    const summary = {
      ...elementsOf(document),
      qualityAssurance: qualityAssurance.map(({ type, body }) => ({ type, body: body.name })),
      achievement: version.address,
      completedOn: today,
      awardedOn: todayIn({ country: 'FI' }, new Date()),
      issuer: { country: 'FI' },
    };
    expect(asSets(report.summary)).toMatchObject(asSets(summary) as object);
    expect(await verifyAsStranger(credential)).toMatchObject({ verified: true });
  });

  test('says nothing about a person that the sample names', async () => {
    const { body } = await staff.get(`${base}/microcredentials/annex-one`);
    expect(JSON.stringify(body)).not.toMatch(/andromeda|LA-234218|1999-10/i);
  });
});

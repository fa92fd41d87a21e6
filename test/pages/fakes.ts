import type { CatalogueFilter } from '../../src/services/ports/index.ts';
import { createAddresses } from '../../src/domain/addresses/addresses.ts';
import type { Award } from '../../src/domain/award/award.ts';
import { DomainError } from '../../src/domain/shared/errors.ts';
import type { Institution } from '../../src/domain/institution/institution.ts';
import type { CompleteContent, PublishedVersion } from '../../src/domain/catalogue/microcredential.ts';
import { offeringStateOf } from '../../src/domain/catalogue/run/offering-state.ts';
import type { Offering } from '../../src/domain/catalogue/offering.ts';
import { checkNames, type Report } from '../../src/domain/verification/verification.ts';
import { present } from '../../src/domain/shared/present.ts';
import { platform } from '../../src/platform/platform.ts';
import type { Services } from '../../src/services/index.ts';
import { finnish as finnishInput, institutionOf } from '../samples/institution.ts';
import { person } from '../samples/person.ts';
import { completeContent, hoursOnlyContent } from '../samples/content.ts';

export const now = new Date('2026-11-23T10:15:00Z');

export const swedish: Institution = institutionOf({ id: 'i-se', accent: '#7a1f3d', createdAt: now });
export const finnish: Institution = institutionOf({ id: 'i-fi', accent: '#f2c14e', createdAt: now }, finnishInput);

export function versionOf(content: CompleteContent, institution: Institution, number = 2): PublishedVersion {
  return {
    id: `https://mikromerit.example/institutions/${institution.slug}/microcredentials/c/versions/${number}`,
    institutionId: institution.id,
    microcredentialId: 'm-1',
    number,
    content,
    digest: 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
    publishedAt: new Date(`2026-0${number}-11T08:00:00Z`),
    decisionId: 'd-1',
  };
}

export const offering: Offering = {
  id: 'o-1',
  institutionId: swedish.id,
  ownerId: swedish.id,
  issuerId: swedish.id,
  microcredentialId: 'm-1',
  version: 2,
  startDate: '2027-01-18',
  endDate: '2027-03-21',
  language: 'sv',
  attendance: 'online',
  pace: 25,
  places: 40,
  location: { sv: 'Campus Sundsvall', en: 'Sundsvall campus' },
  learningCentre: 'Lärcentrum Härjedalen',
  forms: [
    { form: 'se-regular', audience: ['fee-exempt', 'fee-liable'], application: 'individual', applyBy: '2026-12-15' },
  ],
  createdAt: now,
};

export const award: Award = {
  id: '0197a0c2-0000-7000-8000-000000000001',
  institutionId: swedish.id,
  hostId: swedish.id,
  ownerId: swedish.id,
  completionId: 'c-1',
  learnerId: 'l-1',
  microcredentialId: 'm-1',
  version: 2,
  versionDigest: 'sha256-x',
  legalForm: 'se-regular',
  language: 'sv',
  nameAsAwarded: person.nameAsAwarded,
  grade: 'VG',
  completedOn: '2026-10-30',
  awardedOn: '2026-11-05',
  decisionId: 'd-2',
  status: { listId: 'list-1', listNumber: 1, index: 7 },
  state: 'issued',
  createdAt: now,
};

export const report: Report = {
  verdict: 'valid',
  kind: 'credential',
  checkedAt: '2026-11-23T10:15:00Z',
  checks: checkNames.map((name) => ({
    name,
    outcome: name === 'period' ? 'notApplicable' : 'passed',
    source: name === 'issuer' ? 'did:web:mikromerit.example:institutions:provsjo' : 'document',
    time: '2026-11-23T10:15:00Z',
  })),
  summary: {},
};

export type Fixture = Readonly<{
  institution: Institution;
  content: CompleteContent;
  offerings: readonly Offering[];
  award: Award;
  report: Report;
  next?: string;
  verify: (document: unknown) => void;
}>;

/** Services that know one course of one institution; everything a page does not ask for is absent. */
export function fakeServices(changes: Partial<Fixture> = {}): Services {
  const base: Fixture = {
    institution: swedish,
    content: completeContent,
    offerings: [offering],
    award,
    report,
    verify: () => {},
  };
  const given = { ...base, ...changes };
  const [legalForm = 'other'] = given.content.legalForms;
  const fixture = { ...given, award: { ...given.award, legalForm } };
  const slug = 'vattenrening';
  const published = (number: number) => ({
    institution: fixture.institution,
    microcredentialSlug: slug,
    version: versionOf(fixture.content, fixture.institution, number),
  });
  const offered = (run: Offering) => ({
    offering: run,
    state: offeringStateOf(run, { today: now.toISOString().slice(0, 10), taken: 0 }),
    institution: fixture.institution,
    owner: fixture.institution,
    issuer: fixture.institution.slug,
    microcredentialSlug: slug,
  });
  const known = <T>(name: string, unknown: string, value: T): T => {
    if (name === unknown) throw new DomainError('not-found', 'There is nothing here.');
    return value;
  };
  const other = fixture.content.legalForms.every((form) => form.endsWith('no-credits'))
    ? []
    : [
        {
          institution: finnish,
          microcredentialSlug: 'krishantering',
          version: versionOf({ ...completeContent, legalForms: ['fi-open-university'] }, finnish),
        },
        { institution: swedish, microcredentialSlug: 'skydda-vattnet', version: versionOf(hoursOnlyContent, swedish) },
      ];
  const fake = {
    institutions: {
      list: async () => (other.length > 0 ? [swedish, finnish] : [fixture.institution]),
      bySlug: async (name: string) => known(name, 'nowhere', fixture.institution),
    },
    catalogue: {
      list: async (_: unknown, { institutionId }: CatalogueFilter = {}) => ({
        items: [
          { ...published(2), ...present({ nextStart: fixture.offerings[0]?.startDate }) },
          ...other.filter(({ institution }) => !institutionId || institution.id === institutionId),
        ],
        ...(fixture.next && { next: fixture.next }),
      }),
      newest: async (_: string, code: string) => known(code, 'nothing', published(2)),
      versions: async () => [published(1), published(2)],
      version: async (_: string, __: string, number: number) => known(String(number), '9', published(number)),
    },
    offerings: {
      upcoming: async () => fixture.offerings.map(offered),
      coming: async () => fixture.offerings.map((run) => ({ ...offered(run), title: fixture.content.title })),
      read: async (_: string, id: string) => known(id, 'unknown', offered(fixture.offerings[0] ?? offering)),
    },
    certificates: {
      read: async (token: string) =>
        known(token, 'unknown', {
          ...published(2),
          host: fixture.institution,
          owner: fixture.institution,
          award: fixture.award,
          credential: { awardId: fixture.award.id, text: '{}', etag: '"1"', issuedAt: now },
          report: fixture.report,
        }),
      existence: async (id: string) =>
        known(id, 'unknown', {
          institution: fixture.institution,
          owner: fixture.institution.slug,
          microcredentialSlug: slug,
          version: 2,
          legalForm: fixture.award.legalForm,
        }),
    },
    verifying: {
      verify: async (document: unknown) => {
        fixture.verify(document);
        return fixture.report;
      },
      verifyReceived: async (received: unknown) => {
        fixture.verify(received);
        return fixture.report;
      },
    },
    addresses: createAddresses('https://mikromerit.example'),
    now: () => now,
    sha256: platform.sha256,
  };
  return fake as unknown as Services;
}

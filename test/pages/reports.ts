import {
  type Check,
  type CheckName,
  type DocumentKind,
  documentKinds,
  presentationCheckNames,
  type Report,
  type Summary,
} from '../../src/domain/verification/verification.ts';
import { report as passed } from './fakes.ts';
import { summary } from './summary.ts';
import { completeContent } from '../samples/content.ts';

type Changes = Partial<Record<CheckName, Partial<Check>>>;

/** A report like one where all passed, but for these checks. */
export const reportWith = (verdict: Report['verdict'], changes: Changes, more: Partial<Report> = {}): Report => ({
  ...passed,
  verdict,
  summary,
  checks: passed.checks.map((check) => ({ ...check, ...changes[check.name] })),
  ...more,
});

export const uncheckedKinds = documentKinds.filter((kind) => kind !== 'credential' && kind !== 'presentation');

/** An unsigned presentation, in which these were found. */
export const presented = (credentials: readonly Report[]): Report => ({
  ...passed,
  kind: 'presentation',
  summary: {},
  checks: presentationCheckNames.map((name) => ({
    ...passed.checks[0]!,
    name,
    outcome: name === 'format' ? 'passed' : 'notApplicable',
    ...(name === 'proof' && { problem: { type: 'https://mikromerit.example/problems/unsigned', title: 'x' } }),
  })),
  credentials,
});

/** As the checks answer for what they do not read. */
export const reportOfKind = (kind: DocumentKind, more: Partial<Report> = {}): Report => ({
  ...passed,
  kind,
  verdict: 'undetermined',
  summary: {},
  checks: passed.checks.map((check) => ({ ...check, outcome: 'unknown' })),
  ...more,
});

const foreign: Summary = {
  learner: 'Ana First',
  title: { en: 'Soil chemistry in practice' },
  description: { en: 'Sampling and analysis' },
  criteria: { en: 'Passed a project' },
  issuer: { id: 'did:key:z6MkuDdrmrT1sVyek6DYkLrbB5ioayrXNdNobXW5PfBk2jx1', name: { en: 'North Valley University' } },
  validFrom: '2026-01-01T00:00:00Z',
  credits: 3,
};

export const severalResults: Summary = {
  ...foreign,
  results: [
    { value: 'F', description: { en: 'Written examination' } },
    { value: '87', description: { en: 'Project' }, scale: { min: '0', max: '100', required: '50' } },
    { status: 'InProgress', description: { en: 'Laboratory work' } },
  ],
  gradeScale: { min: '0', max: '100' },
};

const { learner: _, title: __, description: ___, criteria: ____, credits: _____, ...once } = foreign;
export const severalClaims: Summary = {
  ...once,
  claims: [
    { learner: 'Ana First', title: { en: 'Soil chemistry in practice' }, credits: 3 },
    { learner: 'Ben Second', title: { en: 'Soil physics in practice' }, credits: 30, grade: 'Distinction' },
    { hours: 12 },
  ],
};

/** Its language is not told, or told in no way that a tag is written in. */
const unknownLanguage: Summary = {
  ...foreign,
  title: { und: 'Soil chemistry' } as never,
  description: { 'no tag\u202e': 'Sampling' } as never,
};

export const rightToLeft: Summary = {
  ...foreign,
  learner: 'ليلى\u202e admin',
  title: { ar: 'HTML و CSS: تصميم' } as never,
};

const longWords: Summary = {
  ...summary,
  learner: 'Maximiliana-Wilhelmiina Kuusivaara-Hämäläinen-Lappalainen',
  title: { fi: 'Sairaanhoitopiirikuntayhtymähallintohenkilöstökoulutuksen perusteet' },
  issuer: { ...summary.issuer!, country: 'FI', name: { fi: 'Ammattikorkeakoulukuntayhtymäkoulutuskeskus' } },
};

const seal = {
  problem: { type: 'https://w3id.org/security#PROOF_VERIFICATION_ERROR', title: 'A signature does not hold.' },
};

/** One report for each thing that a page of results has to say. */
export const reports: Readonly<Record<string, Report>> = {
  valid: reportWith('valid', { status: { purposes: ['revocation', 'suspension'] } }),
  foreign: reportWith('valid', { status: { outcome: 'notApplicable' } }, { summary: foreign }),
  invalid: reportWith('invalid', { proof: { outcome: 'failed', ...seal } }),
  malformed: reportWith('malformed', { format: { outcome: 'failed' } }),
  revoked: reportWith('revoked', {
    status: { outcome: 'failed', time: '2026-11-12T08:00:00Z', purposes: ['revocation'] },
  }),
  suspended: reportWith('suspended', { status: { outcome: 'failed', purposes: ['suspension'] } }),
  expired: reportWith(
    'expired',
    { period: { outcome: 'failed' } },
    { summary: { ...summary, validUntil: '2026-01-01T00:00:00+02:00' } },
  ),
  unreachable: reportWith('undetermined', {
    issuer: { outcome: 'unknown', reason: 'timeout' },
    proof: { outcome: 'unknown' },
  }),
  unsigned: reportWith('undetermined', {
    issuer: { outcome: 'notApplicable' },
    proof: {
      outcome: 'unknown',
      problem: { type: 'https://mikromerit.example/problems/unsigned', title: 'The document carries no signature.' },
    },
  }),
  presentation: presented([reportWith('valid', {})]),
  fetched: reportWith('valid', {}, { fetchedFrom: 'https://university.example/certificates/abc' }),
  severalResults: reportWith('valid', {}, { summary: severalResults }),
  severalClaims: reportWith('valid', {}, { summary: severalClaims }),
  unread: reportWith('valid', {}, { summary: { ...once, title: foreign.title!, unread: ['holder', 'result'] } }),
  unclearLevel: reportWith(
    'valid',
    {},
    { summary: { ...foreign, level: { eqfUnclear: ['9', 'http://data.europa.eu/snb/eqf/7'] } } },
  ),
  severalLevels: reportWith('valid', {}, { summary: { ...foreign, level: { eqfSeveral: ['5', '6'] } } }),
  unknownLanguage: reportWith('valid', {}, { summary: unknownLanguage }),
  rightToLeft: reportWith('valid', {}, { summary: rightToLeft }),
  longWords: reportWith('valid', {}, { summary: longWords }),
  everything: reportWith(
    'valid',
    {},
    {
      summary: {
        ...summary,
        description: completeContent.description,
        criteria: { en: 'Four assignments' },
        criteriaUrl: 'https://university.example/criteria',
        learnerNames: ['Åsa Öhman', 'Å. Öhman-Järvinen'],
        describedBy: [{ name: { en: 'A Learning Company' }, homepage: 'https://company.example/' }],
        evidence: [{ name: { en: 'Portfolio' }, description: { en: 'Four reports' }, url: 'https://folio.example/1' }],
        identifiers: [{ value: '80-1234', type: 'sourcedId' }],
        supervision: { type: 'supervised-with-id', place: 'onsite', identityChecked: true },
        examination: {
          place: 'online',
          supervision: 'unsupervised-with-id',
          form: 'oral-examination',
          identity: { how: 'e-identification', checkedBy: 'institution' },
        },
        decidedIn: { system: 'Ladok', id: 'L-118', attestedAt: '2026-10-12T09:30:00Z' },
        qualityAssurance: [{ type: 'institutional-quality-assurance', text: { en: 'Looked at by peers every year.' } }],
        gradingScheme: { en: 'Three-step scale' },
        gradeScale: { min: 'U', max: 'VG', required: 'G' },
      },
    },
  ),
  ...Object.fromEntries(uncheckedKinds.map((kind) => [kind, reportOfKind(kind)])),
  link: reportOfKind('link', {
    fetchedFrom: 'https://nowhere.example/certificates/1',
    checks: reportOfKind('link').checks.map((check) =>
      check.name === 'format' ? { ...check, reason: 'timeout' as const } : check,
    ),
  }),
};

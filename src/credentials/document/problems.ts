import type { CheckProblem, FetchFault, Findings, Outcome } from '../../domain/verification/verification.ts';

const model = 'https://www.w3.org/TR/vc-data-model#';
const security = 'https://w3id.org/security#';
const statusList = 'https://www.w3.org/ns/credentials/status-list#';

/** Problem types of W3C (VCDM 2.0 §7.3, Data Integrity §4.7, Bitstring Status List §3.5); never one invented under w3.org. */
const w3cProblems = {
  parsing: { type: `${model}PARSING_ERROR`, title: 'What was handed over cannot be read as JSON.' },
  malformed: {
    type: `${model}MALFORMED_VALUE_ERROR`,
    title: 'The document breaks a rule of W3C Verifiable Credentials.',
  },
  range: { type: `${model}RANGE_ERROR`, title: 'A value lies outside its range.' },
  proof: { type: `${security}PROOF_VERIFICATION_ERROR`, title: 'A signature does not hold.' },
  challenge: {
    type: `${security}INVALID_CHALLENGE_ERROR`,
    title: 'A signature was not made for the challenge that was asked for.',
  },
  domain: {
    type: `${security}INVALID_DOMAIN_ERROR`,
    title: 'A signature was not made for whoever asks for it.',
  },
  dataLoss: {
    type: `${security}DATA_LOSS_DETECTION_ERROR`,
    title: 'Something in the document has no defined meaning, so no signature can cover it.',
  },
  statusRetrieval: { type: `${statusList}STATUS_RETRIEVAL_ERROR`, title: 'The status list could not be fetched.' },
  statusVerification: {
    type: `${statusList}STATUS_VERIFICATION_ERROR`,
    title: 'The status list could not be trusted.',
  },
  statusLength: {
    type: `${statusList}STATUS_LIST_LENGTH_ERROR`,
    title: 'The status list is shorter than the standard demands.',
  },
} as const;

/** Conditions of our own: last part of the address under `{base}/problems/`, and what it is called. */
const ownProblems = {
  'too-complex': 'The document is too large or too deeply nested to check.',
  'unsupported-format': 'The document is of a kind this service does not check.',
  'unsupported-json-ld': 'The document is written in a form of JSON-LD this service does not read.',
  'unknown-context': 'The document uses terms whose definitions this service does not hold.',
  'unknown-digest': 'The document names a digest that could not be compared with anything.',
  unsigned: 'The document carries no signature.',
  'unsupported-proof': 'A signature is of a kind this service cannot check.',
  'issuer-unreachable': 'The issuer’s keys could not be fetched.',
  'unsupported-issuer': 'The issuer is identified in a way this service cannot look up.',
  'issuer-mismatch': 'The document does not come from the issuer it must come from.',
  'holder-mismatch': 'The presentation is not signed by the holder that it names.',
  'not-yet-valid': 'The document is not valid yet.',
  expired: 'The document has expired.',
  revoked: 'The issuer has revoked the document.',
  suspended: 'The issuer has suspended the document for the time being.',
  'unsupported-status': 'The document names a kind of status this service cannot read.',
  'catalogue-unreachable': 'The issuer’s description of the micro-credential could not be fetched.',
  'catalogue-mismatch': 'The issuer’s description of the micro-credential is not the one the document was signed with.',
  'check-failed': 'The check could not be made.',
} as const;

export type ProblemName = keyof typeof w3cProblems | keyof typeof ownProblems;

/** One check's answer, before it is put under its name. */
export type CheckResult = Readonly<{
  outcome: Outcome;
  source?: string;
  time?: string;
  problem?: CheckProblem;
  reason?: FetchFault;
  purposes?: readonly string[];
  findings?: Partial<Findings>;
  /** It failed because a standard refuses the form. */
  byForm?: boolean;
}>;

/** For results of members that have no order, so that a report does not depend on how they were written. */
export const inOneOrder = (one: CheckResult, other: CheckResult): number => {
  const [here, there] = [one, other].map(({ source, problem }) => `${source ?? ''} ${problem?.detail ?? ''}`);
  return here === there ? 0 : (here ?? '') < (there ?? '') ? -1 : 1;
};

export type Problems = (name: ProblemName, detail?: string) => CheckProblem;

/** Characters of a detail at most, because it may quote the document. */
const maxDetail = 500;

export const createProblems =
  (base: string): Problems =>
  (name, detail) => ({
    ...(name in w3cProblems
      ? w3cProblems[name as keyof typeof w3cProblems]
      : { type: `${base}/problems/${name}`, title: ownProblems[name as keyof typeof ownProblems] }),
    ...(detail === undefined ? {} : { detail: detail.slice(0, maxDetail) }),
  });

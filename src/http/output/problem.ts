import { DomainError, type ErrorCode } from '../../domain/shared/errors.ts';
import { toViolation, refusalText } from '../../domain/catalogue/gate-finding.ts';
import { type Locale, localeFor } from '../../domain/shared/language.ts';
import { GateRefusal } from '../../domain/catalogue/publish-gate.ts';
import type { components } from '../../generated/openapi.d.ts';
import type { Language } from './answer-language.ts';
import { ContractFault, toViolations } from '../input/contract-fault.ts';
import { faultWords } from '../input/fault-words/index.ts';

export type Problem = components['schemas']['Problem'];

/** The one place where a refusal becomes a status and a title. */
export const problems = {
  'malformed-request': { status: 400, title: 'The request does not follow the contract.' },
  'nested-too-deep': { status: 400, title: 'The document is nested too deep.' },
  unauthenticated: { status: 401, title: 'The request carries no key that is in force.' },
  'role-missing': { status: 403, title: 'The key may not do this.' },
  'other-institution': { status: 403, title: 'The key belongs to another institution.' },
  'key-cannot-decide': { status: 403, title: 'A decision needs a person.' },
  'own-draft': { status: 409, title: 'No one approves their own draft.' },
  'not-found': { status: 404, title: 'There is no such thing.' },
  'institution-not-found': { status: 404, title: 'There is no such institution.' },
  'already-exists': { status: 409, title: 'There is one already.' },
  'state-forbids': { status: 409, title: 'The state of things forbids it.' },
  'registration-differs': { status: 409, title: 'What is on record differs.' },
  'person-ambiguous': { status: 409, title: 'It cannot be told who this is.' },
  'offering-full': { status: 409, title: 'All places of the run are taken.' },
  'version-immutable': { status: 409, title: 'A published version never changes.' },
  'already-completed': { status: 409, title: 'This registration has a completion already.' },
  'already-corrected': { status: 409, title: 'This result is corrected already.' },
  'already-awarded': { status: 409, title: 'This completion has an award already.' },
  'already-revoked': { status: 409, title: 'This award is revoked already.' },
  'not-issued': { status: 409, title: 'The credential is not issued yet.' },
  'precondition-failed': { status: 412, title: 'It has changed since you read it.' },
  'body-too-large': { status: 413, title: 'The body is too large.' },
  'encoding-unsupported': { status: 415, title: 'The body is compressed or otherwise coded.' },
  'media-type-unsupported': { status: 415, title: 'The body is of a type that is not taken.' },
  'content-invalid': { status: 422, title: 'The content breaks a rule.' },
  'gate-refused': { status: 422, title: 'Something of the EU standard is missing or impossible.' },
  'offering-invalid': { status: 422, title: 'The offering breaks a rule.' },
  'registration-invalid': { status: 422, title: 'The registration breaks a rule.' },
  'result-invalid': { status: 422, title: 'The result breaks a rule.' },
  'decision-invalid': { status: 422, title: 'The decision breaks a rule.' },
  'idempotency-conflict': { status: 422, title: 'This Idempotency-Key was used with another body.' },
  'import-unreadable': { status: 422, title: 'The file cannot be imported.' },
  'precondition-required': { status: 428, title: 'Say which state your change is based on.' },
  'rate-limited': { status: 429, title: 'Too many requests.' },
  busy: { status: 503, title: 'The service is busy.' },
  unavailable: { status: 503, title: 'The service cannot reach its database.' },
  // RFC 4918 §11.5: a condition that is taken to pass.
  'storage-full': { status: 507, title: 'The service has no room left.' },
  'service-misconfigured': { status: 500, title: 'The service is not set up correctly.' },
} as const satisfies Record<ErrorCode, { status: number; title: string }>;

/** A `DomainError` is told to the caller; of any other error nothing is said. */
export function toProblem(error: unknown): Problem {
  if (!(error instanceof DomainError)) return { type: 'about:blank', title: 'Internal Server Error', status: 500 };
  return {
    type: `/problems/${error.code}`,
    ...problems[error.code],
    detail: error.message,
    ...(error.violations.length > 0 && { errors: error.violations }),
  };
}

type Localized = Readonly<{ problem: Problem; language: Locale | Language }>;

/** In the caller's language where there are words for it; the rest in English, with English as Content-Language. */
function localize(error: unknown, language: Language): Localized {
  const problem = toProblem(error);
  if (error instanceof ContractFault) {
    const { title, detail } = faultWords[language];
    const errors = toViolations(error.faults, language);
    return { problem: { ...problem, title, detail: detail(errors.length), errors }, language };
  }
  if (error instanceof GateRefusal) {
    const locale = localeFor(language, error.country);
    const errors = error.faults.map((fault) => toViolation(fault, locale));
    return { problem: { ...problem, ...refusalText(errors.length, locale), errors }, language: locale };
  }
  return { problem, language: 'en' };
}

/** A refusal within an answer, such as that of one row. */
export const problemIn = (language: Language, error: DomainError): Problem => localize(error, language).problem;

/** Seconds for Retry-After, where the refusal itself gives none. */
const restInSeconds: Partial<Record<ErrorCode, number>> = { busy: 5, unavailable: 10, 'storage-full': 60 };

type Headers_ = Readonly<Record<string, string>>;

/** RFC 9110 §10.2.3, where the refusal says when to come again. */
export function retryAfter(error: unknown): Headers_ {
  if (!(error instanceof DomainError)) return {};
  const seconds = error.retryAfterSeconds ?? restInSeconds[error.code];
  return seconds === undefined ? {} : { 'Retry-After': String(seconds) };
}

/** As RFC 9457 problem details. */
export function respondWithProblem(error: unknown, wanted: Language = 'en'): Response {
  const { problem, language } = localize(error, wanted);
  return respond(problem, { 'Content-Language': language, Vary: 'Accept-Language', ...retryAfter(error) });
}

/** RFC 9110 §15.5.6. A matter of the protocol alone, so it has no code among ours. */
export function respondWithMethodNotAllowed(methods: readonly string[]): Response {
  const allowed = methods.join(', ');
  const detail = `This address takes ${allowed}.`;
  return respond(
    { type: 'about:blank', title: 'Method Not Allowed', status: 405, detail },
    { Allow: allowed, 'Content-Language': 'en' },
  );
}

function respond(problem: Problem, headers: Headers_): Response {
  return new Response(JSON.stringify(problem), {
    status: problem.status,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      ...(problem.status === 401 && { 'WWW-Authenticate': 'Bearer' }),
      // RFC 9110 §15.5.16: the codings that would do.
      ...(problem.status === 415 && { 'Accept-Encoding': 'identity' }),
      ...headers,
    },
  });
}

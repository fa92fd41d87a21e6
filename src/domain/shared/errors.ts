/**
 * One fault in what was sent: where (a JSON Pointer, RFC 6901, as a URI fragment) and how to mend it; where it is about
 * several places, `pointers` has them all.
 */
export type Violation = Readonly<{ pointer: string; detail: string; pointers?: readonly string[] }>;

/** The code of every refusal. `http/output/problem.ts` gives each a status and a title. */
export type ErrorCode =
  | 'malformed-request'
  | 'body-too-large'
  | 'encoding-unsupported'
  | 'media-type-unsupported'
  | 'nested-too-deep'
  | 'unauthenticated'
  | 'role-missing'
  | 'other-institution'
  | 'key-cannot-decide'
  | 'not-found'
  | 'institution-not-found'
  | 'already-exists'
  | 'precondition-required'
  | 'precondition-failed'
  | 'content-invalid'
  | 'gate-refused'
  | 'state-forbids'
  | 'own-draft'
  | 'version-immutable'
  | 'offering-invalid'
  | 'offering-full'
  | 'registration-invalid'
  | 'registration-differs'
  | 'person-ambiguous'
  | 'result-invalid'
  | 'already-completed'
  | 'already-corrected'
  | 'already-awarded'
  | 'already-revoked'
  | 'not-issued'
  | 'decision-invalid'
  | 'idempotency-conflict'
  | 'rate-limited'
  | 'busy'
  | 'unavailable'
  | 'storage-full'
  | 'import-unreadable'
  | 'service-misconfigured';

/** A refusal that the caller is told of. Anything else that is thrown is a fault of the service and answers 500. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly violations: readonly Violation[];
  /** When it may be worth trying again. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ErrorCode,
    detail: string,
    options: { violations?: readonly Violation[]; retryAfterSeconds?: number; cause?: unknown } = {},
  ) {
    super(detail, { cause: options.cause });
    this.name = 'DomainError';
    this.code = code;
    this.violations = options.violations ?? [];
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}

import { DomainError, type ErrorCode } from '../../domain/shared/errors.ts';

/** What it means in the trade that a unique key is taken, by the name of its constraint in migrations/. */
const taken: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  institution_slug: ['already-exists', 'There is an institution with this slug.'],
  unit_code: ['already-exists', 'The institution has a unit with this code.'],
  microcredential_slug: ['already-exists', 'The institution has a micro-credential with this slug.'],
  hosting_agreement_standing: [
    'already-exists',
    'An agreement with this institution about this version stands already; end it first.',
  ],
  theme_code: ['already-exists', 'The institution has a theme with this code.'],
  partnership_once: ['already-exists', 'The institution is a partner of this course already.'],
  version_number: ['already-exists', 'This version is published already.'],
  learner_identifier_of_one: ['person-ambiguous', 'An identifier belongs to another person here.'],
  registration_of_learner: ['already-exists', 'This person is registered for the offering.'],
  registration_source: ['already-exists', 'A registration with this source and external id exists.'],
  correction_task_open: ['already-exists', 'The result has an open correction task.'],
  award_of_completion: ['already-awarded', 'This completion has been awarded.'],
};

const uniqueViolation = '23505';
/** NUL in text; NUL or half of a surrogate pair in jsonb. PostgreSQL stores neither. */
const unstorable: readonly string[] = ['22021', '22P05', '22P02'];

const diskFull = '53100';

/** Lock timeout, statement timeout, deadlock, no connection left. */
const busy: readonly string[] = ['55P03', '57014', '40P01', '40001', '53300'];

/**
 * A connection broke or none could be made: classes 08 and 57P of PostgreSQL (Error Codes), what the system says of a
 * socket, and what pg says of a connection without giving a code.
 */
const awayCode = /^(08...|57P0\d|E(CONN(REFUSED|RESET|ABORTED)|PIPE|TIMEDOUT|(HOST|NET)UNREACH|NOTFOUND|AI_AGAIN))$/;
const awayMessage = /^(Connection terminated|Client (has encountered a connection error|was closed) )/;

const isAway = ({ message, code }: { message: string; code?: unknown }): boolean =>
  typeof code === 'string' ? awayCode.test(code) : awayMessage.test(message);

/** What was under way when the connection broke may have been done: only the commit was not heard. */
export const unavailable = (cause: unknown): DomainError =>
  new DomainError(
    'unavailable',
    'The database does not answer. Try again in a moment. What you sent may have been done, so look before you send it again.',
    { cause },
  );

/** What the database said, in the words of the domain where it has any. */
export function spoken(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (isAway(error)) return unavailable(error);
  if (code === diskFull)
    return new DomainError('storage-full', 'There is no room left to store anything. Nothing was changed.', {
      cause: error,
    });
  if (code === undefined) return error;
  const refusal = code === uniqueViolation && constraint !== undefined ? taken[constraint] : undefined;
  if (refusal) return new DomainError(refusal[0], refusal[1], { cause: error });
  if (busy.includes(code))
    return new DomainError(
      'busy',
      'Others are at work on the same thing. Nothing was changed; try again in a moment.',
      {
        cause: error,
      },
    );
  if (!unstorable.includes(code)) return error;
  return new DomainError('malformed-request', 'The text holds a character that cannot be stored.', {
    cause: error,
    violations: [{ pointer: '#', detail: 'Leave out U+0000 and surrogates that stand alone.' }],
  });
}

/** The same store, refusing in the words of the domain. */
export function refusing<T extends object>(store: T): T {
  const members = Object.entries(store).map(([name, work]: [string, (...input: unknown[]) => Promise<unknown>]) => {
    const spoke = async (...input: unknown[]) => {
      try {
        return await work(...input);
      } catch (error) {
        throw spoken(error);
      }
    };
    return [name, spoke] as const;
  });
  return Object.fromEntries(members) as T;
}

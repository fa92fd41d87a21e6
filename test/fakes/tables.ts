import type { Award } from '../../src/domain/award/award.ts';
import type { Completion } from '../../src/domain/enrolment/completion.ts';
import type { Decision } from '../../src/domain/institution/decision.ts';
import type { Institution, OrganisationalUnit } from '../../src/domain/institution/institution.ts';
import type { Learner } from '../../src/domain/enrolment/learner.ts';
import type { Microcredential, PublishedVersion } from '../../src/domain/catalogue/microcredential.ts';
import type { Offering } from '../../src/domain/catalogue/offering.ts';
import type { Registration } from '../../src/domain/enrolment/registration.ts';
import type { StaffMember } from '../../src/domain/institution/staff.ts';
import type {
  AuditEvent,
  NewKey,
  Page,
  PageRequest,
  PreparedCredential,
  RememberedReply,
  SignedCredential,
  SigningKey,
} from '../../src/services/ports/index.ts';
import { DomainError } from '../../src/domain/shared/errors.ts';

export type KeyRow = Readonly<{ key: NewKey; revokedAt?: Date }>;
export type AwardRow = Readonly<{ award: Award; certificateToken?: string }>;
export type CredentialRow = Readonly<{ prepared: PreparedCredential; signed?: SignedCredential }>;
export type ListRow = Readonly<{ institutionId: string; id: string; number: number; taken: number }>;
export type EntryRow = Readonly<{ listId: string; index: number; revocation: boolean; suspension: boolean }>;
export type PublicationRow = Readonly<{ text?: string; etag?: string; publishedAt?: Date; isDirty: boolean }>;
export type ReplyRow = Readonly<{ at: Date; reply?: RememberedReply }>;

/** Everything that is kept, by primary key. Rows are replaced and never changed, so copying the maps is a snapshot. */
export type Tables = {
  institutions: Map<string, Institution>;
  units: Map<string, OrganisationalUnit>;
  staff: Map<string, StaffMember>;
  keys: Map<string, KeyRow>;
  microcredentials: Map<string, Microcredential>;
  versions: Map<string, PublishedVersion>;
  offerings: Map<string, Offering>;
  learners: Map<string, Learner>;
  registrations: Map<string, Registration>;
  completions: Map<string, Completion>;
  awards: Map<string, AwardRow>;
  credentials: Map<string, CredentialRow>;
  signingKeys: Map<string, SigningKey>;
  lists: Map<string, ListRow>;
  entries: Map<string, EntryRow>;
  publications: Map<string, PublicationRow>;
  decisions: Map<string, Decision>;
  audit: Map<string, AuditEvent>;
  replies: Map<string, ReplyRow>;
  settings: Map<string, string>;
};

export const emptyTables = (): Tables => ({
  institutions: new Map(),
  units: new Map(),
  staff: new Map(),
  keys: new Map(),
  microcredentials: new Map(),
  versions: new Map(),
  offerings: new Map(),
  learners: new Map(),
  registrations: new Map(),
  completions: new Map(),
  awards: new Map(),
  credentials: new Map(),
  signingKeys: new Map(),
  lists: new Map(),
  entries: new Map(),
  publications: new Map(),
  decisions: new Map(),
  audit: new Map(),
  replies: new Map(),
  settings: new Map(),
});

export const copyTables = (tables: Tables): Tables =>
  Object.fromEntries(Object.entries(tables).map(([name, rows]) => [name, new Map<unknown, unknown>(rows)])) as Tables;

/** What a row is found by. */
export const at = (...parts: readonly (string | number)[]): string => parts.join(' ');

/** Nobody outside holds what is kept, and nobody inside what was handed in. */
export const clone = <T>(value: T): T => structuredClone(value);

export function insertUnique<Row>(
  rows: Map<string, Row>,
  key: string,
  row: Row,
  isTaken: (other: Row) => boolean,
  refusal: () => DomainError,
): void {
  if (rows.has(key)) throw new Error(`the primary key ${key} is taken`);
  if ([...rows.values()].some(isTaken)) throw refusal();
  rows.set(key, clone(row));
}

type Key = readonly [sortedBy: string, id: string];

const compare = (one: Key, other: Key): number =>
  one[0] === other[0] ? (one[1] < other[1] ? -1 : one[1] > other[1] ? 1 : 0) : one[0] < other[0] ? -1 : 1;

/** One page by key, oldest or newest first; the cursor is where the page before ended. */
export function pageOf<T>(
  items: readonly T[],
  { cursor, limit }: PageRequest,
  keyOf: (item: T) => Key,
  order: 'ascending' | 'newest-first' = 'newest-first',
): Page<T> {
  const sign = order === 'ascending' ? 1 : -1;
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const rest = [...items]
    .sort((one, other) => sign * compare(keyOf(one), keyOf(other)))
    .filter((item) => !after || sign * compare(keyOf(item), after) > 0);
  const shown = rest.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: clone(shown),
    ...(rest.length > limit && last !== undefined && { next: JSON.stringify(keyOf(last)) }),
  };
}

function readCursor(cursor: string): Key {
  try {
    const key: unknown = JSON.parse(cursor);
    if (Array.isArray(key) && key.length === 2 && key.every((part) => typeof part === 'string'))
      return key as [string, string];
  } catch {
    // The one answer that every unreadable cursor gets.
  }
  throw new DomainError('malformed-request', 'The cursor cannot be read.');
}

export const newest = (row: Readonly<{ createdAt: Date; id: string }>): Key => [row.createdAt.toISOString(), row.id];

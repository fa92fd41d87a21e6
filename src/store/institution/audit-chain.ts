import { type RawBuilder, sql } from 'kysely';
import { genesis } from '../../domain/institution/audit-chain.ts';
import type { NewLink } from '../../services/ports/institution.ts';

/** The first link hangs on nothing. */
export const beginning = { sequence: 0, hash: genesis };

/** What is to be recorded, in this order, each with what it is of where the statement decides which of them are. */
export type Links = readonly Readonly<{ of?: string; link: NewLink }>[];

const rowOf = ({ of = '', link: { event, text } }: Links[number], index: number) => {
  const { at, actor, action, subjects, detail } = event;
  const [before_hash, before_number, rest] = text;
  return { place: index, of, at, actor, action, subjects, detail, before_hash, before_number, rest };
};

const hashOf = (hash: RawBuilder<unknown>, sequence: RawBuilder<unknown>) =>
  sql`encode(sha256(convert_to(
    added.before_hash || ${hash} || added.before_number || (${sequence})::text || added.rest, 'UTF8')), 'hex')`;

/**
 * The end of a statement that begins with `with recursive`: hashes what follows from the head of the institution's chain
 * and moves it. `after` is true when all else of the statement is done: it is asked before the head is locked, so the
 * head is the last lock of its transaction, whatever the planner makes of it. `which` says which of the links are added,
 * as a condition on `asked_link`. The rows of `linked` are those that were.
 */
export const addingLinks = (
  institutionId: string,
  links: Links,
  { after, which }: Readonly<{ after: RawBuilder<boolean>; which: RawBuilder<boolean> }>,
): RawBuilder<unknown> => sql`
  added as materialized (
    select row_number() over (order by asked_link.place) as turn, asked_link.*
    from json_to_recordset(${JSON.stringify(links.map(rowOf))}::json) as asked_link (
      place integer, "of" text, at timestamptz, actor text, action text, subjects jsonb, detail jsonb,
      before_hash text, before_number text, rest text
    )
    where ${which}
  ), head as materialized (
    select sequence, hash from audit_chain where institution_id = ${institutionId} and ${after} for update
  ), link as (
    select added.turn, head.sequence + 1 as sequence, head.hash as previous_hash,
      ${hashOf(sql`head.hash`, sql`head.sequence + 1`)} as hash
    from head join added on added.turn = 1
    union all
    select added.turn, link.sequence + 1, link.hash, ${hashOf(sql`link.hash`, sql`link.sequence + 1`)}
    from link join added on added.turn = link.turn + 1
  ), moved as (
    update audit_chain set sequence = last.sequence, hash = last.hash
    from (select sequence, hash from link order by turn desc limit 1) as last
    where audit_chain.institution_id = ${institutionId}
  ), linked as (
    insert into audit_event (institution_id, sequence, at, actor, action, subjects, detail, previous_hash, hash)
    select ${institutionId}::text, link.sequence, added.at, added.actor, added.action, added.subjects, added.detail,
      link.previous_hash, link.hash
    from link join added using (turn)
    returning sequence
  )`;

import type { Decision } from '../../../domain/institution/decision.ts';
import type { Institution } from '../../../domain/institution/institution.ts';
import { DomainError } from '../../../domain/shared/errors.ts';
import type {
  AskedPlace,
  AwardFacts,
  AwardRun,
  OpenPlace,
  Ports,
  RunRow,
  Stores,
  WaitingRow,
} from '../../ports/index.ts';
import { drawPlaces, placeIn } from '../places.ts';
import { nothingToAward, type Parties, type Prepared, type Preparing } from '../preparing.ts';

type Needs = Pick<Ports, 'writer' | 'newId' | 'draw'>;
/** A run with what its awards rest on. */
export type RunAtWork = Readonly<{ run: AwardRun; decision: Decision; institution: Institution }>;
export type RecordedMany = Readonly<{
  settled: readonly RunRow[];
  recorded: readonly Prepared[];
  isPublished: boolean;
}>;
type Allowed = Readonly<{ row: WaitingRow; facts: AwardFacts; parties: Parties }>;
type Known = Readonly<{ facts: ReadonlyMap<string, AwardFacts>; place?: OpenPlace }>;

/** Awards the completions of some rows, in the transaction of the caller: each row has an outcome of its own. */
export function createRecordingMany(ports: Needs, preparing: Preparing) {
  const { writer, draw } = ports;

  /**
   * The persons of each host are locked, host by host and person by person in the order of their ids, as whoever stores
   * their signatures does; then it is asked what is known of them.
   */
  async function factsOf(
    stores: Stores,
    at: RunAtWork,
    rows: readonly WaitingRow[],
    place: AskedPlace,
  ): Promise<Known> {
    const issuerId = at.institution.id;
    const completions = [...new Set(rows.map(({ completionId }) => completionId))];
    const hosts = await stores.awards.hostsOf(issuerId, completions);
    const facts = new Map<string, AwardFacts>();
    let found: OpenPlace | undefined;
    for (const hostId of [...new Set(hosts.values())].sort()) {
      const completionIds = completions.filter((id) => hosts.get(id) === hostId);
      await stores.learners.lock(hostId, { results: completionIds });
      const { keyAlgorithm } = writer.defaultForm;
      const asked = { hostId, completionIds, keyAlgorithm, issuerId, place };
      const known = await stores.awards.facts(asked, { seesProtected: at.run.seesProtected });
      for (const each of known.facts) facts.set(each.completion.id, each);
      found ??= known.place;
    }
    return { facts, ...(found && { place: found }) };
  }

  /** Why it is not awarded, in the words of the award of one. */
  function refusalOf({ institution, decision }: RunAtWork, facts: AwardFacts): DomainError | undefined {
    try {
      preparing.demandAwardable(facts, institution);
      preparing.demandGate(facts, institution, decision.date);
      return undefined;
    } catch (error) {
      if (error instanceof DomainError) return error;
      throw error;
    }
  }

  /** What of the rows is decided without an award, and those that are to be made. */
  async function sorted(stores: Stores, at: RunAtWork, rows: readonly WaitingRow[], { facts }: Known) {
    const settled: RunRow[] = [];
    const allowed: Allowed[] = [];
    const made = new Map<string, RunRow>();
    const parties = new Map<string, Parties>();
    for (const row of rows) {
      const known = facts.get(row.completionId);
      const twin = made.get(row.completionId);
      const refusal = known ? refusalOf(at, known) : nothingToAward('There is no completion with this id.');
      const live = known?.liveAward ?? twin?.awardId;
      if (live !== undefined)
        settled.push({ ...row, ...(known && { hostId: known.hostId }), awardId: live, outcome: 'already-awarded' });
      else if (!known || refusal) settled.push(refused(row, known?.hostId, refusal!));
      else {
        const key = `${known.hostId} ${known.ownerId}`;
        const theirs = parties.get(key) ?? (await preparing.partiesOf(stores, at.institution, known));
        parties.set(key, theirs);
        allowed.push({ row, facts: known, parties: theirs });
        made.set(row.completionId, row);
      }
    }
    return { settled, allowed };
  }

  /** Takes places and records; of those whose place another took meanwhile, again. */
  async function recordAll(
    stores: Stores,
    { institution, decision }: RunAtWork,
    allowed: readonly Allowed[],
    asked: AskedPlace,
    seen: OpenPlace | undefined,
  ): Promise<Pick<RecordedMany, 'recorded' | 'isPublished'>> {
    const recorded: Prepared[] = [];
    let isPublished = true;
    let rest = allowed;
    for (let found = seen; rest.length > 0; found = undefined) {
      const { free, listId, listNumber, ...place } = await placeIn(stores, institution.id, ports, asked, found);
      isPublished &&= place.isPublished;
      const prepared = await Promise.all(
        free
          .slice(0, rest.length)
          .map((index, at) => ({ each: rest[at]!, status: { listId, listNumber, index } }))
          .map(({ each: { row, ...known }, status }) =>
            preparing.prepare({ id: row.awardId, ...known, decision, status }),
          ),
      );
      const ids = new Set(
        await stores.awards.record(
          institution.id,
          [],
          prepared.map(({ award }) => award),
        ),
      );
      recorded.push(...prepared.filter(({ entry }) => ids.has(entry.award.id)));
      rest = rest.filter(({ row }) => !ids.has(row.awardId));
    }
    return { recorded, isPublished };
  }

  return async (stores: Stores, at: RunAtWork, rows: readonly WaitingRow[]): Promise<RecordedMany> => {
    const asked = drawPlaces(draw, rows.length);
    const known = await factsOf(stores, at, rows, asked);
    const { settled, allowed } = await sorted(stores, at, rows, known);
    const made = await recordAll(stores, at, allowed, asked, known.place);
    const awarded = allowed.map(({ row, facts }): RunRow => ({ ...row, hostId: facts.hostId, outcome: 'awarded' }));
    return { settled: [...settled, ...awarded], ...made };
  };
}

/** The pointers of one award, moved to its row. */
function refused(row: RunRow, hostId: string | undefined, { code, message, violations }: DomainError): RunRow {
  const here = (pointer: string) =>
    pointer.startsWith('#/decision')
      ? pointer
      : pointer.replace(/^#(\/completionId)?/, `#/completions/${row.position}`);
  const moved = violations.map((violation) => ({ ...violation, pointer: here(violation.pointer) }));
  const refusal = { code, detail: message, violations: moved };
  return { ...row, ...(hostId !== undefined && { hostId }), outcome: 'refused', refusal };
}

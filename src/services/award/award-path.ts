import type { Decision, DecisionInput } from '../../domain/institution/decision.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import type { Actor } from '../../domain/institution/staff.ts';
import { visibilityOf } from '../institution/access.ts';
import { createDeciding } from '../institution/deciding.ts';
import type { AskedPlace, AwardEntry, AwardFacts, FoundFacts, Ports, Stores } from '../ports/index.ts';
import { drawPlaces, placeIn } from './places.ts';
import { nothingToAward, type Preparing } from './preparing.ts';
import type { LeasedDocument, Signing } from './signing.ts';
import { listOf, type StatusPublishing } from './status-publishing.ts';

type Needs = Pick<Ports, 'writer' | 'now' | 'newId' | 'draw'>;
export type AwardInput = Readonly<{ completionId: string; decision: DecisionInput }>;
type Asked = Readonly<{ actor: Actor; personId: string; institution: Institution; input: AwardInput }>;
/** An award on record, and the lease under which it is to be signed. */
export type Recorded = Readonly<{ entry: AwardEntry; leased: LeasedDocument; isPublished: boolean }>;
type Found = Omit<FoundFacts, 'facts'> & Readonly<{ facts: AwardFacts; asked: AskedPlace }>;
export type AwardPath = ReturnType<typeof createAwardPath>;

/**
 * What a decision to award becomes: record → sign → store, each step once. Steps 1 to 6 are one transaction, step 9
 * another (signing.ts); between them nothing is held but a lease.
 */
export function createAwardPath(
  ports: Needs,
  preparing: Preparing,
  { finish }: Pick<Signing, 'finish'>,
  lists: Pick<StatusPublishing, 'ensure'>,
) {
  const { writer, newId, draw } = ports;
  const decideOn = createDeciding(ports);

  /** The institution whose person it is, locked there: this one, or one that gives a course of this one. */
  async function hostOf(stores: Stores, { institution, input }: Asked): Promise<string> {
    const person = { result: input.completionId };
    if ((await stores.learners.lock(institution.id, person)).length > 0) return institution.id;
    const hostId = await stores.awards.hostOf(institution.id, input.completionId);
    if (hostId === undefined) throw nothingToAward('There is no completion with this id.');
    await stores.learners.lock(hostId, person);
    return hostId;
  }

  /**
   * 1. The person is locked: what is known of them, and who may see it, stays as it is. 2. One question for it all: it
   * sees what was committed before it began, so it cannot be the one that waits for the lock (READ COMMITTED).
   */
  async function factsOf(stores: Stores, asked: Asked): Promise<Found> {
    const hostId = await hostOf(stores, asked);
    const { keyAlgorithm } = writer.defaultForm;
    const place = drawPlaces(draw, 1);
    const completionIds = [asked.input.completionId];
    const about = { hostId, completionIds, keyAlgorithm, issuerId: asked.institution.id, place };
    const { facts, ...found } = await stores.awards.facts(about, visibilityOf(asked.actor));
    const [first] = facts;
    if (!first) throw nothingToAward('There is no completion with this id.');
    return { ...found, facts: first, asked: place };
  }

  /** 3. The decision, and whether it may be made. */
  function decided(asked: Asked, facts: AwardFacts): Readonly<{ id: string; decision: Decision }> {
    const { actor, personId, institution, input } = asked;
    preparing.demandAwardable(facts, institution);
    const id = newId();
    const decision = decideOn('award', input.decision, { actor, personId, institution, subjects: [id] });
    preparing.demandGate(facts, institution, decision.date);
    return { id, decision };
  }

  return {
    /** Steps 1 to 6, in the transaction of the caller. */
    async record(stores: Stores, asked: Asked): Promise<Recorded> {
      const { institution } = asked;
      const { facts, asked: drawn, place } = await factsOf(stores, asked);
      const made = decided(asked, facts);
      const parties = await preparing.partiesOf(stores, institution, facts);
      for (let seen = place; ; seen = undefined) {
        // 4. A place in the open status list, free when it was looked for. 5. What is to be signed, and with what.
        const { free, isPublished, listId, listNumber } = await placeIn(stores, institution.id, ports, drawn, seen);
        const status = { listId, listNumber, index: free[0] ?? 0 };
        const { award, ...prepared } = await preparing.prepare({ ...made, facts, parties, status });
        // 6. All of it, and that it was done; the one statement that locks what others wait for is the last.
        const recorded = await stores.awards.record(institution.id, [made.decision], [award]);
        if (recorded.length > 0) return { ...prepared, isPublished };
      }
    },

    /** Steps 7 to 9. False where another process stored a signature meanwhile. */
    issue(institution: Institution, { entry, leased, isPublished }: Recorded): Promise<boolean> {
      // 7. The lists that it points to are out before it is.
      const before = isPublished ? undefined : () => lists.ensure(institution, listOf(entry.award));
      // 8. Sign. 9. Store.
      return finish(leased, before);
    },
  };
}

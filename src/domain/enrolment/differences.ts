import type { Violation } from '../shared/errors.ts';
import { isSameIdentifier } from './identifier.ts';
import type { Learner, LearnerIdentifier, LearnerInput } from './learner.ts';
import type { Registration, RegistrationInput } from './registration.ts';

const members = ['nameAsAwarded', 'givenName', 'familyName', 'birthDate', 'email'] as const;
const differing = (pointer: string, detail = 'It differs from what is on record.'): Violation => ({ pointer, detail });

/** Of most kinds a person has one at a time; another is a slip, or another person. */
const severalAtOnce: readonly LearnerIdentifier['kind'][] = ['student-number', 'eppn', 'eduid-subject', 'other'];

/**
 * Where what was sent of a person is not what is known of them; both as they are kept. What was not sent is not asked
 * about, and what is not known yet contradicts nothing. Names places, never what stands there.
 */
export function learnerDifferences(sent: LearnerInput, known: Learner): Violation[] {
  const differences = members
    .filter((member) => sent[member] !== undefined && known[member] !== undefined && sent[member] !== known[member])
    .map((member) => differing(`#/learner/${member}`));
  const contradicts = (identifier: LearnerIdentifier) =>
    identifier.to === undefined &&
    !severalAtOnce.includes(identifier.kind) &&
    known.identifiers.some(
      (other) => other.kind === identifier.kind && other.to === undefined && !isSameIdentifier(other, identifier),
    );
  const identifiers = (sent.identifiers ?? []).flatMap((identifier, index) =>
    contradicts(identifier) ? [differing(`#/learner/identifiers/${index}/value`)] : [],
  );
  return [...differences, ...identifiers];
}

/** The person with what was sent and not known before; the same object where there is nothing. */
export function completedLearner(sent: LearnerInput, known: Learner): Learner {
  const added = members.filter((member) => sent[member] !== undefined && known[member] === undefined);
  const identifiers = (sent.identifiers ?? []).filter(
    (identifier) => !known.identifiers.some((other) => isSameIdentifier(other, identifier)),
  );
  if (added.length + identifiers.length === 0) return known;
  return {
    ...known,
    ...Object.fromEntries(added.map((member) => [member, sent[member]])),
    identifiers: [...known.identifiers, ...identifiers],
  };
}

/** Where a registration that is sent again is not the one that stands. What was not sent is not asked about. */
export function registrationDifferences(sent: RegistrationInput, standing: Registration): Violation[] {
  const { client } = sent;
  return [
    ...(['form', 'source', 'externalId'] as const)
      .filter((member) => sent[member] !== undefined && sent[member] !== standing[member])
      .map((member) => differing(`#/${member}`)),
    ...(['name', 'organisationNumber'] as const)
      .filter((member) => client?.[member] !== undefined && client[member] !== standing.client?.[member])
      .map((member) => differing(`#/client/${member}`)),
  ];
}

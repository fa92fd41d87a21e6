import { isGivenUp } from '../../domain/enrolment/identifier.ts';
import type { Learner, LearnerInput } from '../../domain/enrolment/learner.ts';
import {
  type ExternalId,
  externalIdOf,
  type Registration,
  type RegistrationInput,
} from '../../domain/enrolment/registration.ts';
import type { Offering } from '../../domain/catalogue/offering.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import type { Actor } from '../../domain/institution/staff.ts';
import { DomainError, type Violation } from '../../domain/shared/errors.ts';
import { visibilityOf } from '../institution/access.ts';
import type { Stores } from '../ports/index.ts';

/** What a registration says of whose it is. */
type Who = Partial<Pick<RegistrationInput, 'learner' | 'learnerId' | 'sameLearnerAs' | 'source' | 'externalId'>>;
type Context = Readonly<{ stores: Stores; actor: Actor; institution: Institution; offering: Offering }>;

/** Those that still tell who the person is. */
export const identifiersOf = (learner: LearnerInput | undefined) =>
  (learner?.identifiers ?? []).filter((identifier) => !isGivenUp(identifier));

/** What two who describe the same person have in common, each as one text. */
const identitiesOf = (learner: LearnerInput | undefined): readonly string[] =>
  identifiersOf(learner).map(({ kind, value }) => `${kind}\n${value}`);

const externalIdsOf = (input: Who): readonly ExternalId[] =>
  [externalIdOf(input), input.sameLearnerAs].filter((each) => each !== undefined);

/** Locks whoever these are about, known or not; inputs as they are kept. */
export async function lockPersons(
  stores: Stores,
  { id: institutionId }: Institution,
  inputs: readonly Who[],
): Promise<void> {
  const pairs = inputs.flatMap(externalIdsOf);
  await stores.learners.lockIdentities(institutionId, [
    ...inputs.flatMap(({ learner }) => identitiesOf(learner)),
    ...pairs.map(({ source, externalId }) => `external\n${source}\n${externalId}`),
  ]);
  const identifiers = inputs.flatMap(({ learner }) => identifiersOf(learner));
  const found = await stores.learners.findByIdentifiers(institutionId, identifiers);
  const registered = (await stores.registrations.findBySources(institutionId, pairs)).map((each) => each.learnerId);
  const named = inputs.flatMap(({ learnerId }) => (learnerId === undefined ? [] : [learnerId]));
  await stores.learners.lock(institutionId, { learners: [...named, ...found, ...registered] });
}

/**
 * The person whom a registration is of: one who is named, or has one of the identifiers, or is registered under the same
 * id of another system; undefined: somebody new. Whoever may not see protected persons is told of none: that a person
 * has the identifiers is then refused as where the identifiers are of two.
 */
export async function personOf(context: Context, input: RegistrationInput): Promise<Learner | undefined> {
  const { stores, institution } = context;
  const standing = await standingOf(context, input);
  const named = await namedIn(context, input);
  if (named && standing && named.id !== standing.learnerId)
    throw invalid([{ pointer: '#/externalId', detail: 'This source and external id are of another person.' }]);
  if (named) return named;
  const found = await stores.learners.findByIdentifiers(institution.id, identifiersOf(input.learner));
  const persons = new Set([...found, ...(standing ? [standing.learnerId] : [])]);
  if (persons.size > 1) throw ambiguous();
  const [person] = persons;
  if (person === undefined) return undefined;
  const seen = await stores.learners.find(institution.id, person, visibilityOf(context.actor));
  if (seen) return seen;
  throw ambiguous();
}

/** The registration that came with the same id of another system, which must be one for this offering. */
async function standingOf(context: Context, input: RegistrationInput): Promise<Registration | undefined> {
  const pair = externalIdOf(input);
  const known =
    pair && (await context.stores.registrations.findBySource(context.institution.id, pair.source, pair.externalId));
  if (!known) return undefined;
  if (known.offeringId === context.offering.id && (await isSeen(context, known))) return known;
  throw invalid([
    { pointer: '#/externalId', detail: 'This source and external id are in use for another registration.' },
  ]);
}

const isSeen = async ({ stores, institution, actor }: Context, { learnerId }: Registration): Promise<boolean> =>
  (await stores.learners.find(institution.id, learnerId, visibilityOf(actor))) !== undefined;

/** The person who is named by an id of ours, or by that of a registration in another system. */
async function namedIn(
  { stores, institution, actor }: Context,
  { learnerId, sameLearnerAs: other }: RegistrationInput,
): Promise<Learner | undefined> {
  if (learnerId === undefined && other === undefined) return undefined;
  const id =
    learnerId ??
    (other && (await stores.registrations.findBySource(institution.id, other.source, other.externalId)))?.learnerId;
  const known = id === undefined ? undefined : await stores.learners.find(institution.id, id, visibilityOf(actor));
  if (known) return known;
  if (learnerId !== undefined) throw invalid([{ pointer: '#/learnerId', detail: 'There is no learner with this id.' }]);
  throw invalid([{ pointer: '#/sameLearnerAs', detail: 'There is no registration with this source and external id.' }]);
}

export const invalid = (violations: readonly Violation[]): DomainError =>
  new DomainError('registration-invalid', 'The registration cannot be made like this.', { violations });

/** One answer for all that leaves it open, so that it tells of nobody who is protected. */
export const ambiguous = (pointer = '#/learner/identifiers'): DomainError =>
  new DomainError(
    'person-ambiguous',
    'What was sent does not lead to one person whom you may register. Whoever handles such cases here can tell.',
    {
      violations: [
        { pointer, detail: 'They belong to more than one person, or to one whom somebody else must register.' },
      ],
    },
  );

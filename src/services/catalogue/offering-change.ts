import { type Offering, offeringFaults, type OfferingInput } from '../../domain/catalogue/offering.ts';
import { changeFaults } from '../../domain/catalogue/run/change.ts';
import { demandOpenable } from '../../domain/catalogue/run/hosting.ts';
import { inOrder } from '../../domain/catalogue/run/session.ts';
import type { Institution } from '../../domain/institution/institution.ts';
import type { Actor } from '../../domain/institution/staff.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import { present } from '../../domain/shared/present.ts';
import { createRecorder } from '../institution/audit.ts';
import type { Ports, Stores } from '../ports/index.ts';

type Needs = Pick<Ports, 'now' | 'sha256' | 'canonicalJson'>;
type Context = Readonly<{ stores: Stores; actor: Actor; institution: Institution }>;
/** The digest of what was read, any of these, or `*` for whatever stands (RFC 9110 §13.1.1). */
export type Precondition = '*' | readonly string[];
type Change = Readonly<{ seen: Precondition; input: OfferingInput }>;

/** Corrects what is said of a run, in a transaction; the version that it runs stays. */
export function createOfferingChange(ports: Needs) {
  const { sha256, canonicalJson } = ports;
  const record = createRecorder(ports);

  /** Over all that is said of the run. */
  const digestOf = ({ createdAt: _, cancelledAt, ...said }: Offering): Promise<string> =>
    sha256(canonicalJson({ ...said, isCancelled: cancelledAt !== undefined }));

  async function demandSame(found: Offering, seen: Precondition): Promise<void> {
    if (seen === '*' || seen.includes(await digestOf(found))) return;
    throw new DomainError(
      'precondition-failed',
      'It was changed after you read it. Read it again, then decide on that.',
    );
  }

  /** What is given for another starts while their agreement lets it. One that stays on its day is asked nothing. */
  async function demandAgreed(stores: Stores, before: Offering, { startDate }: OfferingInput): Promise<void> {
    const { institutionId, agreementId } = before;
    if (agreementId === undefined || startDate === before.startDate) return;
    const agreement = await stores.hostingAgreements.findOfParty(institutionId, agreementId);
    if (!agreement) throw new Error(`agreement ${agreementId} is missing`);
    demandOpenable(agreement, startDate);
  }

  async function demandPossible(
    { stores, institution }: Context,
    before: Offering,
    input: OfferingInput,
  ): Promise<void> {
    const { institutionId, ownerId, microcredentialId, version: number, id } = before;
    await demandAgreed(stores, before, input);
    const version = await stores.microcredentials.findVersion(ownerId, microcredentialId, number);
    if (!version) throw new Error(`version ${number} of ${microcredentialId} is missing`);
    const use = await stores.registrations.findUse(institutionId, id);
    const violations = [
      ...offeringFaults(input, version.content, institution.country),
      ...changeFaults(before, input, use),
    ];
    if (violations.length > 0)
      throw new DomainError('offering-invalid', 'The offering cannot be given like this.', { violations });
  }

  /** `found`: locked, so that nobody registers and no result comes meanwhile. */
  async function change(context: Context, found: Offering, { seen, input }: Change): Promise<void> {
    if (found.cancelledAt)
      throw new DomainError('state-forbids', 'The run is cancelled; what is said of it stays as it is.');
    await demandSame(found, seen);
    await demandPossible(context, found, input);
    const { id, institutionId, ownerId, issuerId, agreementId, microcredentialId, version, createdAt } = found;
    const changed: Offering = {
      ...input,
      ...(input.sessions && { sessions: inOrder(input.sessions) }),
      ...{ id, institutionId, ownerId, issuerId, microcredentialId, version, createdAt },
      ...present({ agreementId }),
    };
    await context.stores.offerings.replace(changed);
    await record(context.stores, {
      institutionId,
      actor: context.actor.id,
      action: 'offering-changed',
      subjects: [id],
      detail: { digest: await digestOf(changed) },
    });
  }

  return { digestOf, change };
}

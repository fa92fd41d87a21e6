import type { Addresses } from '../../domain/addresses/addresses.ts';
import { statusPurposes } from '../../domain/addresses/grammar.ts';
import type { CredentialFacts, JsonObject } from '../../services/ports/index.ts';

/**
 * What a credential says of where its status is found, in each form with bitstring lists. An entry is a part of the
 * record, and its id never the list's (Bitstring Status List 1.0 §2.1).
 */
export const composeStatusEntries = (
  addresses: Addresses,
  { award, issuer, status }: Pick<CredentialFacts, 'award' | 'issuer' | 'status'>,
): readonly JsonObject[] =>
  statusPurposes.map((purpose) => {
    const list = addresses.statusList(issuer.slug, status.listNumber, purpose);
    return {
      id: addresses.part(addresses.award(award.id), purpose),
      type: 'BitstringStatusListEntry',
      statusPurpose: purpose,
      statusListIndex: String(status.index),
      statusListCredential: list,
    };
  });

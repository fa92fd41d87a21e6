import type { Addresses } from '../../domain/addresses/addresses.ts';
import { statusPurposes } from '../../domain/addresses/grammar.ts';
import type { CredentialFacts, JsonObject } from '../../services/ports/index.ts';

/**
 * What a credential says of where its status is found, in each form with bitstring lists. An entry's id is never the
 * list's (Bitstring Status List 1.0 §2.1).
 */
export const composeStatusEntries = (
  addresses: Addresses,
  { institution, status }: Pick<CredentialFacts, 'institution' | 'status'>,
): readonly JsonObject[] =>
  statusPurposes.map((purpose) => {
    const list = addresses.statusList(institution.slug, status.listNumber, purpose);
    return {
      id: `${list}#${status.index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: purpose,
      statusListIndex: String(status.index),
      statusListCredential: list,
    };
  });

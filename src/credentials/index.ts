import type { Addresses } from '../domain/shared/addresses.ts';
import type { CredentialWriter } from '../services/ports/index.ts';
import { createDocumentLoader } from './contexts/document-loader.ts';
import { ownContext } from './contexts/own-context.ts';
import {
  asLinkedData,
  composeAchievement,
  composeOpenBadge,
  composeProfile,
} from './forms/open-badge-3/open-badge-3.ts';
import { composeDidDocument, verificationMethodOf } from './keys/did-web.ts';
import { createKeyRing } from './keys/key-ring.ts';
import { signDocument } from './proofs/data-integrity.ts';
import { composeStatusList } from './status/bitstring.ts';
import { formFault, modelVersionOf } from './document/json-ld/form.ts';
import { modelFaults } from './document/model.ts';
import { contextDigestFaults } from './verification/checks/related-resources.ts';
import { excessOf } from './document/json-ld/structure.ts';
import { idOf } from './document/values.ts';

export { FetchError, type Fetcher, type FetchErrorCode, type Fetched } from '../services/ports/fetcher.ts';
export { createVerifier } from './verification/verifier.ts';

type Parts = Readonly<{
  addresses: Addresses;
  /** 32 bytes that encrypt the private keys at rest. */
  keyEncryptionKey: Uint8Array;
}>;

export function createCredentialWriter({ addresses, keyEncryptionKey }: Parts): CredentialWriter {
  const keys = createKeyRing(keyEncryptionKey);
  const loader = createDocumentLoader(addresses);
  return {
    context: ownContext(addresses),
    compose: (facts) => composeOpenBadge(addresses, facts),
    composeAchievement: (facts) => composeAchievement(addresses, facts),
    excessOf,
    asLinkedData: (achievement) => asLinkedData(addresses, achievement),
    composeProfile: (institution) => composeProfile(addresses, institution),
    composeStatusList: (facts) => composeStatusList(addresses, facts),
    composeDidDocument: (slug, signingKeys) => composeDidDocument(addresses, slug, signingKeys),
    createKey: (institutionId, id, createdAt) => keys.createKey(institutionId, id, createdAt),
    opens: (key) => keys.opens(key),
    // What it signs is what its own verifier would accept: the model is checked before the key is touched.
    async sign(document, key, slug, created) {
      const did = addresses.did(slug);
      if (idOf(document['issuer']) !== did)
        throw new Error(`A document that does not name ${did} as its issuer is not signed with its key.`);
      if (document['proof'] !== undefined) throw new Error('The document is signed already.');
      if (key.retiredAt) throw new Error(`Signing key ${key.id} is retired.`);
      const [digest] = await contextDigestFaults(document, loader);
      const fault =
        formFault(document, loader)?.detail ??
        modelFaults(document)[0] ??
        digest?.detail ??
        (modelVersionOf(document) === 2 ? undefined : 'It follows another version.');
      if (fault) throw new Error(`The document is no credential of VC Data Model 2.0: ${fault}`);
      const verificationMethod = verificationMethodOf(addresses, slug, key);
      return signDocument(document, { verificationMethod, sign: (data) => keys.sign(key, data) }, created, loader);
    },
  };
}

import { createCredentialWriter, createKeyRing } from '../../src/credentials/index.ts';
import type { Addresses } from '../../src/domain/addresses/addresses.ts';
import type { CredentialFacts, JsonObject, SigningKey } from '../../src/services/ports/index.ts';

/** The writer with the key ring at hand: signs any document of VC Data Model 2.0, which comes back as JSON. */
export function createTestWriter(addresses: Addresses, keyEncryptionKey: Uint8Array) {
  const writer = createCredentialWriter({ addresses, signer: createKeyRing(keyEncryptionKey) });
  const { defaultForm, statusListAlgorithm } = writer;
  const { signal } = new AbortController();
  return {
    ...writer,
    /** As the services have it. */
    port: writer,
    compose: (facts: CredentialFacts) => writer.compose(defaultForm.id, facts),
    createKey: (institutionId: string, id: string, createdAt: Date) =>
      writer.createKey(institutionId, id, statusListAlgorithm, createdAt),
    async sign(document: JsonObject, key: SigningKey, slug: string, created: Date): Promise<JsonObject> {
      const { bytes } = await writer.secureStatusList(document, { key, slug, created, signal });
      return JSON.parse(new TextDecoder().decode(bytes)) as JsonObject;
    },
  };
}

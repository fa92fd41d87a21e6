import { createAddresses } from '../../../src/domain/addresses/addresses.ts';
import { type StatusPurpose } from '../../../src/domain/addresses/grammar.ts';
import type { JsonObject } from '../../../src/services/ports/index.ts';
import type { Network } from './network.ts';
import { createTestWriter } from '../../credentials/writer.ts';

/** Somebody else's service, at another host, as far as the network shows it. */
export async function foreignIssuer(network: Network, host: string) {
  const slug = 'uni';
  const addresses = createAddresses(`https://${host}`);
  const writer = createTestWriter(addresses, new Uint8Array(32));
  const at = new Date('2026-10-01T00:00:00Z');
  const key = await writer.createKey('foreign', 'key', at);
  const did = addresses.did(slug);
  const didDocument = addresses.didDocument(slug);
  network.put(didDocument, writer.composeDidDocument(slug, [key]));
  const sign = (document: JsonObject) => writer.sign(document, key, slug, at);
  const listOf = (purpose: StatusPurpose) => addresses.statusList(slug, 1, purpose);

  return {
    did,
    didDocument,
    sign,
    listOf,
    async publishList(purpose: StatusPurpose, set: readonly number[]): Promise<void> {
      const facts = { slug, list: 1, purpose, set, validFrom: at, ttlSeconds: 60 };
      network.put(listOf(purpose), await sign(await writer.composeStatusList(facts)));
    },
    entry: (purpose: StatusPurpose, index: number, list = listOf(purpose)) => ({
      id: `${list}#${index}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: purpose,
      statusListIndex: String(index),
      statusListCredential: list,
    }),
    /** A badge of theirs, unsigned; every node has an id. */
    badge: (more: object = {}): JsonObject => ({
      '@context': [
        'https://www.w3.org/ns/credentials/v2',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      ],
      id: `https://${host}/badges/1`,
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      name: 'Rope making',
      issuer: { id: did, type: ['Profile'], name: 'Elsewhere University' },
      validFrom: '2026-09-01T00:00:00Z',
      credentialSubject: {
        id: 'urn:uuid:6f2a0c0e-7d2b-4b8e-9d55-0d4f6a1b2c3d',
        type: ['AchievementSubject'],
        achievement: {
          id: `https://${host}/achievements/rope`,
          type: ['Achievement'],
          name: 'Rope making',
          description: 'Makes ropes.',
          criteria: { id: `https://${host}/achievements/rope#criteria`, narrative: 'A rope that holds.' },
        },
      },
      ...more,
    }),
  };
}

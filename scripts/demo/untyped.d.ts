// The other team's libraries ship no types; this is as much as the stranger uses of them.
declare module '@digitalcredentials/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: unknown });
  }
}
declare module '@digitalcredentials/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown;
}
declare module '@digitalcredentials/vc' {
  export function verifyCredential(options: {
    credential: unknown;
    suite: unknown;
    documentLoader: (url: string) => Promise<unknown>;
    checkStatus: (options: { credential: Record<string, any> }) => Promise<{ verified: boolean; error?: Error }>;
  }): Promise<{ verified: boolean; error?: Error & { errors?: Error[] }; statusResult?: { error?: Error } }>;
}

declare module '@digitalbazaar/vc' {
  export function verifyCredential(options: {
    credential: unknown;
    suite: unknown;
    documentLoader: (url: string) => Promise<unknown>;
    checkStatus?: () => unknown;
    now?: Date;
  }): Promise<{ verified: boolean; error?: unknown }>;
}

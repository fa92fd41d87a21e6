/** What was handed over, whatever the checks say of it. The first four are checked where they are of a form that is read. */
export const documentKinds = [
  /** A W3C credential with its proofs inside, or without any. */
  'credential',
  /** A W3C presentation; the report has one of its own for each credential in it. */
  'presentation',
  /** A credential in a data: URL (VCDM 2.0 §4.13). */
  'enveloped-credential',
  /** A credential in a JWT. */
  'jwt',
  'sd-jwt',
  /** A European Digital Credential sealed with JAdES. */
  'sealed-european-credential',
  'open-badge-2',
  'pdf',
  'image',
  'zip',
  /** A link that led to nothing that could be read. */
  'link',
  'web-page',
  'did-document',
  'json',
  'text',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

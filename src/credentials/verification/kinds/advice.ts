import type { DocumentKind } from '../../../domain/verification/verification.ts';
import type { ReadKind } from '../../forms/readers.ts';

/** A kind that is told apart from others, and not checked here. */
export type UnreadKind = Exclude<DocumentKind, ReadKind>;

const asJson = 'Ask the sender for the certificate as the issuer made it: a JSON file, or a link to it.';

/** What is told of each kind that is not checked here. */
export const adviceFor: Readonly<Record<UnreadKind, string>> = {
  presentation: 'It is a presentation. Open it, and check each of the credentials in it by itself.',
  'enveloped-credential': `It is a credential in an envelope (JWT or SD-JWT), which is not checked here yet. ${asJson}`,
  jwt: `It is a JWT, a signed text of letters, digits and dots, which is not checked here yet. ${asJson}`,
  'sd-jwt': `It is an SD-JWT, of which the holder may show parts; it is not checked here yet. ${asJson}`,
  'sealed-european-credential':
    'It is a European Digital Credential with an electronic seal, which is not checked here yet. The viewer of the European Commission (europass.europa.eu) checks it.',
  'open-badge-2':
    'It is an Open Badge of version 2, which is not checked here. Open the badge at its issuer, or ask for one of version 3.',
  pdf: `It is a PDF, which is not checked here yet. ${asJson}`,
  image: `It is an image. A badge inside an image is not read here yet. ${asJson}`,
  zip: 'It is a ZIP archive. Unpack it, and check the file of the certificate in it.',
  link: 'It is a link that could not be followed. Open it yourself, and check the file that it leads to.',
  'web-page':
    'It is a web page, perhaps one behind which one has to log in, and not a certificate. Open it, download the certificate as a JSON file, and check that file.',
  'did-document': 'It is a DID document: the keys of an issuer, and not a certificate.',
  json: `It is JSON, but not a certificate of a kind known here. ${asJson}`,
  text: `It is text, and not a certificate. ${asJson}`,
};

export const adviceOn = (kind: UnreadKind) => ({ kind, advice: adviceFor[kind] });

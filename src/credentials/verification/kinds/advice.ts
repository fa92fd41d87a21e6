import type { DocumentKind } from '../../../domain/verification/verification.ts';

/** A kind that is told apart from others, and not checked here: always, or where it is not of a form that is read. */
export type UnreadKind = Exclude<DocumentKind, 'credential'>;

const asJson = 'Ask the sender for the certificate as the issuer made it: a JSON file, or a link to it.';

/** What is told of each kind that is not checked here. */
export const adviceFor: Readonly<Record<UnreadKind, string>> = {
  presentation: 'It is a presentation in a form that is not checked here. Check each credential in it by itself.',
  'enveloped-credential': `It is a credential in an envelope of a kind that is not checked here. ${asJson}`,
  jwt: `It is a JWT, a signed text of letters, digits and dots, but not one of the kinds for credentials that are checked here (vc+jwt, vp+jwt, Open Badges 3.0). ${asJson}`,
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

/** What is told of a JWT that is not checked here for a reason of its own. */
export const adviceOnJwt = {
  encrypted:
    'It is an encrypted JWT, which only those can read whom it is for. Ask the sender for the certificate itself.',
  nested: `It is a JWT in a JWT, and only the outer one could be read here. ${asJson}`,
  'model-1': `It is a JWT of version 1.1 of the data model, with the credential in its claim "vc" or "vp". That form is not checked here: only its content was read. Ask the issuer for the certificate as a JWT of version 2 (vc+jwt) or of Open Badges 3.0, or as a JSON file.`,
} as const;

export const adviceOn = (kind: UnreadKind) => ({ kind, advice: adviceFor[kind] });

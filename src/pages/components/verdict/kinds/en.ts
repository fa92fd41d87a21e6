import type { KindMessages } from './messages.ts';

const asFile = 'Ask the sender for the certificate as a JSON file (Open Badges 3.0 with a seal inside it).';

export const en: KindMessages = {
  kinds: {
    credential: 'This is a certificate as data (W3C Verifiable Credential).',
    presentation: 'This is a presentation: a wrapping in which somebody shows certificates.',
    'enveloped-credential': 'This is a certificate enclosed in another format (Enveloped Verifiable Credential).',
    jwt: 'This is a signed text (JWT).',
    'sd-jwt': 'This is a signed text of which its holder chooses what to show (SD-JWT).',
    'sealed-european-credential': 'This is a sealed European document (European Digital Credential).',
    'open-badge-2': 'This is an Open Badge of version 2.',
    pdf: 'This is a PDF.',
    image: 'This is an image.',
    zip: 'This is a ZIP archive.',
    link: 'This is a link, but no certificate could be fetched from it.',
    'web-page': 'This is a web page, not a certificate.',
    'did-document': 'This is a document of keys (DID document), not a certificate.',
    json: 'This is JSON, but something else than a certificate.',
    text: 'This is text, but not a certificate.',
  },
  askFor: {
    'enveloped-credential': `It is not in one of the forms that are checked here. ${asFile}`,
    jwt: `It is not in one of the forms that are checked here. ${asFile}`,
    'sd-jwt': `It cannot be checked here yet. ${asFile}`,
    'sealed-european-credential':
      'Its seal cannot be checked here yet. The European Commission’s official viewer of Europass checks it: open the file there.',
    'open-badge-2':
      'That version cannot be checked here: only the address of its issuer can say whether it is genuine. Ask the sender for the badge in version 3.0.',
    pdf: 'A PDF cannot be checked here yet. Ask the sender for the certificate as a JSON file, or for the link to its page.',
    image:
      'What a picture shows cannot be checked here yet. Ask the sender for the certificate as a JSON file, or for the link to its page.',
    zip: 'Unpack it, and check the certificate in it as a file of its own.',
    link: 'Make sure that the whole link is there, or ask the sender for the certificate as a file.',
    'web-page':
      'Perhaps you have to log in there first. Open the page yourself, download the certificate as a JSON file and check that file.',
    'did-document': 'It says with which keys somebody makes seals. Ask the sender for the certificate itself.',
    json: `There is nothing in it to check. ${asFile}`,
    text: 'Make sure that all of the certificate is there, from the first { to the last }, or ask the sender for it as a file.',
  },
  fetchFaults: {
    unavailable: 'The other server says that it cannot answer at the moment.',
    timeout: 'The address did not answer in time.',
    unreachable: 'The address could not be reached.',
    'bad-status': 'The address answered with an error instead of a document.',
    'web-page': 'The address answered with a web page, perhaps to log in, instead of a document.',
    'too-large': 'What the address answered is larger than is read here.',
    'too-many-redirects': 'The address only leads on to other addresses, again and again.',
    'not-utf8': 'What the address answered is not text in UTF-8.',
    'not-json': 'What the address answered is not JSON.',
    'duplicate-member': 'What the address answered says one thing twice, so nobody knows which is meant.',
    refused: 'This service does not fetch from such an address.',
    'too-many': 'The service had too much to fetch at once.',
  },
  unreadable: {
    'not-utf8': 'The file is not written in UTF-8, so its letters cannot be read for certain.',
    'not-json': 'The document cannot be read as JSON; perhaps a part of it is missing.',
    'duplicate-member': 'The document says one thing twice, so nobody knows which is meant.',
  },
  tryAgain: 'Try again in a while.',
};

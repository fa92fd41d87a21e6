import {
  createDiscloseCryptosuite,
  createSignCryptosuite,
  createVerifyCryptosuite,
} from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import type { JsonObject } from '../../../services/ports/index.ts';
import type { DocumentLoader } from '../../contexts/document-loader.ts';
import { p256 } from '../../keys/algorithms/ecdsa.ts';
import { refusePoison } from '../poison.ts';
import { signingWith, type, withCryptosuite } from './data-integrity-proof.ts';
import { type Comparing, type ProofForm, type Suite, UnsupportedBySuite } from './suite.ts';

const id = 'ecdsa-sd-2023';

/** Base64url of the CBOR tags 0x5d00 and 0x5d01, as far as three bytes reach (ECDSA Cryptosuites 1.0 §3.5). */
const beginnings = { base: 'u2V0A', derived: 'u2V0B' } as const;
/** Some thousand statements. Each has a signature that is compared, whatever else the document says. */
const maxLength = 100_000;

const isBase = (value: unknown): boolean => typeof value === 'string' && value.startsWith(beginnings.base);

function formOf(value: unknown): ProofForm | undefined {
  if (typeof value !== 'string' || !/^u[A-Za-z0-9_-]+$/.test(value))
    return { fault: 'it has no proofValue in base64url.' };
  if (isBase(value))
    return {
      unsupported: 'Its proof is for the holder, who derives from it what is to be shown; that can be checked.',
    };
  if (!value.startsWith(beginnings.derived))
    return { fault: 'its proofValue is neither a base proof nor a derived one.' };
  return value.length > maxLength
    ? { unsupported: 'Its proof covers more statements than are checked here.' }
    : undefined;
}

/** What the library takes for labels of blank nodes, wherever it stands: text between them would not be signed. */
const label = /_:|urn:bnid:/;

const hasLabel = (value: unknown): boolean =>
  typeof value === 'string'
    ? label.test(value)
    : typeof value === 'object' &&
      value !== null &&
      Object.entries(value).some(([name, member]) => label.test(name) || hasLabel(member));

/** The library canonicalizes on its own. */
async function refuse(document: JsonObject, loader: DocumentLoader): Promise<void> {
  await refusePoison(document, loader);
  const { proof: _proof, ...unsecured } = document;
  if (hasLabel(unsecured)) throw new UnsupportedBySuite(`${id} does not cover text that looks like a blank node.`);
}

function verifying({ note }: Comparing): LibraryProof {
  const library = createVerifyCryptosuite();
  const cryptosuite: SelectiveCryptosuite = {
    ...library,
    async createVerifier(options) {
      const verifier = await library.createVerifier(options);
      return {
        ...verifier,
        // A statement without a signature is none that was signed; the library only fails to compare then.
        verify: async ({ data }) =>
          note(data.signatures.length === data.nonMandatory.length && (await verifier.verify({ data }))),
      };
    },
  };
  return withCryptosuite(cryptosuite);
}

/** Holders choose which statements they show. The issuer signs a base proof; what is derived from it is checked. */
export const ecdsaSd2023: Suite = {
  type,
  id,
  signs: 'rdf',
  keys: [p256],
  clause: 'Data Integrity ECDSA Cryptosuites 1.0 §3.6',
  takesChains: false,
  isCostly: true,
  formOf,
  refuse,
  verifying,
  signing: (parts) => signingWith(createSignCryptosuite({ mandatoryPointers: parts.mandatoryPointers }), parts),
  disclosing: {
    isBase: ({ proofValue }) => isBase(proofValue),
    with: (selectivePointers) => withCryptosuite(createDiscloseCryptosuite({ selectivePointers })),
  },
};

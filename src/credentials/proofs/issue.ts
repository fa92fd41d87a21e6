import { issue } from '@digitalbazaar/vc';
import { timestamp } from '../../domain/shared/dates.ts';
import type { JsonObject } from '../../services/ports/index.ts';
import type { DocumentLoader } from '../contexts/document-loader.ts';
import type { PublicKey } from '../keys/algorithms/index.ts';
import type { ProofSigner } from './add-proof.ts';
import { holds, withoutProofs, type Unsecured } from './data-integrity.ts';
import { guardedCanonize } from './guarded.ts';
import { proofForm } from './proof-form.ts';
import { signingSuite } from './suites/index.ts';
import type { Canonize } from './suites/suite.ts';

// The only file that issues with @digitalbazaar/vc. It checks less of a credential than its own verifier does and
// changes what it is given, so its callers check before, it gets a copy, and what it made is verified here.

type Parts = Readonly<{
  signer: ProofSigner;
  /** Of the key that signs, as everyone will look it up. */
  publicKey: PublicKey;
  created: Date;
  loader: DocumentLoader;
}>;

/** The canonical text that is there already, where it is asked for the very same document. */
const reusing = ({ document, text }: Unsecured): Canonize => {
  const json = JSON.stringify(document);
  return (input, options) =>
    JSON.stringify(input) === json ? text(options.messageDigestAlgorithm) : guardedCanonize(input, options);
};

/** Whether this text is the document with one proof that holds. */
async function isSigned(text: string, unsecured: Unsecured, { signer, publicKey, loader }: Parts): Promise<boolean> {
  const { proof, ...document } = JSON.parse(text) as JsonObject & { proof?: JsonObject };
  if (!proof || proofForm(proof) || JSON.stringify(document) !== JSON.stringify(unsecured.document)) return false;
  if (proof['proofPurpose'] !== 'assertionMethod' || proof['verificationMethod'] !== signer.verificationMethod)
    return false;
  return holds(unsecured, proof, [], publicKey, loader);
}

/**
 * The credential with one proof, as text, by what is taken for the key. What is handed out was verified, as text, with
 * the public key; only the canonical form of the document is not made twice. Throws where it would not verify, and
 * where JSON-LD processing would lose something.
 */
export async function issueCredential(document: JsonObject, parts: Parts): Promise<string> {
  const { signer, created, loader } = parts;
  const unsecured = withoutProofs(document, loader);
  const suite = signingSuite(signer.algorithm).signing({
    canonize: reusing(unsecured),
    signer: {
      algorithm: signer.algorithm,
      id: signer.verificationMethod,
      sign: ({ data }) => signer.sign(data),
    },
    date: timestamp(created),
    mandatoryPointers: [],
  });
  const credential = structuredClone(unsecured.document);
  const text = JSON.stringify(await issue({ credential, suite, documentLoader: loader, now: created }));
  if (await isSigned(text, unsecured, parts)) return text;
  throw new Error('What was signed does not verify.');
}

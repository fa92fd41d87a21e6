import type { JsonObject } from '../../services/ports/index.ts';
import type { DocumentLoader } from '../contexts/document-loader.ts';
import { type Bytes, utf8 } from '../document/encoding.ts';
import { formFault, modelVersionOf } from '../document/json-ld/form.ts';
import { modelFaults } from '../document/model.ts';
import { idOf } from '../document/values.ts';
import { issueCredential } from '../proofs/issue.ts';
import { contextDigestFaults } from '../verification/checks/related-resources.ts';
import type { SecuringParts } from './form.ts';

type Parts = Omit<SecuringParts, 'salts'>;

/** What keeps a document from being a credential of VC Data Model 2.0, in words. */
async function faultOf(document: JsonObject, loader: DocumentLoader): Promise<string | undefined> {
  const [digest] = await contextDigestFaults(document, loader);
  return (
    formFault(document, loader)?.detail ??
    modelFaults(document)[0] ??
    digest?.detail ??
    (modelVersionOf(document) === 2 ? undefined : 'It follows another version.')
  );
}

/** Throws for what is not signed with this key in any form: another issuer's, signed already, or no credential. */
export async function refuseUnlessCredential(document: JsonObject, { issuer, loader }: Parts): Promise<void> {
  if (idOf(document['issuer']) !== issuer)
    throw new Error(`A document that does not name ${issuer} as its issuer is not signed with its key.`);
  if (document['proof'] !== undefined) throw new Error('The document is signed already.');
  const fault = await faultOf(document, loader);
  if (fault) throw new Error(`The document is no credential of VC Data Model 2.0: ${fault}`);
}

/**
 * The document with one embedded proof, as text. What it signs is what its own verifier would accept: the model is
 * checked before the key is touched, which the library that signs does in part only.
 */
export async function secureJsonLd(document: JsonObject, parts: Parts): Promise<Bytes> {
  await refuseUnlessCredential(document, parts);
  return utf8(await issueCredential(document, parts));
}

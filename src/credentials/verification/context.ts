import type { AtHand, JsonObject, OnFetch } from '../../services/ports/index.ts';
import type { DocumentLoader } from '../contexts/document-loader.ts';
import { createControllers, type Controllers } from '../keys/controller.ts';
import { withoutProofs, type Unsecured } from '../proofs/data-integrity.ts';
import { createDocumentFetcher } from './document-fetcher.ts';
import { type Fetcher } from '../../services/ports/fetcher.ts';
import { unknown, type Fault } from '../document/fault.ts';
import { formFault, modelVersionOf } from '../document/json-ld/form.ts';
import { createNodes, type Nodes } from '../document/json-ld/nodes.ts';
import type { Readable, SecuredByJwt } from '../document/recognised.ts';
import type { OwnPlaces } from './own-places.ts';
import type { Problems } from '../document/problems.ts';
import type { Demands } from '../proofs/demands.ts';
import { checkProofs, type ProofResult } from './checks/proofs.ts';
import { checkJwt } from './jwt/jwt.ts';
import { keyIdOf } from './jwt/key.ts';
import { asList, idOf, objectsOf } from '../document/values.ts';
import type { VerifiedLists } from './checks/verified-lists.ts';

/** What does not change between verifications. */
export type Tools = Readonly<{
  own: OwnPlaces;
  loader: DocumentLoader;
  problems: Problems;
  fetcher: Fetcher;
  /** Status lists that were verified before. */
  lists: VerifiedLists;
  /** Told of each address that the document makes the service ask. */
  onFetch?: OnFetch | undefined;
  /** What need not be fetched. */
  atHand?: AtHand | undefined;
}>;

/** One document under check, with everything the checks may ask; each answer is worked out once. */
export type VerificationContext = Readonly<{
  document: JsonObject;
  /** The JWT that the document came in, if it did. */
  jwt: SecuredByJwt | undefined;
  now: Date;
  tools: Tools;
  controllers: Controllers;
  unsecured: Unsecured;
  /** What keeps the document from being read, if anything. Nothing looks into one that is too complex. */
  form: Fault | undefined;
  /** Which version of the data model it follows. */
  version: 1 | 2 | undefined;
  /** The document's nodes, gathered by id once for all who read it. */
  nodes(): Nodes;
  /** Every signature with what was found: that of the JWT first, then the proofs inside. */
  proofs(): Promise<readonly ProofResult[]>;
  /** The keys that they name, in the same order. */
  keyIds: readonly (string | undefined)[];
  /** The context of another document that this one depends on (a status list); what was fetched is shared. */
  related(document: JsonObject): VerificationContext;
}>;

const unread = (document: JsonObject, { problem, detail }: Fault): readonly ProofResult[] =>
  asList(document['proof']).length === 0 ? [] : [unknown(problem, detail)];

const forCredentials: Demands = { purpose: 'assertionMethod' };

/** `form`: what keeps the document from being read, where that is not what is asked of a credential. */
export type Contexts = (readable: Readable, demands?: Demands, form?: FormOf) => VerificationContext;
type FormOf = (document: JsonObject, loader: DocumentLoader) => Fault | undefined;

/**
 * Contexts for documents that came together: what one of them fetched is shared, and so are the bounds of that. `demands`:
 * what is asked of every signature of a document.
 */
export function createContexts(now: Date, tools: Tools): Contexts {
  const shared: Tools = { ...tools, fetcher: createDocumentFetcher({ ...tools, now }) };
  const { loader, fetcher, own } = shared;
  const controllers = createControllers(own.addresses, fetcher);

  const contextOf: Contexts = (readable, demands = forCredentials, formOf = formFault) => {
    const { document } = readable;
    const jwt = readable.securing === 'jwt' ? readable : undefined;
    const unsecured = withoutProofs(document, loader);
    const form = formOf(document, loader);
    let nodes: Nodes | undefined;
    let results: Promise<readonly ProofResult[]> | undefined;
    const embedded = async () =>
      // What is not read here is not given to a library either.
      form ? unread(document, form) : checkProofs(unsecured, document['proof'], demands, { controllers, loader });
    const enclosing = async () =>
      jwt ? [await checkJwt(jwt, demands, { controllers, fetcher, addresses: own.addresses })] : [];
    return {
      document,
      jwt,
      now,
      tools: shared,
      controllers,
      unsecured,
      form,
      version: modelVersionOf(document),
      nodes: () => (nodes ??= createNodes(document)),
      proofs: () => (results ??= Promise.all([enclosing(), embedded()]).then((found) => found.flat())),
      keyIds: [
        ...(jwt ? [keyIdOf(jwt)] : []),
        ...objectsOf(document['proof']).map((proof) => idOf(proof['verificationMethod'])),
      ],
      related: (another) => contextOf({ securing: 'embedded-proofs', document: another }),
    };
  };
  return contextOf;
}

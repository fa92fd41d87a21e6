import type { AtHand, JsonObject, OnFetch } from '../../services/ports/index.ts';
import type { DocumentLoader } from '../contexts/document-loader.ts';
import { createControllers, type Controllers } from '../keys/controller.ts';
import { withoutProofs, type Unsecured } from '../proofs/data-integrity.ts';
import { createDocumentFetcher } from './document-fetcher.ts';
import { type Fetcher } from '../../services/ports/fetcher.ts';
import { unknown, type Fault } from '../document/fault.ts';
import { formFault, modelVersionOf } from '../document/json-ld/form.ts';
import { createNodes, type Nodes } from '../document/json-ld/nodes.ts';
import type { Recognised } from '../document/recognised.ts';
import type { OwnPlaces } from './own-places.ts';
import type { Problems } from '../document/problems.ts';
import { checkProofs, type ProofResult } from './checks/proofs.ts';
import { asList } from '../document/values.ts';
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
  /** Every proof with what was found. */
  proofs(): Promise<readonly ProofResult[]>;
  /** The context of another document that this one depends on (a status list); what was fetched is shared. */
  related(document: JsonObject): VerificationContext;
}>;

const unread = (document: JsonObject, { problem, detail }: Fault): readonly ProofResult[] =>
  asList(document['proof']).length === 0 ? [] : [unknown(problem, detail)];

export function createVerificationContext({ document }: Recognised, now: Date, tools: Tools): VerificationContext {
  const shared: Tools = { ...tools, fetcher: createDocumentFetcher({ ...tools, now }) };
  const controllers = createControllers(tools.own.addresses, shared.fetcher);
  const contextOf = (checked: JsonObject): VerificationContext => {
    const unsecured = withoutProofs(checked, tools.loader);
    const form = formFault(checked, tools.loader);
    let nodes: Nodes | undefined;
    let results: Promise<readonly ProofResult[]> | undefined;
    const proofs = () =>
      checkProofs(unsecured, checked['proof'], { purpose: 'assertionMethod' }, { controllers, loader: tools.loader });
    return {
      document: checked,
      now,
      tools: shared,
      controllers,
      unsecured,
      form,
      version: modelVersionOf(checked),
      nodes: () => (nodes ??= createNodes(checked)),
      // What is not read here is not given to a library either.
      proofs: () => (results ??= form ? Promise.resolve(unread(checked, form)) : proofs()),
      related: contextOf,
    };
  };
  return contextOf(document);
}

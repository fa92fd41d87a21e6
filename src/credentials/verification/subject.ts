import type { Addresses } from '../../domain/addresses.ts';
import type { JsonObject } from '../../services/ports.ts';
import type { DocumentLoader } from '../contexts/document-loader.ts';
import { createControllers, type Controllers } from '../keys/controller.ts';
import { withoutProofs, type Unsecured } from '../proofs/data-integrity.ts';
import { rememberingDoor, type Door } from './door.ts';
import { formFault, type FormFault } from './json-ld-form.ts';
import type { Problems } from './problems.ts';
import { checkProofs, type ProofResult } from './proofs.ts';
import type { VerifiedLists } from './verified-lists.ts';

/** What does not change between verifications. */
export type Tools = Readonly<{
  addresses: Addresses;
  loader: DocumentLoader;
  problems: Problems;
  door: Door;
  /** Status lists that were verified before. */
  lists: VerifiedLists;
}>;

/** One document under check, with everything the checks may ask; each answer is worked out once. */
export type Subject = Readonly<{
  document: JsonObject;
  now: Date;
  tools: Tools;
  controllers: Controllers;
  unsecured: Unsecured;
  /** What keeps the document from being read, if anything. */
  form: FormFault | undefined;
  /** Every proof with what was found. */
  proofs(): Promise<readonly ProofResult[]>;
  /** Another document that this one leans on (a status list), with the same memory of what was fetched. */
  related(document: JsonObject): Subject;
}>;

/** What is too large or too deep to be read is not given to a library either. */
const tooComplex: readonly ProofResult[] = [{ outcome: 'unknown', problem: 'too-complex' }];

export function createSubject(document: JsonObject, now: Date, tools: Tools): Subject {
  const remembering: Tools = { ...tools, door: rememberingDoor(tools.door) };
  const controllers = createControllers(tools.addresses, remembering.door);
  const subjectOf = (checked: JsonObject): Subject => {
    const unsecured = withoutProofs(checked, tools.loader);
    const form = formFault(checked, tools.loader);
    let results: Promise<readonly ProofResult[]> | undefined;
    const proofs = () => checkProofs(unsecured, checked['proof'], controllers, tools.loader);
    return {
      document: checked,
      now,
      tools: remembering,
      controllers,
      unsecured,
      form,
      proofs: () => (results ??= form?.problem === 'too-complex' ? Promise.resolve(tooComplex) : proofs()),
      related: subjectOf,
    };
  };
  return subjectOf(document);
}

import type { Addresses } from '../../domain/addresses.ts';
import type { JsonObject } from '../../services/ports.ts';
import type { DocumentLoader } from '../contexts/document-loader.ts';
import { createControllers, type Controllers } from '../keys/controller.ts';
import { rememberingDoor, type Door } from './door.ts';
import type { Problems } from './problems.ts';
import { checkProofs, type ProofResult } from './proofs.ts';

/** What does not change between verifications. */
export type Tools = Readonly<{ addresses: Addresses; loader: DocumentLoader; problems: Problems; door: Door }>;

/** One document under check, with everything the checks may ask. */
export type Subject = Readonly<{
  document: JsonObject;
  now: Date;
  tools: Tools;
  controllers: Controllers;
  /** Every proof with what was found; worked out once, however many checks ask. */
  proofs(): Promise<readonly ProofResult[]>;
  /** Another document that this one leans on (a status list), with the same memory of what was fetched. */
  related(document: JsonObject): Subject;
}>;

export function createSubject(document: JsonObject, now: Date, tools: Tools): Subject {
  const remembering: Tools = { ...tools, door: rememberingDoor(tools.door) };
  const controllers = createControllers(tools.addresses, remembering.door);
  const subjectOf = (checked: JsonObject): Subject => {
    let proofs: Promise<readonly ProofResult[]> | undefined;
    return {
      document: checked,
      now,
      tools: remembering,
      controllers,
      proofs: () => (proofs ??= checkProofs(checked, controllers, tools.loader)),
      related: subjectOf,
    };
  };
  return subjectOf(document);
}

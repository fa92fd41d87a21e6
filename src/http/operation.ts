import type { Actor } from '../domain/institution/staff.ts';
import type { DomainError } from '../domain/shared/errors.ts';
import type { operations } from '../generated/openapi.d.ts';
import type { operationTable } from '../generated/operations.ts';
import type { Services } from '../services/index.ts';

export type OperationId = keyof operations & keyof typeof operationTable;

/** What a request has for a body: JSON, or the bytes of an image. */
type BodyOf<T> = T extends { content: { 'application/json': infer Body } }
  ? Body
  : T extends { content: { 'image/png': unknown } }
    ? Uint8Array<ArrayBuffer>
    : undefined;
type Json<T> = T extends { content: { 'application/json': infer Body } } ? Body : undefined;
type Parameters<Id extends OperationId, Place extends string> =
  operations[Id]['parameters'] extends Record<Place, infer Found>
    ? Found
    : operations[Id]['parameters'] extends Partial<Record<Place, infer Found>>
      ? NonNullable<Found>
      : Record<never, never>;
type Success = 200 | 201 | 202 | 503;

/** What the contract says a handler of this operation receives. */
export type Input<Id extends OperationId> = Readonly<{
  path: Parameters<Id, 'path'>;
  query: Parameters<Id, 'query'>;
  headers: Parameters<Id, 'header'>;
  body: operations[Id] extends { requestBody: infer Body } ? BodyOf<Body> : undefined;
  /** The JSON Pointer of a member that a document to check has twice; any other body with one is refused. */
  duplicate?: string;
  /** The rows of a batch that are not as the contract has them, and so are not of the type of `body`. */
  badRows: ReadonlyMap<number, DomainError>;
  /** Whom the key stands for. A public operation cannot even see one. */
  actor: (typeof operationTable)[Id]['audience'] extends 'public' ? undefined : Actor;
}>;

/** Ready JSON text, sent as it is stored: a signature holds for the bytes. */
export type ReadyText = Readonly<{ text: string }>;

/** Bytes of this type that are the same for ever. */
export type ReadyBytes = Readonly<{ bytes: Uint8Array<ArrayBuffer>; type: string }>;

/** What the contract allows it to answer; refusals are thrown, never returned. An `etag` makes a 304 possible. */
export type Reply<Id extends OperationId> = {
  [Status in keyof operations[Id]['responses'] & Success]: Readonly<{
    status: Status;
    headers?: Readonly<Record<string, string>>;
    etag?: string;
  }> &
    (Readonly<{ body: Json<operations[Id]['responses'][Status]> }> | ReadyText | ReadyBytes);
}[keyof operations[Id]['responses'] & Success];

export type Handler<Id extends OperationId> = (input: Input<Id>, services: Services) => Promise<Reply<Id>>;

/** A handler for every operation in the contract: leave one out and this does not compile. */
export type Handlers = { readonly [Id in OperationId]: Handler<Id> };

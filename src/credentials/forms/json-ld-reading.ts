import type { JsonObject } from '../../services/ports/index.ts';
import type { Readable } from '../document/recognised.ts';

/** JSON-LD with its proofs inside is read as it stands. */
export const readJsonLd = (document: JsonObject): Readable => ({ securing: 'embedded-proofs', document });

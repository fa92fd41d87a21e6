import { emblemLimits } from '../../domain/catalogue/description/emblem.ts';
import { DomainError } from '../../domain/shared/errors.ts';
import { mediaTypeOf, readBytes } from './read-body.ts';

/** The bytes of an image; its type is said (RFC 9110 §15.5.16), and only its bytes are believed. */
export async function readImage(request: Request, types: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
  const type = mediaTypeOf(request);
  if (!types.includes(type))
    throw new DomainError(
      'media-type-unsupported',
      `Send an image with its Content-Type: ${types.slice(0, -1).join(', ')} or ${types.at(-1)}.`,
    );
  return readBytes(request, emblemLimits.bytes, tooLarge);
}

const tooLarge = () => new DomainError('body-too-large', `The image is over ${emblemLimits.bytes / 1000} kB.`);

import { DomainError } from '../../shared/errors.ts';

/** What a funder wants to be shown; `id` is the SHA-256 of its bytes, in hex. */
export type Emblem = Readonly<{
  institutionId: string;
  id: string;
  mediaType: ImageType;
  bytes: Uint8Array<ArrayBuffer>;
  createdAt: Date;
}>;

/** No SVG: it may hold scripts and load what is elsewhere. */
export const imageTypes = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type ImageType = (typeof imageTypes)[number];
export type Image = Readonly<{ mediaType: ImageType; width: number; height: number }>;

export const emblemLimits = { bytes: 100_000, leastPixels: 16, mostPixels: 2000 } as const;

const startsWith = (bytes: Uint8Array, start: readonly number[], at = 0): boolean =>
  bytes.length >= at + start.length && start.every((byte, index) => bytes[at + index] === byte);

const letters = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0));
const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array) => new DataView(buffer, byteOffset, byteLength);

/** PNG (W3C, third edition) §5.2 and §11.2.1: the signature, then the header with the size. */
function readPng(bytes: Uint8Array): Image | undefined {
  if (!startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return undefined;
  if (bytes.length < 33 || !startsWith(bytes, letters('IHDR'), 12)) return undefined;
  const view = viewOf(bytes);
  return { mediaType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** Frame headers of JPEG (ITU-T T.81 table B.1): SOF0 to SOF15 without DHT, JPG and DAC. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

function readJpeg(bytes: Uint8Array): Image | undefined {
  if (!startsWith(bytes, [0xff, 0xd8, 0xff])) return undefined;
  const view = viewOf(bytes);
  let at = 2;
  while (at + 9 <= bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (isFrame(marker))
      return { mediaType: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    // Bytes of 0xff may stand before a marker (T.81 §B.1.1.2); any other marker before the frame has a length.
    at += marker === 0xff ? 1 : 2 + Math.max(view.getUint16(at + 2), 2);
  }
  return undefined;
}

const uint24 = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);

/** WebP (RFC 9649 §2.4 to §2.7): the size stands in another place in each of its three kinds. */
function readWebp(bytes: Uint8Array): Image | undefined {
  if (!startsWith(bytes, letters('RIFF')) || !startsWith(bytes, letters('WEBP'), 8) || bytes.length < 30)
    return undefined;
  const view = viewOf(bytes);
  const kind = String.fromCharCode(...bytes.subarray(12, 16));
  if (kind === 'VP8 ' && startsWith(bytes, [0x9d, 0x01, 0x2a], 23))
    return sized(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
  if (kind === 'VP8L' && bytes[20] === 0x2f) {
    const packed = view.getUint32(21, true);
    return sized((packed & 0x3fff) + 1, ((packed >>> 14) & 0x3fff) + 1);
  }
  return kind === 'VP8X' ? sized(uint24(bytes, 24) + 1, uint24(bytes, 27) + 1) : undefined;
}

const sized = (width: number, height: number): Image => ({ mediaType: 'image/webp', width, height });

/** What the bytes say that they are, whatever their sender calls them; undefined where they are no image that we take. */
export const imageOf = (bytes: Uint8Array): Image | undefined => readPng(bytes) ?? readJpeg(bytes) ?? readWebp(bytes);

const invalid = (detail: string) =>
  new DomainError('content-invalid', 'This cannot be an emblem.', { violations: [{ pointer: '#', detail }] });

/** The image, or `body-too-large`, or `content-invalid` with what is wrong. */
export function readEmblem(bytes: Uint8Array): Image {
  const { bytes: most, leastPixels, mostPixels } = emblemLimits;
  if (bytes.length > most) throw new DomainError('body-too-large', `The image is over ${most / 1000} kB.`);
  const image = imageOf(bytes);
  if (!image) throw invalid('This is no image in PNG, JPEG or WebP. Other kinds are not taken, SVG neither.');
  const sides = [image.width, image.height];
  if (sides.every((side) => side >= leastPixels && side <= mostPixels)) return image;
  throw invalid(`The image is ${sides.join(' × ')} pixels. Each side has to be from ${leastPixels} to ${mostPixels}.`);
}

/** The beginnings of images, with all that says their size; the rest is of no matter to who stores them. */
const bytesOf = (...parts: readonly (string | readonly number[])[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : part)));

const big = (value: number, bytes: number): number[] =>
  Array.from({ length: bytes }, (_, at) => (value >>> (8 * (bytes - 1 - at))) & 0xff);
const small = (value: number, bytes: number): number[] => big(value, bytes).reverse();

const zeros = (length: number): number[] => new Array<number>(length).fill(0);

export const pngOf = (width: number, height: number) =>
  bytesOf([0x89], 'PNG\r\n\x1a\n', big(13, 4), 'IHDR', big(width, 4), big(height, 4), [8, 6, 0, 0, 0], zeros(4));

/** With an application segment before its frame, as cameras and JFIF write it. */
export const jpegOf = (width: number, height: number, marker = 0xc0) =>
  bytesOf(
    ...[[0xff, 0xd8], [0xff, 0xe0], big(16, 2), 'JFIF\0', zeros(9)],
    ...[[0xff, 0xff, marker], big(17, 2), [8], big(height, 2), big(width, 2), zeros(10)],
  );

const riff = (kind: string, data: readonly number[]) => bytesOf('RIFF', small(22, 4), 'WEBP', kind, small(10, 4), data);
export const lossyWebpOf = (width: number, height: number) =>
  riff('VP8 ', [...zeros(3), 0x9d, 0x01, 0x2a, ...small(width, 2), ...small(height, 2)]);
export const losslessWebpOf = (width: number, height: number) =>
  riff('VP8L', [0x2f, ...small((width - 1) | ((height - 1) << 14), 4), ...zeros(5)]);
export const extendedWebpOf = (width: number, height: number) =>
  riff('VP8X', [...zeros(4), ...small(width - 1, 3), ...small(height - 1, 3)]);

const byteOrderMark = '\uFEFF';

/**
 * Bytes as text, or undefined where they are not UTF-8: JSON that is exchanged is UTF-8 (RFC 8259, 8.1), and guessing
 * another encoding would change what a document says. One byte order mark is taken off, as that clause lets a reader;
 * a second one is a character of the text. The decoder is told to keep marks, so that this function alone decides.
 */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.startsWith(byteOrderMark) ? text.slice(byteOrderMark.length) : text;
  } catch {
    return undefined;
  }
}

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const atOnce = 5;
/** 58⁵: with two bytes more it is still a whole number that a double holds. */
const radix = 58 ** atOnce;

function digitsOf(value: number): string {
  let digits = '';
  for (let rest = value, count = 0; count < atOnce; count += 1, rest = Math.floor(rest / 58))
    digits = (alphabet[rest % 58] ?? '') + digits;
  return digits;
}

/** Base58btc (Controlled Identifiers 1.0 §2.4), five digits at a time: a signature takes a tenth of what one digit at a time does. */
export function base58(bytes: Uint8Array): string {
  const zeros = bytes.findIndex((byte) => byte !== 0);
  const ones = zeros < 0 ? bytes.length : zeros;
  const even = bytes.length % 2 === 0 ? bytes : Uint8Array.of(0, ...bytes);
  const words: number[] = [];
  for (let at = 0; at < even.length; at += 2) words.push((even[at] ?? 0) * 256 + (even[at + 1] ?? 0));
  let digits = '';
  for (let from = 0; from < words.length;) {
    let rest = 0;
    for (let at = from; at < words.length; at += 1) {
      const value = rest * 65_536 + (words[at] ?? 0);
      words[at] = Math.floor(value / radix);
      rest = value % radix;
    }
    digits = digitsOf(rest) + digits;
    while (words[from] === 0) from += 1;
  }
  return alphabet.charAt(0).repeat(ones) + digits.replace(/^1+/, '');
}

/** A text, and how its bytes were read. */
interface Decoded {
  readonly text: string;
  /** `mixed`: UTF-8 but for some bytes, which were read as Windows-1252. */
  readonly encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252' | 'mixed';
}

/**
 * Text of whatever encoding, without its byte-order mark: UTF-8, UTF-16 where its mark or its zeros say so, else
 * Windows-1252, which holds ISO 8859-1.
 *
 * @returns undefined for what is no text.
 */
export function decodeText(bytes: Uint8Array): Decoded | undefined {
  const wide = wideEncoding(bytes);
  if (wide) {
    const text = decoded(bytes, wide);
    return text === undefined ? undefined : { text, encoding: 'UTF-16' };
  }
  if (bytes.includes(0)) return undefined;
  const text = decoded(bytes, 'utf-8');
  if (text !== undefined) return { text, encoding: 'UTF-8' };
  const { letters, others } = countSequences(bytes);
  if (letters > 4 * others) return { text: mixed(bytes), encoding: 'mixed' };
  return { text: fromWindows(bytes), encoding: 'Windows-1252' };
}

/**
 * Text in the encoding that it states, without its byte-order mark.
 *
 * @param label - As the Encoding Standard of WHATWG knows it.
 * @returns `unknown` where it does not; undefined where the bytes are not in that encoding.
 */
export function decodeAs(bytes: Uint8Array, label: string): { readonly text: string | undefined } | 'unknown' {
  try {
    return { text: decoded(bytes, new TextDecoder(label).encoding) };
  } catch {
    return 'unknown';
  }
}

/** What Windows-1252 has where ISO 8859-1 has control characters, from 0x80. */
const windowsSigns = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

/** Node’s own decoder takes these bytes for ISO 8859-1 (nodejs/node issue 56542). */
function fromWindows(bytes: Uint8Array): string {
  const text: string[] = [];
  for (const byte of bytes) {
    text.push(byte >= 0x80 && byte < 0xa0 ? (windowsSigns[byte - 0x80] ?? '') : String.fromCharCode(byte));
  }
  return text.join('');
}

/** Without its byte-order mark; undefined where the bytes are not in that encoding. */
export function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  if (encoding === 'windows-1252') return fromWindows(bytes);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** By its mark; without one, every other byte of a text of Latin letters is zero. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined;
  const zeros = [0, 0];
  for (const [index, byte] of bytes.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const most = bytes.length / 4;
  if (odd > most && even === 0) return 'utf-16le';
  return even > most && odd === 0 ? 'utf-16be' : undefined;
}

/** Letters of several bytes that are whole, and bytes that belong to none. */
function countSequences(bytes: Uint8Array): { readonly letters: number; readonly others: number } {
  let [letters, others] = [0, 0];
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceAt(bytes, at);
    if (length > 1) letters += 1;
    if (length === 0) others += 1;
    at += Math.max(1, length);
  }
  return { letters, others };
}

function mixed(bytes: Uint8Array): string {
  let text = '';
  let from = 0;
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceAt(bytes, at);
    if (length === 0) {
      text += new TextDecoder('utf-8', { ignoreBOM: from > 0 }).decode(bytes.subarray(from, at));
      text += fromWindows(bytes.subarray(at, at + 1));
      from = at + 1;
    }
    at += Math.max(1, length);
  }
  return text + new TextDecoder('utf-8', { ignoreBOM: from > 0 }).decode(bytes.subarray(from));
}

/** Bytes of the letter that begins here in UTF-8; 0 where none does. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at] ?? 0;
  if (byte < 0x80) return 1;
  const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 0;
  if (length === 0 || at + length > bytes.length) return 0;
  return decoded(bytes.subarray(at, at + length), 'utf-8') === undefined ? 0 : length;
}

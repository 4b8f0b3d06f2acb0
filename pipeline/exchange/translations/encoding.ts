import { decodeAs } from '../../read/index.ts';
import type { Unreadable } from './unit.ts';

/** The text of a translator’s file, by the encoding that its mark or its own head declares; UTF-8 where neither does. */
export function decodeExchange(bytes: Uint8Array, form: 'xliff' | 'po'): { readonly text: string } | Unreadable {
  const declared = markOf(bytes) ?? declarationIn(bytes, form) ?? 'utf-8';
  const isAscii = /^(?:us-)?ascii$/i.test(declared); // what is more than ASCII in it is in no other encoding
  const read = decodeAs(bytes, isAscii ? 'utf-8' : declared);
  if (read === 'unknown') return { reason: 'exchange-encoding', encoding: declared };
  if (read.text === undefined) return { reason: 'exchange-bytes', encoding: declared };
  if (!/^utf-?(?:8|16)/i.test(declared) && isUtf8(bytes)) return { reason: 'exchange-declared', encoding: declared };
  return { text: read.text };
}

/** By a byte-order mark, or the two bytes of XML’s first sign. */
function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c) ? 'utf-16be' : undefined;
}

/** Both heads are ASCII, whatever follows. A template of gettext says `CHARSET`, which declares nothing. */
function declarationIn(bytes: Uint8Array, form: 'xliff' | 'po'): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, form === 'xliff' ? 400 : 20_000));
  const pattern =
    form === 'xliff'
      ? /^\s*<\?xml\b[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/
      : /^"Content-Type:[^"\n]*?charset=([\w.:-]+)/im;
  const [, encoding] = pattern.exec(head) ?? [];
  return encoding === 'CHARSET' ? undefined : encoding;
}

/** More than ASCII, and all of it whole letters of UTF-8: no other text is so by chance. */
function isUtf8(bytes: Uint8Array): boolean {
  const read = bytes.some((byte) => byte >= 0x80) ? decodeAs(bytes, 'utf-8') : undefined;
  return typeof read === 'object' && read.text !== undefined;
}

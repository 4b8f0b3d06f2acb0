/** The syntax of PDF objects (ISO 32000-1, 7.2 and 7.3), read by hand: a witness that shares nothing with what writes. */

/** `12 0 R`. */
export class PdfRef {
  readonly id: number;
  constructor(id: number) {
    this.id = id;
  }
}

/** A string; names are plain strings that begin with `/`. */
export class PdfText {
  readonly bytes: Uint8Array;
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** UTF-16 with its mark, else Latin-1, which is PDFDocEncoding for what we write. */
  get text(): string {
    const buffer = Buffer.from(this.bytes);
    return buffer[0] === 0xfe && buffer[1] === 0xff
      ? Buffer.from(buffer.subarray(2)).swap16().toString('utf16le')
      : buffer.toString('latin1');
  }
}

/** A word of a content stream: an operator. */
export class PdfOperator {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

export type PdfValue =
  | null
  | boolean
  | number
  | string
  | PdfText
  | PdfRef
  | PdfOperator
  | PdfDict
  | readonly PdfValue[];

export interface PdfDict {
  readonly [key: string]: PdfValue;
}

export const isDict = (value: PdfValue | undefined): value is PdfDict =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof PdfRef) &&
  !(value instanceof PdfText) &&
  !(value instanceof PdfOperator);

const blank = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set([...'()<>[]{}/%'].map((sign) => sign.charCodeAt(0)));
const escapes: Readonly<Record<string, number>> = { n: 10, r: 13, t: 9, b: 8, f: 12 };

/** Reads values one after another from bytes. */
export class PdfScanner {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  /** Undefined at the end. @throws on what is not PDF. */
  next(): PdfValue | undefined {
    this.#skipBlank();
    const byte = this.bytes[this.at];
    if (byte === undefined) return undefined;
    const sign = String.fromCharCode(byte);
    if (sign === '/') return this.#name();
    if (sign === '(') return this.#literal();
    if (sign === '<') return this.bytes[this.at + 1] === 0x3c ? this.#dictionary() : this.#hexadecimal();
    if (sign === '[') return this.#array();
    return this.#word();
  }

  #skipBlank(): void {
    for (;;) {
      while (blank.has(this.bytes[this.at] ?? -1)) this.at++;
      if (this.bytes[this.at] !== 0x25) return;
      while (this.at < this.bytes.length && this.bytes[this.at] !== 10) this.at++;
    }
  }

  #regular(): string {
    const from = this.at;
    while (
      this.at < this.bytes.length &&
      !blank.has(this.bytes[this.at] ?? 0) &&
      !delimiters.has(this.bytes[this.at] ?? 0)
    )
      this.at++;
    return Buffer.from(this.bytes.subarray(from, this.at)).toString('latin1');
  }

  #name(): string {
    this.at++;
    return `/${this.#regular().replace(/#([\dA-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))}`;
  }

  #word(): PdfValue {
    const word = this.#regular();
    if (word === '') throw new Error(`No PDF at ${this.at}: ${String.fromCharCode(this.bytes[this.at] ?? 0)}`);
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return null;
    if (!/^[-+]?(?:\d+\.?\d*|\.\d+)$/.test(word)) return new PdfOperator(word);
    const reference =
      /^\d+$/.test(word) &&
      /^\s+0\s+R(?![\w])/.exec(Buffer.from(this.bytes.subarray(this.at, this.at + 8)).toString('latin1'));
    if (!reference) return Number(word);
    this.at += reference[0].length;
    return new PdfRef(Number(word));
  }

  #literal(): PdfText {
    const out: number[] = [];
    let depth = 1;
    for (this.at++; depth > 0; this.at++) {
      const byte = this.bytes[this.at];
      if (byte === undefined) throw new Error('A string does not end');
      if (byte === 0x5c) {
        const sign = String.fromCharCode(this.bytes[++this.at] ?? 0);
        out.push(escapes[sign] ?? sign.charCodeAt(0));
        continue;
      }
      if (byte === 0x28) depth++;
      if (byte === 0x29) depth--;
      if (depth > 0) out.push(byte);
    }
    return new PdfText(Uint8Array.from(out));
  }

  #hexadecimal(): PdfText {
    const end = this.bytes.indexOf(0x3e, this.at);
    const hex = Buffer.from(this.bytes.subarray(this.at + 1, end))
      .toString('latin1')
      .replace(/\s/g, '');
    if (!/^(?:[\dA-Fa-f]{2})*$/.test(hex)) throw new Error(`No hexadecimal string: ${hex.slice(0, 20)}`);
    this.at = end + 1;
    return new PdfText(Uint8Array.from(Buffer.from(hex, 'hex')));
  }

  #array(): PdfValue[] {
    this.at++;
    const items: PdfValue[] = [];
    for (;;) {
      this.#skipBlank();
      if (this.bytes[this.at] === 0x5d) break;
      const item = this.next();
      if (item === undefined) throw new Error('An array does not end');
      items.push(item);
    }
    this.at++;
    return items;
  }

  #dictionary(): PdfDict {
    this.at += 2;
    const entries: Record<string, PdfValue> = {};
    for (;;) {
      this.#skipBlank();
      if (this.bytes[this.at] === 0x3e && this.bytes[this.at + 1] === 0x3e) break;
      const key = this.next();
      const value = this.next();
      if (typeof key !== 'string' || !key.startsWith('/') || value === undefined)
        throw new Error('A dictionary is damaged');
      entries[key.slice(1)] = value;
    }
    this.at += 2;
    return entries;
  }
}

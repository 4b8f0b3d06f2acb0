/** Values of objects → what stands in the file, as pdfkit writes them, without its detours: structure trees have tens of thousands. */
import type { Reference } from 'pdfkit';

/** @returns undefined for kinds of values that only pdfkit writes. */
export function writtenObject(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return `/${value}`;
    case 'number':
      return String(Math.round(value * 1e6) / 1e6);
    case 'boolean':
      return String(value);
    case 'object':
      return value === null ? 'null' : writtenCompound(value);
    default:
      return undefined;
  }
}

function writtenCompound(value: object): string | undefined {
  if (Array.isArray(value)) return writtenArray(value);
  if (value instanceof String) return writtenText(value.valueOf());
  if (Object.getPrototypeOf(value) === Object.prototype) return writtenDictionary(value);
  return isReference(value) ? value.toString() : undefined;
}

function isReference(value: object): value is Reference {
  return 'id' in value && 'gen' in value && 'document' in value;
}

function writtenArray(values: readonly unknown[]): string | undefined {
  let items = '';
  for (const value of values) {
    const written = writtenObject(value ?? null);
    if (written === undefined) return undefined;
    items += items === '' ? written : ` ${written}`;
  }
  return `[${items}]`;
}

function writtenDictionary(entries: object): string | undefined {
  let lines = '<<';
  for (const [key, value] of Object.entries(entries)) {
    if (value === undefined) continue;
    const written = writtenObject(value);
    if (written === undefined) return undefined;
    lines += `\n/${key} ${written}`;
  }
  return `${lines}\n>>`;
}

const escapes: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
  '(': '\\(',
  ')': '\\)',
  '\\': '\\\\',
};

/** A text string: in ASCII, else in UTF-16 with its mark. ISO 32000-1, 7.9.2.2. */
function writtenText(text: string): string {
  const bytes = /^[\0-\x7f]*$/.test(text) ? text : utf16(text);
  return `(${bytes.replace(/[\n\r\t\b\f()\\]/g, (sign) => escapes[sign] as string)})`;
}

function utf16(text: string): string {
  let bytes = '\xfe\xff';
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    bytes += String.fromCharCode(unit >> 8, unit & 0xff);
  }
  return bytes;
}

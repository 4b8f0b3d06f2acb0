import { type Incoming, type IncomingUnit, markOf, type Outgoing, type OutgoingUnit, type Unreadable } from './unit.ts';
import { languageOf } from './xliff.ts';

/** A PO file of GNU gettext: an entry for each passage, its name as context. */
export function writePo({ from, to, tags, units }: Outgoing): string {
  const header = [
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: 8bit',
    `Language: ${tags[to].replace('-', '_')}`,
    `X-Source-Language: ${tags[from].replace('-', '_')}`,
    `X-Diptych-Units: ${units.map(({ name }) => name).join(' ')}`,
  ];
  const first = `msgid ""\nmsgstr ""\n${header.map((line) => `${quoted(`${line}\n`)}\n`).join('')}`;
  return [first, ...units.map(entryOf), endMark].join('\n');
}

/** An obsolete entry, which tools leave at the end and show to nobody: where it is missing, the file was cut off. */
const endMark = '#~ msgctxt "diptych-end"\n#~ msgid "end"\n#~ msgstr "end"\n';

function entryOf({ name, path, line, source, target, state }: OutgoingUnit): string {
  return [
    ...(target === undefined ? [] : [`#. target ${markOf(target)}`]),
    `#: ${path.replaceAll(' ', '%20')}:${line}`,
    ...(state === 'stale' ? ['#, fuzzy'] : []),
    `msgctxt ${quoted(name)}`,
    `msgid ${lines(source)}`,
    `msgstr ${lines(target ?? '')}`,
    '',
  ].join('\n');
}

/** A text of several lines begins with an empty one, as gettext writes it. */
function lines(text: string): string {
  const parts = text.split(/(?<=\n)/);
  return parts.length > 1 ? ['""', ...parts.map(quoted)].join('\n') : quoted(text);
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function quoted(text: string): string {
  return `"${text.replace(/[\\"\n\r\t]/g, (sign) => escapes[sign] ?? sign)}"`;
}

/** As those of C: a letter, up to three octal digits, or hexadecimal ones. */
function unescaped(written: string): string {
  return written.replace(/\\(?:([0-7]{1,3})|x([\da-f]{1,2})|(.))/gi, (_, octal, hex, sign: string) => {
    if (octal ?? hex) return String.fromCharCode(Number.parseInt(octal ?? hex, octal ? 8 : 16));
    return unescapes[sign] ?? sign;
  });
}

const unescapes: Readonly<Record<string, string>> = {
  ...{ n: '\n', r: '\r', t: '\t' },
  ...{ a: '\u0007', b: '\b', f: '\f', v: '\v' },
};

interface Entry {
  fields: Map<string, string>;
  comments: string[];
}

/** What came back; or why it cannot be read. */
export function readPo(text: string): Incoming | Unreadable {
  const entries = entriesIn(text);
  if (!Array.isArray(entries)) return entries;
  const header =
    entries.find(({ fields }) => fields.get('msgid') === '' && !fields.has('msgctxt'))?.fields.get('msgstr') ?? '';
  const headed = (name: string): string | undefined => new RegExp(`^${name}:[ \\t]*(.*)$`, 'm').exec(header)?.[1];
  const to = languageOf(headed('Language'));
  if (!to) return { reason: 'exchange-language' };
  const isWhole = /^#~[ \t]*msgctxt[ \t]+"diptych-end"/m.test(text);
  const names = (headed('X-Diptych-Units') ?? '').split(' ').filter((name) => name !== '');
  const units = entries.flatMap(({ fields, comments }, index): IncomingUnit[] => {
    const name = fields.get('msgctxt');
    if (name === undefined) return [];
    const before = comments
      .map((comment) => /^#\.[ \t]*target ([0-9a-f]{16})/.exec(comment)?.[1])
      .find((mark) => mark !== undefined);
    const unfinished = comments.some((comment) => /^#,.*\bfuzzy\b/.test(comment));
    return [
      {
        name,
        source: fields.get('msgid') ?? '',
        target: fields.get('msgstr') ?? '',
        ...(before !== undefined && { before }),
        ...(unfinished && { unfinished }),
        ...(!isWhole && index === entries.length - 1 && { cut: true }),
      },
    ];
  });
  return units.length === 0 ? { reason: 'exchange-empty' } : { to, units, names };
}

/** The entries; or the line that is none of PO. An entry without `msgstr` was cut off. */
function entriesIn(text: string): Entry[] | Unreadable {
  const entries: Entry[] = [];
  let entry: Entry = { fields: new Map(), comments: [] };
  let field: string | undefined;
  const end = (): void => {
    if (entry.fields.size > 0) entries.push(entry);
    entry = { fields: new Map(), comments: [] };
    field = undefined;
  };
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const [, name, words] = /^(?:(msgctxt|msgid|msgstr)[ \t]+)?"((?:[^"\\]|\\.)*)"[ \t]*$/.exec(line) ?? [];
    if (line.trim() === '' || line.startsWith('#')) {
      if (field === 'msgstr') end();
      if (line.startsWith('#')) entry.comments.push(line);
    } else if (words === undefined || (name === undefined && field === undefined))
      return { reason: 'exchange-po', line: index + 1 };
    else {
      if (name !== undefined && field === 'msgstr') end();
      field = name ?? field ?? '';
      entry.fields.set(field, (entry.fields.get(field) ?? '') + unescaped(words));
    }
  }
  if (entry.fields.size > 0 && !entry.fields.has('msgstr'))
    return { reason: 'exchange-po', line: text.split(/\r\n|\n|\r/).length };
  end();
  return entries;
}

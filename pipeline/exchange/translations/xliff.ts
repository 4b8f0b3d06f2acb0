import { isLanguage, type Language } from '../../model/index.ts';
import { elementsOf, escapeXml, parseXml, textOf, type XmlElement } from '../../xml/index.ts';
import { type Incoming, type IncomingUnit, markOf, type Outgoing, type OutgoingUnit, type Unreadable } from './unit.ts';

const namespace = 'urn:oasis:names:tc:xliff:document:2.0';

/** XLIFF 2.1, OASIS standard of 13 February 2018: a file for each source, a unit for each passage, Markdown as it is written. */
export function writeXliff({ from, to, tags, units }: Outgoing): string {
  const paths = [...new Set(units.map(({ path }) => path))];
  const numbers = new Map(units.map((unit, index) => [unit, index + 1]));
  const files = paths.map((path, index) => {
    const own = units.filter((unit) => unit.path === path);
    return [
      `  <file id="f${index + 1}" original="${escaped(path)}">`,
      `    <notes>`,
      `      <note category="units">${escaped(own.map(({ name }) => name).join('\n'))}</note>`,
      `    </notes>`,
      ...own.map((unit) => unitElement(unit, numbers.get(unit) ?? 0)),
      `  </file>`,
    ].join('\n');
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<xliff xmlns="${namespace}" version="2.1" srcLang="${tags[from]}" trgLang="${tags[to]}">\n${files.join('\n')}\n</xliff>\n`;
}

function unitElement({ name, source, target, state }: OutgoingUnit, number: number): string {
  const done = state === 'fresh' || state === 'touched' ? 'final' : state === 'unreviewed' ? 'translated' : 'initial';
  const note =
    target === undefined
      ? ''
      : `\n      <notes>\n        <note category="target">${markOf(target)}</note>\n      </notes>`;
  const words = target === undefined ? '' : `\n        <target xml:space="preserve">${escaped(target)}</target>`;
  return `    <unit id="u${number}" name="${escaped(name)}">${note}
      <segment state="${done}">
        <source xml:space="preserve">${escaped(source)}</source>${words}
      </segment>
    </unit>`;
}

/** XML 1.0 has no place for most control characters: XLIFF has an element for each. */
function escaped(text: string): string {
  return (
    escapeXml(text)
      .replaceAll('\r', '&#13;')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML refuses
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, (sign) => {
        return `<cp hex="${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}"/>`;
      })
  );
}

/** What came back; or why it cannot be read. */
export function readXliff(text: string): Incoming | Unreadable {
  const root = parseXml(text);
  if (!root) return { reason: 'exchange-xml' };
  if (local(root) !== 'xliff' || !/^2\./.test(root.attributes.get('version') ?? ''))
    return { reason: 'exchange-not-xliff' };
  const to = languageOf(root.attributes.get('trgLang'));
  if (!to) return { reason: 'exchange-language' };
  const files = elementsOf(root).filter((element) => local(element) === 'file');
  const names = files.flatMap((file) => (noteOf(file, 'units') ?? '').split('\n').filter((name) => name !== ''));
  const units = files.flatMap((file) => unitsIn(file));
  return units.length === 0 ? { reason: 'exchange-empty' } : { to, units, names };
}

function unitsIn(parent: XmlElement): readonly IncomingUnit[] {
  return elementsOf(parent).flatMap((element): readonly IncomingUnit[] => {
    if (local(element) === 'group') return unitsIn(element);
    if (local(element) !== 'unit') return [];
    const segments = elementsOf(element).filter((each) => /^(?:segment|ignorable)$/.test(local(each)));
    const words = (name: string): string =>
      segments
        .flatMap((segment) =>
          elementsOf(segment)
            .filter((each) => local(each) === name)
            .map(wordsOf),
        )
        .join('');
    const before = noteOf(element, 'target');
    const name = element.attributes.get('name') ?? element.attributes.get('id') ?? '';
    return [{ name, source: words('source'), target: words('target'), ...(before !== undefined && { before }) }];
  });
}

function wordsOf(element: XmlElement): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return child;
      const hex = local(child) === 'cp' ? child.attributes.get('hex') : undefined;
      if (hex === undefined) return wordsOf(child);
      return /^[\da-f]{1,4}$/i.test(hex) ? String.fromCharCode(Number.parseInt(hex, 16)) : '\uFFFD';
    })
    .join('');
}

function noteOf(parent: XmlElement, category: string): string | undefined {
  const notes = elementsOf(parent)
    .filter((element) => local(element) === 'notes')
    .flatMap(elementsOf);
  const note = notes.find((each) => each.attributes.get('category') === category);
  return note && textOf(note);
}

function local({ name }: XmlElement): string {
  return name.replace(/^.*:/, '');
}

export function languageOf(tag = ''): Language | undefined {
  const primary = tag.split(/[-_]/)[0]?.toLowerCase() ?? '';
  return isLanguage(primary) ? primary : undefined;
}

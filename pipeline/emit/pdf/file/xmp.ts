import { typeset } from '../../../language/index.ts';
import { type Edition, type LanguageTag, otherLanguage } from '../../../model/index.ts';
import { escapeXml } from '../../../xml/index.ts';
import type { Identification } from '../standard/index.ts';
import type { FileOptions } from './open.ts';

const pdfua = 'http://www.aiim.org/pdfua/ns/id/';

/** The document's XMP: who, what, when, in which language, and which standards it keeps to. */
export function metadataXml(
  edition: Edition,
  { instant, generator, languages }: FileOptions,
  { accessible, descriptions }: Identification,
): string {
  const keywords = edition.subjects.join(', ');
  const { settings, language } = edition;
  const otherTag = settings.tags[otherLanguage(language)];
  const typography = settings.typography?.[otherLanguage(language)];
  const other = (text: string | undefined): Alternative | undefined =>
    text ? { tag: otherTag, text: typeset(text, otherTag, typography) } : undefined;
  const creators = edition.authors.length > 0 ? edition.authors : [edition.publisher ?? ''];
  return [
    `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="${pdfua}">`,
    element('xmp:CreateDate', instant),
    element('xmp:ModifyDate', instant),
    element('xmp:MetadataDate', instant),
    element('xmp:CreatorTool', generator),
    alternatives('dc:title', edition.title, other(edition.otherTitle)),
    element('dc:identifier', edition.numbers?.own.pdf?.isbn ?? edition.numbers?.own.pdf?.catalogue ?? ''),
    list('dc:creator', 'Seq', creators),
    alternatives('dc:description', edition.description, other(settings.description?.[otherLanguage(language)])),
    list('dc:publisher', 'Bag', [edition.publisher ?? '']),
    list('dc:subject', 'Bag', edition.subjects),
    alternatives('dc:rights', edition.rights, other(settings.rights?.[otherLanguage(language)])),
    list('dc:date', 'Seq', [edition.modified?.iso ?? edition.issued?.iso ?? '']),
    list('dc:language', 'Bag', languages ?? [edition.tag]),
    element('pdf:Producer', generator),
    keywords && element('pdf:Keywords', keywords),
    ...Object.entries(accessible).map(([name, value]) => element(`pdfuaid:${name}`, value)),
    '</rdf:Description>',
    descriptions,
  ]
    .filter(Boolean)
    .join('\n');
}

const element = (name: string, text: string): string => (text ? `<${name}>${escaped(text)}</${name}>` : '');

interface Alternative {
  readonly tag: LanguageTag;
  readonly text: string;
}

/** The edition's own words first, which stand for all others; then those of the other language. */
function alternatives(name: string, text: string | undefined, other: Alternative | undefined): string {
  if (!text) return '';
  const own = `<rdf:li xml:lang="x-default">${escaped(text)}</rdf:li>`;
  const second = other ? `<rdf:li xml:lang="${escaped(other.tag)}">${escaped(other.text)}</rdf:li>` : '';
  return `<${name}><rdf:Alt>${own}${second}</rdf:Alt></${name}>`;
}

function list(name: string, kind: 'Bag' | 'Seq', texts: readonly string[]): string {
  const items = texts.filter(Boolean).map((text) => element('rdf:li', text));
  return items.length > 0 ? `<${name}><rdf:${kind}>${items.join('')}</rdf:${kind}></${name}>` : '';
}

/** Characters that XML cannot hold are left out. */
function escaped(text: string): string {
  return escapeXml(text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, ''));
}

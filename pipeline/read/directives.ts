import type { CrossReference, PhrasingContent, Value } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import { toString as textOf } from 'mdast-util-to-string';
import { formatValue } from '../language/index.ts';
import { isLanguage, type Language } from '../model/index.ts';
import { isLanguageTag } from './htmlPhrasing.ts';
import { idFault } from './ids.ts';
import { editDistance, nearest } from './nearest.ts';
import { report, type Source, sliceOf } from './source.ts';

type AnyDirective = ContainerDirective | LeafDirective | TextDirective;

const variantAttributes = ['only', 'rev', 'nt'];
const figureAttributes = ['alt', 'alt-en', 'alt-fr', 'nt', 'src', 'src-en', 'src-fr'];

/** What may stand in the braces, besides an id. */
const attributeNames: Readonly<Record<string, readonly string[]>> = {
  en: variantAttributes,
  fr: variantAttributes,
  figure: figureAttributes,
  table: ['nt'],
  math: ['alt', 'alt-en', 'alt-fr', 'nt'],
  quote: ['lang', 'nt'],
  span: ['lang'],
  money: ['cur'],
  ref: ['lang', 'style'],
  include: ['src'],
};

/** The directive's id, checked, as nodes carry it. */
export function idData(node: AnyDirective, source: Source): { id: string; authored: true } | undefined {
  const id = node.attributes?.id;
  if (id === undefined || id === null) return undefined;
  return checkedId(id, node, source) ? { id, authored: true } : undefined;
}

export function checkedId(id: string, at: Pick<AnyDirective, 'position'>, source: Source): boolean {
  const fault = idFault(id);
  if (fault) report(source, 'id-is-valid', { position: at.position, details: { variant: fault, id: id.slice(0, 60) } });
  return fault === undefined;
}

function namesFor({ name, type }: AnyDirective): readonly string[] {
  if (name === 'index') return type === 'textDirective' ? ['as'] : ['terms'];
  return attributeNames[name] ?? (type === 'containerDirective' ? ['nt'] : []);
}

/** Warns of attributes that mean nothing here. A language block may carry any of its own; slips are still told. */
export function checkAttributeNames(node: AnyDirective, source: Source): void {
  const known = namesFor(node);
  for (const name of Object.keys(node.attributes ?? {})) {
    if (name === 'id' || known.includes(name)) continue;
    const near = nearest(name, known);
    const free = node.type === 'containerDirective' && isLanguage(node.name);
    if (free && !(near && editDistance(name.toLowerCase(), near) === 1)) continue;
    const details = {
      variant: near ? 'attribute-near' : 'attribute',
      name,
      directive: node.name,
      ...(near && { nearest: near }),
    };
    report(source, 'directive-is-known', { position: node.position, details, severity: 'warning' });
  }
}

/** One inline directive → phrasing. `children` are its own, converted. */
export function textDirective(node: TextDirective, children: PhrasingContent[], source: Source): PhrasingContent[] {
  const { name, position } = node;
  const id = idData(node, source);
  const base = { ...(position && { position }), ...(id && { data: id }) };
  checkAttributeNames(node, source);
  switch (name) {
    case 'en':
    case 'fr': {
      const data = { ...id, ...(has(node, 'nt') && { untranslated: true }) };
      const only = has(node, 'only') && { only: true };
      const variant = {
        type: 'phrasingVariant' as const,
        language: name,
        ...only,
        children,
        ...base,
        ...(Object.keys(data).length > 0 && { data }),
      };
      return [variant as unknown as PhrasingContent]; // stands here only until pairs are made
    }
    case 'num':
    case 'money':
    case 'pct':
    case 'date':
    case 'time':
      return neutralValue(node, name, source);
    case 'term':
      return termOf(node, children, source);
    case 'ref':
      return referenceOf(node, children, source);
    case 'index': {
      const entry = node.attributes?.as?.trim();
      if (!entry && textOf(node).trim() === '') reportNothing(node, source);
      return [{ type: 'span', children, ...base, data: { ...id, index: entry ? { entry } : {} } }];
    }
    case 'nt':
      return [{ type: 'untranslated', children, ...base }];
    case 'sup':
      return [{ type: 'superscript', children, ...base }];
    case 'sub':
      return [{ type: 'subscript', children, ...base }];
    default: {
      const lang = languageOf(node, source);
      const data = { ...id, ...(lang && { lang }) };
      return [{ type: 'span', children, ...base, ...(Object.keys(data).length > 0 && { data }) }];
    }
  }
}

/** `lang=…` of a quotation or span, checked. */
export function languageOf(node: AnyDirective, source: Source): string | undefined {
  const lang = node.attributes?.lang;
  if (lang === undefined || lang === null) return undefined;
  if (isLanguageTag(lang)) return lang;
  const details = { variant: 'language', name: node.name, lang: lang.slice(0, 40) };
  report(source, 'directive-is-known', { position: node.position, details });
  return undefined;
}

export function has(node: AnyDirective, attribute: string): boolean {
  return typeof node.attributes?.[attribute] === 'string';
}

function neutralValue(node: TextDirective, kind: Value['kind'], source: Source): PhrasingContent[] {
  const value = textOf(node).trim();
  const currency = node.attributes?.cur ?? undefined;
  const { position } = node;
  const known = kind !== 'money' || (currency !== undefined && /^[A-Z]{3}$/.test(currency));
  if (known && formatValue({ kind, value, ...(currency && { currency }) }, 'en-CA') !== undefined) {
    const made: Value = { type: 'value', kind, value, ...(currency && { currency }), ...(position && { position }) };
    return [made];
  }
  const details = { variant: known ? kind : 'currency', value: value.slice(0, 60) };
  report(source, 'value-is-valid', { position, details });
  return value ? [{ type: 'text', value, ...(position && { position }) }] : [];
}

function termOf(node: TextDirective, children: PhrasingContent[], source: Source): PhrasingContent[] {
  const concept = node.attributes?.id;
  const { position } = node;
  if (concept) return [{ type: 'term', concept, forced: true, children, ...(position && { position }) }];
  report(source, 'directive-is-known', {
    position,
    details: { variant: 'term', name: sliceOf(source, node).slice(0, 60) },
  });
  return children;
}

const styles = ['number', 'title', 'page', 'full'] as const;

/** `:ref[#id]`, `:ref[page.md#id]`, or `:ref[these words]{#id}`. */
function referenceOf(node: TextDirective, children: PhrasingContent[], source: Source): PhrasingContent[] {
  const id = node.attributes?.id;
  if (!id && textOf(node).trim() === '') {
    reportNothing(node, source);
    return [];
  }
  const style = styleOf(node, source);
  const edition = editionOf(node, source);
  const reference: CrossReference = {
    type: 'reference',
    url: id ? `#${id}` : textOf(node).trim(),
    ...(style && { style }),
    ...(edition && { edition }),
    children: id ? children : [],
    ...(node.position && { position: node.position }),
  };
  return [reference];
}

function reportNothing(node: TextDirective, source: Source): void {
  const details = { variant: 'nothing', name: sliceOf(source, node).slice(0, 60) };
  report(source, 'directive-is-known', { position: node.position, details });
}

function styleOf(node: TextDirective, source: Source): CrossReference['style'] {
  const written = node.attributes?.style;
  if (written === undefined || written === null) return undefined;
  const style = styles.find((each) => each === written);
  const near = style === undefined ? nearest(written, styles) : undefined;
  const details = {
    variant: near ? 'style-near' : 'style',
    style: written.slice(0, 40),
    ...(near && { nearest: near }),
  };
  if (!style) report(source, 'directive-is-known', { position: node.position, details, severity: 'warning' });
  return style;
}

/** `lang=fr`, or with a region: which edition a reference leads to. */
function editionOf(node: TextDirective, source: Source): Language | undefined {
  const lang = node.attributes?.lang;
  if (lang === undefined || lang === null) return undefined;
  const [language = ''] = lang.toLowerCase().split('-');
  if (isLanguage(language)) return language;
  const details = { variant: 'edition', lang: lang.slice(0, 40) };
  report(source, 'directive-is-known', { position: node.position, details });
  return undefined;
}

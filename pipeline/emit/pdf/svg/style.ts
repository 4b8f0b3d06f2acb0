import { elementsOf, textOf, type XmlElement } from '../../../xml/index.ts';

/** Properties of one element, those that it inherits included. Names and values as CSS writes them. */
export type Style = ReadonlyMap<string, string>;

/** Initial values of the properties that children inherit. */
const inherited: ReadonlyMap<string, string> = new Map([
  ['fill', 'black'],
  ['fill-opacity', '1'],
  ['fill-rule', 'nonzero'],
  ['stroke', 'none'],
  ['stroke-width', '1'],
  ['stroke-linecap', 'butt'],
  ['stroke-linejoin', 'miter'],
  ['stroke-miterlimit', '4'],
  ['stroke-dasharray', 'none'],
  ['stroke-dashoffset', '0'],
  ['stroke-opacity', '1'],
  ['color', 'black'],
  ['font-family', 'sans-serif'],
  ['font-size', '16'],
  ['font-weight', 'normal'],
  ['font-style', 'normal'],
  ['text-anchor', 'start'],
  ['visibility', 'visible'],
]);

/** Initial values of those that they do not. */
const ownOnly: ReadonlyMap<string, string> = new Map([
  ['opacity', '1'],
  ['display', 'inline'],
  ['stop-color', 'black'],
  ['stop-opacity', '1'],
]);

/** Properties whose absence changes the picture: their use is worth a remark. */
const weighty: ReadonlySet<string> = new Set([
  'filter',
  'mask',
  'clip-path',
  'mix-blend-mode',
  'marker',
  'marker-start',
  'marker-mid',
  'marker-end',
  'dominant-baseline',
  'alignment-baseline',
  'baseline-shift',
  'font',
  'textLength',
  'letter-spacing',
  'writing-mode',
]);

export interface Rule {
  /** `.name`, `name` or `#id`. */
  readonly selector: string;
  readonly declarations: ReadonlyMap<string, string>;
}

/** What is told of something outside the subset: its name as SVG or CSS writes it. */
export type Remark = (what: string) => void;

export const initialStyle: Style = new Map([...inherited, ...ownOnly]);

/** The rules of every `<style>`: simple selectors of one class, one element name or one id, alone or in a list. */
export function readRules(root: XmlElement, remark: Remark): Rule[] {
  const sheets = elementsOf(root).flatMap((element) => (element.name === 'style' ? [element] : nested(element)));
  return sheets.flatMap((sheet) => {
    const css = textOf(sheet).replace(/\/\*[\s\S]*?\*\//g, '');
    return [...css.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(([, selectors, body]) => {
      const declarations = readDeclarations(body ?? '');
      return (selectors ?? '').split(',').flatMap((text): Rule[] => {
        const selector = text.trim();
        if (/^[.#]?[\w-]+$/.test(selector)) return [{ selector, declarations }];
        remark(selector);
        return [];
      });
    });
  });
}

function nested(element: XmlElement): XmlElement[] {
  return elementsOf(element).flatMap((child) => (child.name === 'style' ? [child] : nested(child)));
}

export interface Cascade {
  readonly parent: Style;
  readonly rules: readonly Rule[];
  readonly remark: Remark;
}

/** An element's style: inherited, then attributes, then rules by element, class and id, then its `style` attribute. */
export function styleOf(element: XmlElement, { parent, rules, remark }: Cascade): Style {
  const style = new Map([...inherited, ...parent, ...ownOnly]);
  const set = (name: string, value: string): void => {
    if (weighty.has(name) && value !== 'none' && value !== 'normal' && value !== 'auto') remark(name);
    if (!initialStyle.has(name) || value === 'inherit') return;
    style.set(name, name === 'font-size' ? fontSize(value, parent) : value);
  };
  for (const [name, value] of element.attributes) set(name, value.trim());
  const classes = (element.attributes.get('class') ?? '')
    .split(/\s+/)
    .filter(Boolean)
    .map((name) => `.${name}`);
  const selectors = [element.name, ...classes, `#${element.attributes.get('id') ?? ''}`];
  const matching = rules.filter(({ selector }) => selectors.includes(selector));
  for (const { declarations } of matching.sort((a, b) => weight(a) - weight(b))) {
    for (const [name, value] of declarations) set(name, value);
  }
  for (const [name, value] of readDeclarations(element.attributes.get('style') ?? '')) set(name, value);
  return style;
}

const weight = ({ selector }: Rule): number => (selector.startsWith('#') ? 2 : selector.startsWith('.') ? 1 : 0);

function readDeclarations(text: string): Map<string, string> {
  return new Map(
    text.split(';').flatMap((declaration) => {
      const [name, ...value] = declaration.split(':');
      const set = value
        .join(':')
        .replace(/!\s*important/, '')
        .trim();
      return name?.trim() && set ? [[name.trim(), set] as const] : [];
    }),
  );
}

/** Sizes relative to the parent's become absolute, in user units. */
function fontSize(value: string, parent: Style): string {
  const base = Number.parseFloat(parent.get('font-size') ?? '16');
  if (value.endsWith('em') && !value.endsWith('rem')) return String(Number.parseFloat(value) * base);
  if (value.endsWith('%')) return String((Number.parseFloat(value) * base) / 100);
  return value;
}

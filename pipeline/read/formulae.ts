import type { Element, ElementContent, Properties } from 'hast';
import type { Data, PhrasingContent } from 'mdast';
import type { InlineMath, Math as MathNode } from 'mdast-util-math';
import temml from 'temml';
import { report, type Source, sliceOf } from './source.ts';

/** `$$` on lines of their own around TeX. One that nothing closes has taken all that follows, which is told. */
export function displayFormula(node: MathNode, source: Source): MathNode {
  const written = sliceOf(source, node)
    .trimEnd()
    .split(/\r\n|\n|\r/);
  const closed = written.length > 1 && /^[ \t>]*\${2,}$/.test(written.at(-1) ?? '');
  if (!closed) {
    const start = node.position?.start;
    const position = start && { start, end: { line: start.line, column: start.column + 2 } };
    report(source, 'fence-is-closed', { position, details: { variant: 'formula', name: '$$' } });
  }
  const value = [node.meta ?? '', node.value].filter((part) => part !== '').join('\n'); // TeX may begin beside `$$`
  return formula({ ...node, value }, 'block', source);
}

/** `$$…$$` in a line. */
export function inlineFormula(node: InlineMath, source: Source): InlineMath {
  return formula(node, 'inline', source);
}

/** A formula that is all of its paragraph is displayed, as on code hosts. */
export function formulaAlone(children: readonly PhrasingContent[]): MathNode | undefined {
  const [only, ...rest] = children;
  if (only?.type !== 'inlineMath' || rest.length > 0) return undefined;
  const mathml = only.data?.mathml;
  const data = mathml && { mathml: { ...mathml, properties: { ...mathml.properties, display: 'block' } } };
  return { type: 'math', value: only.value, ...(data && { data }), ...(only.position && { position: only.position }) };
}

function formula<Node extends MathNode | InlineMath>(node: Node, display: 'block' | 'inline', source: Source): Node {
  const value = node.value.replace(/\r\n?/g, '\n');
  const mathml = mathmlOf(value, display);
  if (!mathml) report(source, 'formula-is-valid', { position: node.position, details: { tex: excerpt(value) } });
  const data: Data | undefined = mathml && { mathml };
  return { type: node.type, value, ...(data && { data }), ...(node.position && { position: node.position }) } as Node;
}

function excerpt(tex: string): string {
  const words = tex.replace(/\s+/g, ' ').trim();
  return words.length > 60 ? `${words.slice(0, 59)}…` : words;
}

/** Temml's types are those of its other module, and lack the name under which it gives the tree. */
const converter = temml as unknown as { __renderToMathMLTree(tex: string, options: object): Made };

/** TeX → MathML; undefined where the TeX is not valid. */
function mathmlOf(tex: string, display: 'block' | 'inline'): Element | undefined {
  try {
    const tree = converter.__renderToMathMLTree(tex, { displayMode: display === 'block', throwOnError: true });
    const [made] = hastOf(tree);
    return made?.type === 'element' && made.tagName === 'math'
      ? { ...made, properties: { ...made.properties, display } }
      : undefined;
  } catch {
    // Its own errors, and those that odd TeX makes it run into: either way there is no formula.
    return undefined;
  }
}

/** A node of the converter: an element, a text, or (without a type) several in a row. */
interface Made {
  readonly type?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly classes?: readonly string[];
  readonly children?: readonly Made[];
}

/** Neither styles, which pages do not allow, nor ids, which only the source gives. */
const dropped: ReadonlySet<string> = new Set(['style', 'id', 'class', 'href', 'xmlns']);

/** How the columns of aligned formulae stand. */
const classNames: Readonly<Record<string, string>> = { 'tml-left': 'formula-left', 'tml-right': 'formula-right' };

function hastOf(made: Made): ElementContent[] {
  const children = (made.children ?? []).flatMap(hastOf);
  if (made.text !== undefined) return [{ type: 'text', value: made.text }];
  if (!made.type) return children;
  const className = (made.classes ?? []).flatMap((name) => classNames[name] ?? []);
  const properties: Properties = className.length > 0 ? { className } : {};
  for (const [name, value] of Object.entries(made.attributes ?? {})) {
    if (!dropped.has(name)) properties[name] = String(value);
  }
  return [{ type: 'element', tagName: made.type, properties, children }];
}

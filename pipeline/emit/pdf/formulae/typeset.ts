import { toXast } from 'hast-util-to-xast';
import { toXml } from 'xast-util-to-xml';
import { bonds, placeArrows } from './chemistry.ts';
import type { Formula } from './collect.ts';
import { piecesIn, type TypesetPiece } from './pieces.ts';
import { sizeOf } from './size.ts';
import { placeTags, type TexNode } from './tags.ts';

/** A formula as MathJax sets it. */
interface TypesetFormula {
  /** An SVG in thousandths of an em, whose view box begins above the baseline at minus its height. */
  readonly svg: string;
  /** Presentation MathML, for whoever says it. */
  readonly mathml: string;
  /** None where it is short, or nowhere to be broken. */
  readonly pieces: readonly TypesetPiece[];
  /** The same, whose tokens have numbers in `data-part`, as the groups of the SVG that are painted for them. */
  readonly numbered: string;
}

/** Attribute by which a token of MathML and what is painted for it are known. */
export const partAttribute = 'data-part';

/** Sets one formula; undefined where neither its TeX nor its MathML can be set. */
export type Typesetter = (formula: Pick<Formula, 'tex' | 'display' | 'mathml'>) => Promise<TypesetFormula | undefined>;

/** What is understood in TeX beyond its base: the extensions that the formulae of pages and books know too. */
const extensions = [
  'ams',
  'boldsymbol',
  'braket',
  'cancel',
  'cases',
  'centernot',
  'color',
  'configmacros',
  'enclose',
  'gensymb',
  'mathtools',
  'mhchem',
  'newcommand',
  'textcomp',
  'textmacros',
  'unicode',
  'units',
  'upgreek',
] as const;

/** Loads MathJax: dear, so only where there is a formula. Everything it reads is in its own packages. */
export async function makeTypesetter(): Promise<Typesetter> {
  const [
    { mathjax },
    { TeX },
    { MathML },
    { SVG },
    { liteAdaptor },
    { RegisterHTMLHandler },
    { SerializedMmlVisitor },
  ] = await Promise.all([
    import('@mathjax/src/js/mathjax.js'),
    import('@mathjax/src/js/input/tex.js'),
    import('@mathjax/src/js/input/mathml.js'),
    import('@mathjax/src/js/output/svg.js'),
    import('@mathjax/src/js/adaptors/liteAdaptor.js'),
    import('@mathjax/src/js/handlers/html.js'),
    import('@mathjax/src/js/core/MmlTree/SerializedMmlVisitor.js'),
    import('@mathjax/src/js/util/asyncLoad/esm.js'),
    import('@mathjax/src/js/input/tex/base/BaseConfiguration.js'),
    ...extensions.map((name) => import(`@mathjax/src/js/input/tex/${name}/${capital(name)}Configuration.js`)),
  ]);
  const adaptor = liteAdaptor();
  RegisterHTMLHandler(adaptor);
  const output = (inline = false) => new SVG({ fontCache: 'none', linebreaks: { inline } });
  const fromTex = mathjax.document('', {
    InputJax: new TeX({ packages: ['base', ...extensions], macros: bonds, formatError: refuse }),
    OutputJax: output(),
  });
  const fromMathml = mathjax.document('', { InputJax: new MathML(), OutputJax: output() });
  const inPieces = mathjax.document('', { OutputJax: output(true) });
  const visitor = new SerializedMmlVisitor();

  const set = async (document: typeof fromTex, source: string, display: boolean): Promise<TypesetFormula> => {
    const [input] = document.inputJax;
    const item = new document.options.MathItem(source, input, display);
    item.setMetrics(em, em / 2, widest, 1);
    const numbers = { next: 0 };
    await mathjax.handleRetriesFor(() => item.compile(document));
    placeTags(item.root, display);
    placeArrows(item.root);
    item.root.walkTree((node: TexNode) => {
      if (node.isToken) node.attributes.set(partAttribute, String(numbers.next++));
    });
    const numbered = cleaned(visitor.visitTree(item.root));
    await mathjax.handleRetriesFor(() => item.typeset(document));
    const svg = /<svg[\s\S]*<\/svg>/.exec(adaptor.innerHTML(item.typesetRoot))?.[0];
    if (!svg || svg.includes('data-mjx-error')) throw new Error('MathJax made no picture');
    const isLong = (sizeOf(svg)?.width ?? 0) > (display ? shortest.display : shortest.inline) * 1000;
    const mathml = numbered.replace(new RegExp(` ${partAttribute}="\\d+"`, 'g'), '');
    return { svg: cleaned(svg), mathml, numbered, pieces: isLong ? await cut(item, display) : [] };
  };
  /** As in a line of text, though in the style that it has on a line of its own. */
  const cut = async (item: typeof inPieces.options.MathItem, display: boolean): Promise<readonly TypesetPiece[]> => {
    const { root } = item;
    item.display = false;
    root.attributes.set('display', 'inline');
    root.attributes.set('displaystyle', display);
    root.setInheritedAttributes({}, display, 0, false);
    root.setTeXclass(null);
    await mathjax.handleRetriesFor(() => {
      item.typesetRoot = inPieces.outputJax.typeset(item, inPieces);
    });
    const pieces = piecesIn(adaptor.innerHTML(item.typesetRoot));
    const broken = pieces.some(({ before }) => before !== 'nothing');
    return broken ? pieces.map((piece) => ({ ...piece, svg: cleaned(piece.svg) })) : [];
  };
  return async ({ tex, display, mathml }) => {
    try {
      return await set(fromTex, tex, display);
    } catch {
      return set(fromMathml, toXml(toXast(mathml)), display).catch(() => undefined);
    }
  };
}

/** Sizes that cancel out: what is measured is in thousandths of an em. */
const em = 16;
const widest = 1e6;
/** In em: what is no longer is never broken. Columns of lists leave less than this to no formula on its own line. */
const shortest = { inline: 4, display: 12 } as const;

const capital = (name: string): string => names[name] ?? name.charAt(0).toUpperCase() + name.slice(1);
const names: Readonly<Record<string, string>> = { configmacros: 'ConfigMacros', textmacros: 'TextMacros' };

/** What MathJax would paint as an error is set from the MathML that was made of it before. */
function refuse(_input: unknown, error: Error): never {
  throw error;
}

/** Without what MathJax notes for itself: its values are not always XML. */
function cleaned(markup: string): string {
  return markup.replace(/\s+data-[\w-]+="[^"]*"/g, (note) => (note.trim().startsWith(`${partAttribute}=`) ? note : ''));
}

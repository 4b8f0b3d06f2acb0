import { toXast } from 'hast-util-to-xast';
import { toXml } from 'xast-util-to-xml';
import type { Formula } from './collect.ts';

/** A formula as MathJax sets it. */
interface TypesetFormula {
  /** An SVG in thousandths of an em, whose view box begins above the baseline at minus its height. */
  readonly svg: string;
  /** Presentation MathML. */
  readonly mathml: string;
}

/** Sets one formula; undefined where neither its TeX nor its MathML can be set. */
export type Typesetter = (formula: Formula) => Promise<TypesetFormula | undefined>;

/** What is understood in TeX beyond its base: the extensions that the formulae of pages and books know too. */
const extensions = [
  'ams',
  'boldsymbol',
  'braket',
  'cancel',
  'cases',
  'centernot',
  'color',
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
  const output = () => new SVG({ fontCache: 'none', linebreaks: { inline: false } });
  const fromTex = mathjax.document('', {
    InputJax: new TeX({ packages: ['base', ...extensions], formatError: refuse }),
    OutputJax: output(),
  });
  const fromMathml = mathjax.document('', { InputJax: new MathML(), OutputJax: output() });
  const visitor = new SerializedMmlVisitor();

  const set = async (document: typeof fromTex, source: string, display: boolean): Promise<TypesetFormula> => {
    const [input] = document.inputJax;
    const item = new document.options.MathItem(source, input, display);
    item.setMetrics(em, em / 2, widest, 1);
    await mathjax.handleRetriesFor(() => item.compile(document));
    const mathml = cleaned(visitor.visitTree(item.root));
    await mathjax.handleRetriesFor(() => item.typeset(document));
    const svg = /<svg[\s\S]*<\/svg>/.exec(adaptor.innerHTML(item.typesetRoot))?.[0];
    if (!svg || svg.includes('data-mjx-error')) throw new Error('MathJax made no picture');
    return { svg: cleaned(svg), mathml };
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

const capital = (name: string): string =>
  name === 'textmacros' ? 'TextMacros' : name.charAt(0).toUpperCase() + name.slice(1);

/** What MathJax would paint as an error is set from the MathML that was made of it before. */
function refuse(_input: unknown, error: Error): never {
  throw error;
}

/** Without what MathJax notes for itself: its values are not always XML. */
function cleaned(markup: string): string {
  return markup.replace(/\s+data-[\w-]+="[^"]*"/g, '');
}

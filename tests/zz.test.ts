import { test } from 'vitest';
import { prepareFormulae } from '../pipeline/emit/pdf/formulae/index.ts';
import { assembled } from './helpers/assembled.ts';
import { shippedFonts } from './emit/pdf/paged.ts';
import { treeOfEdition } from '../pipeline/emit/pdf/formulae/tree.ts';
import { formulaeOf } from '../pipeline/emit/pdf/formulae/collect.ts';
const F = ['\\frac{a}{b+1}','\\sqrt[3]{x^2+1}','\\sum_{i=1}^{n} x_i \\le 3','\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}^2','f(x)=\\begin{cases}1&\\text{if }x>0\\\\0&\\text{otherwise}\\end{cases}','\\vec{v}+\\hat{y}+\\overline{z}','\\text{débit à la sortie} = 3{,}5\\,\\text{m}','\\lim_{x\\to 0}\\frac{\\sin x}{x}','\\mathbf{A}\\mathbb{R}\\int_0^1 f\\,dx','x_{1}^{2}', "f'(x)", "f''(x)", '\\underbrace{a+b}_{n}', '|x|<\\infty','\\left(\\frac12\\right)', '12.5\\times 10^3','\\operatorname{argmax}_x f','\\binom{n}{k}','\\widehat{ABC}+\\tilde{x}+\\dot{y}+\\ddot{z}+\\bar{w}','\\boxed{E=mc^2}','\\cancel{x}','\\prod_{k}\\prod_k^2','a\\not=b\\neq c','\\iint_D\\oint','\\mathcal{L}\\mathfrak{g}\\mathsf{s}\\mathtt{t}\\boldsymbol{\\alpha}','\\xrightarrow{abc}','\\ce{H2O}','\\begin{aligned}a&=b\\\\&=c\\end{aligned}','\\left\\{\\begin{matrix}1\\\\3\\\\3\\\\4\\\\5\\\\6\\\\8\\end{matrix}\\right.','\\begin{array}{c|c}1&2\\\\\\hline 3&4\\end{array}','\\overbrace{x}^{n}','a\\bmod b\\pmod{n}','\\dots\\cdots\\ldots','\\text{a $x$ b}','1{,}000\\,000','\\sqrt{\\sqrt{2}}','\\color{red}x','x\\quad y','\\{a\\mid b\\}','\\phantom{x}y','\\underline{x}\\overleftarrow{AB}','\\gcd(a,b)\\max_x','\\degree','25\\,\\%', "\\tfrac{1}{2}\\dfrac12", '\\substack{a\\\\b}', '\\sum_{\\substack{a\\\\b}}','\\mathrm{d}x\\;\\mathrm{Re}','-x', 'a^{-1}', '\\colon=', 'x:=1', '\\lfloor x\\rfloor\\lVert y\\rVert'];
test('x', async () => {
  const { editions } = assembled({ one: ['::::en','# F',...F.map((t) => `$$\n${t}\n$$`),'::::','','::::fr','# F','::::'].join('\n\n') });
  const { drawings } = await prepareFormulae(editions.en, await shippedFonts());
  const plain = (n: any): any => [n.tag, n.text ?? n.children.map(plain)];
  for (const [key, f] of formulaeOf(editions.en)) { const d = drawings.get(key); if (!d) { console.log('UNDRAWN', key); continue; } if (!d.tree) { console.log('NOTREE', key); continue; }
    const same = JSON.stringify(plain(d.tree)) === JSON.stringify(plain(treeOfEdition(f.mathml)));
    const lv = (n: any): any[] => n.children.length ? n.children.flatMap(lv) : [n];
    const marks = lv(d.tree).reduce((s, n) => s + n.marks.length, 0);
    console.log(same ? 'ok  ' : 'MJ  ', f.tex.replace(/\n/g,' '), `${marks}/${d.marks.length}`); if(!same) console.log(JSON.stringify(plain(treeOfEdition(f.mathml))),'\n', JSON.stringify(plain(d.tree))); }
}, 60000);

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDocument } from '../../../../pipeline/emit/pdf/file/index.ts';
import { fontsInFile } from '../../../../pipeline/emit/pdf/fonts/index.ts';
import { drawingInFile } from '../../../../pipeline/emit/pdf/pictures/drawing.ts';
import { convertSvg, type DrawnMark, type DrawnPath, type DrawnText } from '../../../../pipeline/emit/pdf/svg/index.ts';
import { sampleEdition } from '../../../helpers/edition.ts';
import { shippedFonts } from '../paged.ts';

const fonts = await shippedFonts();

const convert = (inside: string, attributes = '') =>
  convertSvg(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`, {
    fonts,
    width: 200,
    height: 100,
  });

const marks = (inside: string, attributes = ''): readonly DrawnMark[] => {
  const { drawing, unsupported } = convert(inside, attributes);
  expect(unsupported).toEqual([]);
  return drawing?.marks ?? [];
};

const path = (inside: string): DrawnPath => marks(inside)[0] as DrawnPath;
const texts = (inside: string): DrawnText[] => marks(inside).filter((mark): mark is DrawnText => mark.kind === 'text');

describe('convertSvg', () => {
  it('fits the view box into the picture, whole and in the middle', () => {
    expect(marks('<rect width="1" height="1"/>', 'viewBox="0 0 10 10"')[0]?.matrix).toEqual([10, 0, 0, 10, 50, 0]);
    expect(marks('<rect width="1" height="1"/>', 'viewBox="5 5 20 5" width="400" height="50"')[0]?.matrix).toEqual([
      10, 0, 0, 10, 50, -50,
    ]);
    expect(marks('<rect width="1" height="1"/>', 'viewBox="0 0 10 10" preserveAspectRatio="none"')[0]?.matrix).toEqual([
      20, 0, 0, 10, 0, 0,
    ]);
    expect(convert('', 'width="3in" height="2.54cm"').drawing).toMatchObject({ width: 288, height: 96 });
  });

  it('paints an SVG inside another in its own coordinates, and nothing beyond its edges', () => {
    const [inner] = marks(
      '<svg x="10" y="20" width="30" height="40" viewBox="0 0 3 4"><rect width="9" height="9"/></svg>',
    );
    expect(inner?.matrix).toEqual([10, 0, 0, 10, 10, 20]);
    expect(inner?.clip).toEqual([
      { to: 'M', at: [10, 20] },
      { to: 'L', at: [40, 20] },
      { to: 'L', at: [40, 60] },
      { to: 'L', at: [10, 60] },
      { to: 'Z' },
    ]);
    expect(marks('<rect width="9" height="9"/>')[0]?.clip).toBeUndefined();
    expect(marks('<svg width="0" height="9"><rect width="9" height="9"/></svg>')).toEqual([]);
  });

  it('knows the shapes', () => {
    expect(
      path('<rect x="1" y="2" width="50%" height="4"/>').segments.map((one) => ('at' in one ? one.at : [])),
    ).toEqual([[1, 2], [101, 2], [101, 6], [1, 6], []]);
    expect(path('<rect width="10" height="4" rx="9"/>').segments[0]).toEqual({ to: 'M', at: [5, 0] });
    expect(path('<circle cx="5" cy="6" r="2"/>').segments[0]).toEqual({ to: 'M', at: [7, 6] });
    expect(path('<ellipse rx="3" ry="2"/>').segments).toHaveLength(6);
    expect(path('<line x2="3" y2="4" stroke="red"/>').segments).toHaveLength(2);
    expect(path('<polyline points="0,0 1,1 2 0" fill="red"/>').segments).toHaveLength(3);
    expect(path('<polygon points="0,0 1,1 2 0"/>').segments.at(-1)).toEqual({ to: 'Z' });
    expect(marks('<circle r="0"/><rect width="-1" height="5"/><polygon points="1 1"/>')).toEqual([]);
  });

  it('cascades: inherited, attribute, element, class, id, style', () => {
    const style = '<style>rect { fill: #010101 } .k, .j { fill: #020202 } #i { fill: #030303 } /* x */</style>';
    const fill = (attributes: string): unknown =>
      path(`${style}<g fill="#0a0a0a" stroke="lime">${`<rect width="1" height="1" ${attributes}/>`}</g>`).fill?.colour;
    expect(
      ['', 'fill="#000001"', 'class="k"', 'class="x j"', 'class="k" id="i"', 'id="i" style="fill: rgb(4, 4, 4)"'].map(
        fill,
      ),
    ).toEqual(['#010101', '#010101', '#020202', '#020202', '#030303', '#040404']);
    expect(path('<g fill="#0a0a0a" stroke="lime"><circle r="1"/></g>')).toMatchObject({
      fill: { colour: '#0a0a0a' },
      stroke: { colour: '#00ff00', width: 1 },
    });
  });

  it('reads colours, opacity and strokes', () => {
    const fill = (value: string): unknown => path(`<circle r="1" style="fill:${value}"/>`).fill;
    expect(['#abc', '#12345680', 'RebeccaPurple', 'rgb(10% 20% 30% / 50%)', 'rgba(1,2,3,.5)'].map(fill)).toEqual([
      { colour: '#aabbcc', opacity: 1 },
      { colour: '#123456', opacity: 128 / 255 },
      { colour: '#663399', opacity: 1 },
      { colour: '#1a334d', opacity: 0.5 },
      { colour: '#010203', opacity: 0.5 },
    ]);
    expect(path('<g opacity=".5"><circle r="1" fill-opacity="50%" opacity=".5"/></g>').fill?.opacity).toBe(0.125);
    expect(path('<g color="red"><circle r="1" fill="currentColor"/></g>').fill?.colour).toBe('#ff0000');
    expect(
      path(
        '<path d="M0 0L1 1" fill="none" stroke="#000" stroke-width="2px" stroke-linecap="round" stroke-linejoin="bevel" stroke-dasharray="4 2" stroke-dashoffset="1"/>',
      ),
    ).toMatchObject({
      stroke: { width: 2, cap: 'round', join: 'bevel', dashes: [4, 2], dashOffset: 1 },
    });
    expect(
      marks('<circle r="1" fill="none"/><circle r="1" display="none"/><circle r="1" visibility="hidden"/>'),
    ).toEqual([]);
  });

  it('sets text in our own faces, at its anchor, by our own widths', () => {
    const width = (fonts('sans').width('Frontière') * 10) / 1000;
    const at = (anchor: string): number =>
      texts(`<text x="100" y="5" font-size="10" text-anchor="${anchor}">  Frontière\n </text>`)[0]?.x ?? Number.NaN;
    expect(at('start')).toBe(100);
    expect(at('middle')).toBeCloseTo(100 - width / 2);
    expect(at('end')).toBeCloseTo(100 - width);
    const [one, two, three] = texts(
      '<text x="10" y="20" font-size="10">un <tspan font-weight="700">deux</tspan><tspan x="10" dy="1.2em" font-style="italic">trois</tspan></text>',
    );
    expect([one?.text, two?.text, three?.text]).toEqual(['un ', 'deux', 'trois']);
    expect([one?.face, two?.face, three?.face]).toEqual(['sans', 'sans-bold', 'sans-italic']);
    expect(two?.x).toBeCloseTo(10 + (fonts('sans').width('un ') * 10) / 1000);
    expect([three?.x, two?.y]).toEqual([10, 20]);
    expect(three?.y).toBeGreaterThan(20);
    expect(
      ['serif', 'monospace', "'Source Sans 3', sans-serif", 'Georgia, serif'].map(
        (family) => texts(`<text font-family="${family}">x</text>`)[0]?.face,
      ),
    ).toEqual(['serif', 'code', 'sans', 'serif']);
  });

  it('uses what is defined, and a picture that uses itself ends', () => {
    const [mark] = marks(
      '<defs><g id="a" transform="scale(2)"><circle r="1"/></g></defs><use href="#a" x="5" y="6" transform="translate(1)"/>',
    );
    expect(mark?.matrix).toEqual([2, 0, 0, 2, 6, 6]);
    expect(marks('<symbol id="s"><circle r="1"/></symbol><use xlink:href="#s"/>')).toHaveLength(1);
    expect(convert('<g id="a"><use href="#a"/></g>').unsupported).toEqual(['<use href="#a">']);
  });

  it('knows linear gradients', () => {
    const defs =
      '<linearGradient id="b"><stop offset=".2" stop-color="red"/><stop offset="90%" style="stop-color:#00f"/></linearGradient><linearGradient id="a" href="#b" x2="0" y2="100%"/>';
    expect(path(`<defs>${defs}</defs><rect x="2" y="3" width="4" height="5" fill="url(#a)"/>`).fill?.colour).toEqual({
      matrix: [4, 0, 0, 5, 2, 3],
      from: [0, 0],
      to: [0, 1],
      stops: [
        { at: 0.2, colour: '#ff0000' },
        { at: 0.9, colour: '#0000ff' },
      ],
    });
  });

  it('names what it leaves out', () => {
    const named = (inside: string): readonly string[] => convert(inside).unsupported;
    expect(named('<foreignObject/><image href="x.png"/>')).toEqual(['<foreignObject>', '<image>']);
    expect(named('<circle r="1" filter="url(#x)" clip-path="none" style="mask: url(#m)"/>')).toEqual([
      'filter',
      'mask',
    ]);
    expect(named('<style>g > rect { fill: red } .a:hover { fill: red }</style>')).toEqual(['g > rect', '.a:hover']);
    expect(named('<circle r="1" fill="url(#no)"/><circle r="1" fill="hsl(1 2% 3%)"/>')).toEqual([
      'url(#no)',
      'hsl(1 2% 3%)',
    ]);
    expect(named('<text rotate="5">a<textPath href="#p">b</textPath></text>')).toEqual(['rotate', '<textPath>']);
    expect(
      named('<title>t</title><desc>d</desc><metadata/><sodipodi:namedview/><circle r="1" fill="url(#no) red"/>'),
    ).toEqual([]);
  });

  it('names characters that no face has, and the short form of a font', () => {
    const text = '<text y="9" style="font: bold 14px serif">Ab 中中 é</text>';
    expect(convert(text).unsupported).toEqual(expect.arrayContaining(['中', 'font']));
    expect(convert('<text y="9" font-weight="bold">Œuvre − é</text>').unsupported).toEqual([]);
  });

  it('never fails, whatever it is given, and what it gives can be painted', async () => {
    const word = fc.constantFrom(
      '<svg>',
      '</svg>',
      '<g>',
      '</g>',
      '<path d="M',
      '0',
      ' ',
      'A1 1 0 0 1',
      '"/>',
      '<text x="',
      '1e999',
      '1e7',
      'NaN',
      '">',
      '</text>',
      '&',
      'é',
      '<rect width="5" height="-3" transform="scale(',
      ')',
      '%',
      '<use href="#a"/>',
      '<linearGradient id="a">',
      '<circle r="1" fill="url(#a)" stroke-width="',
      '<stop/></linearGradient>',
      '<![CDATA[',
      ']]>',
    );
    const root = fc.constantFrom(
      '<svg>',
      '<svg viewBox="0 0 0 0">',
      '<svg viewBox="0 0 1e-9 1">',
      '<svg width="0" height="1e999">',
      '<svg viewBox="0 0 -5 5">',
    );
    const doc = await openDocument(sampleEdition('en', {}), { instant: '2005-04-19T00:00:00Z', generator: 'x' });
    const fontInFile = fontsInFile(doc);
    fc.assert(
      fc.property(root, fc.array(word, { maxLength: 30 }), (begin, words) => {
        convertSvg(words.join(''), { fonts, width: 10, height: 10 });
        const { drawing } = convertSvg(`${begin}${words.join('')}</svg>`, { fonts, width: 10, height: 10 });
        if (drawing) drawingInFile(doc, drawing, { fonts, fontInFile });
      }),
      { seed: 2, numRuns: 2000 },
    );
  });
});

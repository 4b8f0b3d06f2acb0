import { type Pdf, type PdfPage, PdfText, type PdfValue } from './pdf.ts';
import { allElements, idOf, keyOf, structureOf, toUnicode } from './pdf-tree.ts';

/**
 * What is painted on each page, operator by operator, without how it is marked and without formulae, which one standard
 * paints in parts; for these, where they are.
 */
export function paintedApart(pdf: Pdf): string[] {
  const formulae = allElements(structureOf(pdf)).filter(({ tag }) => tag === 'Formula');
  const captions = allElements(allElements(formulae).filter(({ tag }) => tag === 'Caption')).map(({ id }) => id);
  const ofFormulae = new Set(
    allElements(formulae)
      .filter(({ id }) => !captions.includes(id))
      .flatMap(({ kids }) => kids.flatMap((kid) => (kid.kind === 'content' ? [keyOf(kid.page, kid.mcid)] : []))),
  );
  const boxes = formulae.map(({ dict }) => pdf.list(dict.A).flatMap((one) => pdf.list(pdf.dict(one).BBox)));
  const reader = new Reader(pdf);
  const pages = pdf.pages.map((page) =>
    reader
      .sequences(page)
      .filter(({ mcid, operators }) =>
        mcid === undefined ? !isLineOfFormula(operators) : !ofFormulae.has(keyOf(page.id, mcid)),
      )
      .flatMap(({ operators }) => operators)
      .join('\n'),
  );
  return [...pages, boxes.map((box) => box.join(' ')).join('\n')];
}

/** Nothing else that is an artifact is scaled: a picture is an object. */
const isLineOfFormula = (operators: readonly string[]): boolean =>
  operators.some((one) => one.endsWith(' cm')) && !operators.some((one) => one.endsWith(' Do'));

/** What stands in one marked content. */
interface Sequence {
  readonly mcid: number | undefined;
  readonly operators: string[];
}

/** Reads text and fonts for what they are: which name and which code they have depends on what was painted before. */
class Reader {
  readonly #pdf: Pdf;
  readonly #maps = new Map<number, ReadonlyMap<number, string>>();

  constructor(pdf: Pdf) {
    this.#pdf = pdf;
  }

  sequences({ content, dict }: PdfPage): Sequence[] {
    const fonts = this.#pdf.dict(this.#pdf.dict(dict.Resources).Font);
    const found: Sequence[] = [];
    let font = 0;
    for (const { name, operands } of content) {
      if (name === 'BDC') found.push({ mcid: this.#pdf.dict(operands[1]).MCID as number | undefined, operators: [] });
      if (name === 'BDC' || name === 'EMC') continue;
      const of = name === 'Tf' || name === 'Do' ? String(operands[0]).slice(1) : '';
      if (name === 'Tf') font = idOf(fonts[of]);
      const shown = operands.map((one, at) => {
        if (at === 0 && of) return name === 'Tf' ? String(this.#pdf.dict(fonts[of]).BaseFont).slice(8) : 'picture';
        return this.#shown(one, font);
      });
      found.at(-1)?.operators.push([...shown, name].join(' '));
    }
    return found;
  }

  #shown(value: PdfValue, font: number): string {
    if (value instanceof PdfText) return this.#text(value, font);
    return Array.isArray(value) ? value.map((one) => this.#shown(one, font)).join(' ') : String(value);
  }

  #text({ bytes }: PdfText, font: number): string {
    const map = this.#maps.get(font) ?? toUnicode(this.#pdf, font);
    this.#maps.set(font, map);
    let text = '';
    for (let at = 0; at + 1 < bytes.length; at += 2)
      text += map.get(((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)) ?? '\uFFFD';
    return text;
  }
}

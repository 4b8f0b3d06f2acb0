/** What stands in a line and is no words: formulae, pictures, and the calls of notes. */
import type { FootnoteReference, Image } from 'mdast';
import type { InlineMath } from 'mdast-util-math';
import { fill } from '../model/index.ts';
import { scaleOf, signAfter, texOfPieces, widestOf } from './formulaFit.ts';
import { addText, base, type Collector, codeSize, type Inline, raised } from './inline.ts';
import { openElement, relate } from './structure.ts';
import { langAttribute } from './tools.ts';

/** A formula in the line, in pieces where it is long, said in its words; one that cannot be set, as TeX in the code face. */
export function addFormula(node: InlineMath, collector: Collector, inline: Inline): void {
  const { value: tex } = node;
  const box = collector.tools.formulae(tex, { display: false, lang: inline.lang });
  const draft = openElement('Formula', inline.draft, { alt: box?.words ?? tex });
  if (!box) {
    const size = inline.size * codeSize;
    addText(tex, collector, { ...inline, draft, family: 'code', size, hyphenate: false, node });
    return;
  }
  const { width } = collector.room;
  const { size: em } = inline;
  const scale = scaleOf(widestOf(box), { size: em, width: width - signAfter * em, tools: collector.tools, node });
  const pieces = box.pieces ?? [{ ...box, space: 0, before: 'nothing' as const }];
  const texts = texOfPieces(tex, pieces);
  const shared = { ...base(collector, { ...inline, draft }), hyphenate: false, kind: 'prose' as const };
  for (const [index, { asset, space, before, ...piece }] of pieces.entries()) {
    const depth = piece.descent * scale;
    const size = { width: piece.width * scale, height: piece.ascent * scale + depth, depth };
    const image = { asset, ...size, ...(texts[index] && { text: texts[index] }), formula: node, decorative: false };
    const goesOn = index > 0 && { goesOn: { space: space * scale, before }, anchors: [] };
    collector.runs.push({ ...shared, image, ...goesOn });
  }
}

/** The call of a note; the note itself stands in the tree right after its first call. */
export function addCall(node: FootnoteReference, collector: Collector, inline: Inline): void {
  const { tools } = collector;
  const definition = tools.document?.notes.find((note) => note.identifier === node.identifier);
  const number = node.data?.number ?? definition?.data?.number;
  if (!tools.document || !definition || number === undefined) return;
  const call = node.data?.call ?? 1;
  collector.anchors.push(
    `${tools.document.id}#fnref-${call === 1 ? number : `${number}-${call}`}${tools.suffix ?? ''}`,
  );
  const reference = openElement('Reference', inline.draft);
  const draft = openElement('Link', reference);
  const contents = fill(tools.edition.strings, 'edition.notes.call', { number });
  const to = { destination: `${tools.document.id}#fn-${number}${tools.suffix ?? ''}` };
  const before = collector.runs.at(-1);
  const apart = before?.link && before.rise > 0 ? '\u202f' : '';
  // In the sans face, whose figures are lining: an old-style 1 reads as a small capital I.
  const run = base(collector, { ...raised(inline, 0.33), draft, family: 'sans', bold: false, italic: false });
  const known = tools.called.get(definition);
  const element =
    known ??
    openElement('Note', inline.draft, {
      id: `${tools.document.id}-fn-${number}${tools.suffix ?? ''}`,
      ...langAttribute(definition, tools.edition.tag),
    });
  tools.called.set(definition, element); // before its words, which may call it again
  relate(reference.element, element.element);
  const note = known ? undefined : tools.setNote(definition, element);
  collector.runs.push({
    ...run,
    text: `${apart}${number}`,
    hyphenate: false,
    kind: 'prose',
    colour: tools.sheet.colours.link,
    link: { owner: draft.element, to, contents, underline: 'none' },
    ...(note && { note }),
  });
}

export function addImage(node: Image, collector: Collector, inline: Inline): void {
  const asset = node.data?.asset;
  const size = asset === undefined ? undefined : collector.tools.edition.assets.get(asset);
  if (asset === undefined || !size) {
    addText(node.alt ?? '', collector, { ...inline, node });
    return;
  }
  const scale = Math.min(pointsPerPixel, collector.room.width / size.width, collector.room.height / size.height);
  const draft = node.alt ? openElement('Figure', inline.draft, { alt: node.alt }) : undefined;
  const run = base(collector, draft ? { ...inline, draft } : inline);
  collector.runs.push({
    ...run,
    hyphenate: false,
    kind: 'prose',
    node,
    image: { asset, width: size.width * scale, height: size.height * scale, decorative: !draft },
  });
}

/** Assets are measured in CSS pixels, 96 to the inch. */
export const pointsPerPixel = 0.75;

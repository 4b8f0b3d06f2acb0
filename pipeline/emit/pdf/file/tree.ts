import type PDFDocument from 'pdfkit';
import type { Reference } from 'pdfkit';
import type { PagedEdition } from '../../../layout/index.ts';
import { type FileElement, isElement, isMath, type Painted } from '../elements.ts';
import type { Annotation, Mark, PaintedContent } from './painted.ts';
import { type Around, attributesOf, type Headings, headingIds, idOf, inline, propertiesOf } from './properties.ts';
import { type Relations, relationsIn } from './relations.ts';

type Kid = { readonly element: Reference } | { readonly mark: Mark } | { readonly annotation: Annotation };

/** Writes structure elements, each with those in it. */
export class TreeWriter {
  /** Names of elements, in the order of the tree. */
  readonly ids: [string, Reference][] = [];
  /** Marked content that hangs in the tree. */
  readonly seen = new Set<Mark>();
  readonly #doc: PDFDocument;
  readonly #paged: PagedEdition;
  readonly #content: PaintedContent;
  readonly #headings: Headings;
  readonly #relations: Relations;

  constructor(doc: PDFDocument, paged: PagedEdition, content: PaintedContent) {
    this.#doc = doc;
    this.#paged = paged;
    this.#content = content;
    this.#headings = headingIds(paged.structure);
    this.#relations = content.dialect.refers ? relationsIn(paged) : new Map();
  }

  write(element: FileElement, parent: Reference): Reference {
    const captions = this.#captionsBeside(element);
    if (captions.length > 0) return this.#writeFrame(element, captions, parent);
    const isWithin = this.#annotationsOf(element).some(({ reference }) => reference.data.Dest);
    return isWithin && this.#content.dialect.refers && parent.data.S !== 'Reference'
      ? this.#writeReference(element, parent)
      : this.#writeElement(element, parent);
  }

  /** A link within the document is a part of a reference. ISO 14289-2, 8.2.5.20. */
  #writeReference(element: FileElement, parent: Reference): Reference {
    const around = this.#doc.ref({ S: 'Reference', P: parent });
    around.data.K = [this.#writeElement(element, around)];
    around.end();
    return around;
  }

  /** An element and its captions beside one another, in a figure. */
  #writeFrame(element: FileElement, captions: readonly FileElement[], parent: Reference): Reference {
    const frame = this.#doc.ref({ S: 'Figure', P: parent });
    const { Alt, Lang } = propertiesOf(this.#around(element, parent));
    Object.assign(frame.data, { ...(Alt !== undefined && { Alt }), ...(Lang !== undefined && { Lang }) });
    const own = this.#writeElement(element, frame, captions);
    const kids = [own, ...captions.map((caption) => this.write(caption, frame))];
    Object.assign(frame.data, { K: kids, A: own.data.A });
    frame.end();
    return frame;
  }

  /** @param beside - Of its children, those that are written elsewhere. */
  #writeElement(element: FileElement, parent: Reference, beside: readonly unknown[] = []): Reference {
    const reference = this.#content.elementOf(element);
    if (reference.data.P) throw new Error(`A structure element ${element.tag} stands twice in the tree`);
    const around = this.#around(element, parent);
    Object.assign(reference.data, this.#content.dialect.typeOf(element), { P: parent }, propertiesOf(around));
    const id = idOf(element, this.#headings);
    if (id) this.ids.push([id, reference]);
    const children: readonly (FileElement | Painted)[] = element.children;
    const kids = children.flatMap((child) => (beside.includes(child) ? [] : this.#kidsOf(child, element, reference)));
    const annotations = this.#annotationsOf(element).map((annotation) => ({ annotation }));
    writeKids(reference, [...kids, ...annotations], around);
    reference.end();
    return reference;
  }

  #kidsOf(child: FileElement | Painted, element: FileElement, reference: Reference): Kid[] {
    const content = this.#content;
    const math = 'kind' in child && child.kind === 'image' ? content.formulae.get(child)?.math : undefined;
    if (math && content.elementOf(math).data.P) return []; // of a formula in pieces, the first has written it
    if (math) return [{ element: this.write(math, reference) }];
    return isElement(child) ? [{ element: this.write(child, reference) }] : this.#markOf(child, element);
  }

  #markOf(fragment: Painted, element: FileElement): Kid[] {
    const mark = this.#content.marks.get(fragment);
    if (!mark) throw new Error(`A fragment of ${element.tag} is in the tree and on no page`);
    if (mark.owner !== element)
      throw new Error(`A fragment in ${element.tag} says that it belongs to ${mark.owner.tag}`);
    if (this.seen.has(mark)) return [];
    this.seen.add(mark);
    return [{ mark }];
  }

  #captionsBeside(element: FileElement): readonly FileElement[] {
    const { dialect, attachments } = this.#content;
    if (isMath(element) || !dialect.isFramed(element) || !attachments.has(element)) return [];
    return element.children.filter((child) => isElement(child)).filter(({ tag }) => tag === 'Caption');
  }

  #annotationsOf(element: FileElement): readonly Annotation[] {
    return isMath(element) ? [] : (this.#content.annotations.get(element) ?? []);
  }

  #around(element: FileElement, parent: Reference): Around {
    return {
      content: this.#content,
      element,
      paged: this.#paged,
      headings: this.#headings,
      relations: this.#relations,
      inline: inline.has(String(parent.data.S)),
    };
  }
}

function writeKids(reference: Reference, kids: readonly Kid[], around: Around): void {
  const { content } = around;
  const first = kids.find((kid) => 'mark' in kid);
  const home = first && 'mark' in first ? first.mark.page : undefined;
  if (home !== undefined) reference.data.Pg = content.pages[home];
  const entries = kids.map((kid) => {
    if ('element' in kid) return kid.element;
    if ('annotation' in kid)
      return { Type: 'OBJR', Pg: content.pages[kid.annotation.page], Obj: kid.annotation.reference };
    if (kid.mark.page === home) return kid.mark.mcid;
    return { Type: 'MCR', Pg: content.pages[kid.mark.page], MCID: kid.mark.mcid };
  });
  if (entries.length > 0) reference.data.K = entries;
  const attributes = attributesOf(around);
  if (attributes.length > 0) reference.data.A = attributes;
}

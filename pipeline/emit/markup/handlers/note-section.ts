import type { Element, ElementContent } from 'hast';
import type { FootnoteDefinition, Nodes } from 'mdast';
import { fill } from '../../../model/index.ts';
import type { Context, Handle, State } from '../context.ts';
import { element, text } from '../element.ts';
import { epubType, identify } from '../identify.ts';
import { callAnchor, noteAnchor } from './footnote-reference.ts';

/** Its heading; begins as note anchors do, which no derived id does in a document that has notes. */
const headingId = 'fn-notes';

/** The notes of a document, after its text: a heading, and each note with the way back to each of its calls. */
export const noteSection: Handle<Nodes> = (state, node, context) => {
  const notes = 'children' in node ? (node.children as FootnoteDefinition[]) : [];
  const title = text(fill(context.edition.strings, 'edition.notes.title'));
  const heading = element('h2', { id: headingId }, [title]);
  const made = notes.map((note) => (context.flavour === 'epub' ? bookNote : pageNote)(state, note, context));
  const body =
    context.flavour === 'epub' ? made : [element('ol', {}, state.wrap<ElementContent>(made, true) as ElementContent[])];
  const properties = {
    className: ['notes'],
    role: 'doc-endnotes',
    ariaLabelledBy: [headingId],
    ...epubType('footnotes', context),
  };
  return element('section', properties, state.wrap<ElementContent>([heading, ...body], true) as ElementContent[]);
};

/** A note by itself, for those who make the section around it. */
export const footnoteDefinition: Handle<FootnoteDefinition> = (state, note, context) =>
  (context.flavour === 'epub' ? bookNote : pageNote)(state, note, context);

/** On a page: an item of an ordered list, which numbers it. */
function pageNote(state: State, note: FootnoteDefinition, context: Context): Element {
  const content = state.all(note);
  lastParagraph(content).children.push(...backlinks(note, context).flatMap((link) => [text(' '), link]));
  return identify(note, element('li', { id: noteAnchor(numberOf(note), context) }, state.wrap(content, true)), context);
}

/** In a book: a block that a reader can show in a pop-up, its number leading back. A `div`, since some hide `aside`, unless told. */
function bookNote(state: State, note: FootnoteDefinition, context: Context): Element {
  const content = state.all(note);
  const links = backlinks(note, context).flatMap((link) => [link, text(' ')]);
  const first = content[0];
  if (first?.type === 'element' && first.tagName === 'p') first.children.unshift(...links);
  else content.unshift(element('p', {}, links));
  const properties = {
    id: noteAnchor(numberOf(note), context),
    className: ['note'],
    role: 'doc-footnote',
    ...epubType('footnote', context),
  };
  const name = context.edition.settings.epub?.notes === 'aside' ? 'aside' : 'div';
  return identify(note, element(name, properties, state.wrap(content, true)), context);
}

function backlinks(note: FootnoteDefinition, context: Context): Element[] {
  const number = numberOf(note);
  const calls = context.calls.get(number) ?? 0;
  return Array.from({ length: calls }, (_, index) => {
    const call = index + 1;
    const key = call === 1 ? 'edition.notes.back' : 'edition.notes.back-again';
    const ariaLabel = fill(context.edition.strings, key, { number, call });
    const anchor = {
      href: `#${callAnchor(number, call, context)}`,
      role: 'doc-backlink',
      ariaLabel,
      ...epubType('backlink', context),
    };
    return element('a', anchor, [text(backlinkSign(number, call, context))]);
  });
}

/** Books show the note's number, pages an arrow (the list has the number); a further call adds its own. */
function backlinkSign(number: number, call: number, context: Context): string {
  if (context.flavour === 'epub') return call === 1 ? `${number}.` : `↑${call}`;
  return call === 1 ? '↑' : `↑${call}`;
}

function lastParagraph(content: ElementContent[]): Element {
  const last = content.at(-1);
  if (last?.type === 'element' && last.tagName === 'p') return last;
  const added = element('p', {});
  content.push(added);
  return added;
}

function numberOf(note: FootnoteDefinition): number {
  const number = note.data?.number;
  if (number === undefined) throw new Error(`Note “${note.identifier}” has no number`);
  return number;
}

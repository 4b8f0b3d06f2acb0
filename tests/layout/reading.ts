import type { FootnoteDefinition, Nodes, Parents } from 'mdast';
import type { Fonts, Fragment, PagedEdition, StructureElement, TextFragment } from '../../pipeline/layout/index.ts';
import type { EditionDocument } from '../../pipeline/model/index.ts';

const inline = new Set(['Span', 'Link', 'Code', 'Reference', 'Quote']);

/** The words of a structure tree in its order; elements that are not phrasing stand apart. */
export function textOfStructure(element: StructureElement): string {
  return squeeze(read(element));
}

function read(part: StructureElement | Fragment): string {
  if ('kind' in part) return part.kind === 'text' ? textOfFragment(part) : part.kind === 'image' ? '' : '';
  const text = part.children.map(read).join('');
  return inline.has(part.tag) || (part.tag === 'Figure' && text === '') ? text : ` ${text} `;
}

export function textOfFragment(fragment: TextFragment): string {
  return fragment.words.map((word) => word.text + (word.spaceAfter ? ' ' : '')).join('');
}

export function squeeze(text: string): string {
  return text
    .replace(/[\u00ad\u200b]/g, '')
    .replace(/[ \n\t\u202f\u00a0]+/g, ' ')
    .trim();
}

/** What a reader of the tree should hear of a document: labels of items, notes right after their first calls. */
export function textOfDocument(document: EditionDocument): string {
  const called = new Set<FootnoteDefinition>();
  const all = (node: Parents): string =>
    node.children.map((child, at) => (callsFollow(node, at) ? ` ${say(child)}` : say(child))).join('');
  const say = (node: Nodes): string => {
    switch (node.type) {
      case 'text':
      case 'inlineCode':
      case 'inlineMath':
        return node.value;
      case 'math':
      case 'code':
        return ` ${node.value} `;
      case 'break':
        return ' ';
      case 'list':
        return node.children.map((item, index) => ` ${labelOf(node, item, index)} ${all(item)} `).join('');
      case 'footnoteReference': {
        const note = document.notes.find((each) => each.identifier === node.identifier) as FootnoteDefinition;
        const number = note.data?.number;
        const first = !called.has(note);
        called.add(note);
        return first ? `${number} ${number} ${all(note)} ` : String(number);
      }
      case 'figure': {
        const captions = node.children.filter((child) => child.type === 'caption');
        const others = node.children.filter((child) => child.type !== 'caption');
        const above = others[0]?.type === 'table';
        const parts = above ? [...captions, ...others] : [...others, ...captions];
        return ` ${parts.map(say).join(' ')} `;
      }
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'link':
      case 'span':
      case 'term':
      case 'label':
      case 'abbreviation':
      case 'superscript':
      case 'subscript':
        return all(node);
      default:
        return 'children' in node ? ` ${all(node)} ` : '';
    }
  };
  return squeeze(all(document.tree));
}

/** Two calls in a row are kept apart. */
function callsFollow(node: Parents, at: number): boolean {
  return node.children[at]?.type === 'footnoteReference' && node.children[at - 1]?.type === 'footnoteReference';
}

const bullets = /^[•–☐☑]$/;

/** Bullets depend on depth; they are told apart from text by standing alone. */
function labelOf(list: Nodes & { type: 'list' }, item: Nodes & { type: 'listItem' }, index: number): string {
  if (typeof item.checked === 'boolean') return item.checked ? '☑' : '☐';
  return list.ordered ? `${(list.start ?? 1) + index}.` : '•';
}

/** Without bullets, whose shape depends on depth. */
export function withoutBullets(text: string): string {
  return text
    .split(' ')
    .filter((word) => !bullets.test(word))
    .join(' ');
}

/** Every fragment of the tree, in its order. */
export function fragmentsOf(element: StructureElement): Fragment[] {
  return element.children.flatMap((child) => ('kind' in child ? [child] : fragmentsOf(child)));
}

export function elementsOf(element: StructureElement): StructureElement[] {
  return [element, ...element.children.flatMap((child) => ('kind' in child ? [] : elementsOf(child)))];
}

/** Where the ink of a fragment ends: spaces after its last word do not count. */
export function rightOf(fragment: TextFragment, fonts: Fonts): number {
  const face = fonts(fragment.face);
  let x = fragment.x;
  let right = x;
  for (const word of fragment.words) {
    right = x + (face.width(word.text) * fragment.size) / 1000;
    x = right + word.gap;
  }
  return right + (fragment.hyphen ? (face.width('-') * fragment.size) / 1000 : 0);
}

export function isArtifact(fragment: Fragment): boolean {
  return 'artifact' in fragment.owner;
}

/** The parts of the tree that hold the documents, without title page, contents and colophon. */
export function chaptersOf(paged: PagedEdition, count: number): StructureElement[] {
  const sections = paged.structure.children.filter((child): child is StructureElement => !('kind' in child));
  return sections.slice(sections.length - 1 - count, sections.length - 1);
}

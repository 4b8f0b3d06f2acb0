import type { Artifact, Page } from '../../../layout/index.ts';
import type { FileElement, Painted } from '../elements.ts';
import type { Mark } from '../file/index.ts';
import { numbers } from '../operators/index.ts';

/**
 * The content stream of one page: operators in painting order, each inside the marked content of its owner. pdfkit has
 * turned the page's coordinates so that y grows downward from the top left corner.
 * Marked content never nests and never stays open over the end of the page.
 */
export class PageContent {
  readonly marks = new Map<Painted, Mark>();
  readonly #page: Page;
  readonly #index: number;
  readonly #operators: string[] = [];
  #mcids = 0;
  #open: Open | undefined;

  constructor(page: Page, index: number) {
    this.#page = page;
    this.#index = index;
  }

  /** Adds what paints a fragment, opening and closing marked content as its owner asks. */
  paint(fragment: Painted, operators: string): void {
    this.#enter(fragment);
    this.#operators.push(operators);
  }

  /** The whole stream. */
  end(): string {
    this.#close();
    return this.#operators.join('\n');
  }

  #enter(fragment: Painted): void {
    const { owner } = fragment;
    if (isArtifact(owner)) this.#enterArtifact(fragment, owner);
    else this.#enterElement(fragment, owner);
  }

  #enterArtifact(fragment: Painted, owner: Artifact): void {
    const properties = artifactProperties(fragment, owner, this.#page.height);
    if (this.#open?.artifact === properties) return;
    this.#close();
    this.#operators.push(`/Artifact <<${properties}>> BDC`);
    this.#open = { artifact: properties };
  }

  /** Goes on in the open sequence only where the fragment is the very next of its element in logical order too. */
  #enterElement(fragment: Painted, owner: FileElement): void {
    const next = (this.#open?.position ?? -1) + 1;
    const follows = this.#open?.owner === owner && owner.children[next] === fragment;
    const children: readonly (FileElement | Painted)[] = owner.children;
    const position = follows ? next : children.indexOf(fragment);
    if (position < 0)
      throw new Error(`A fragment of ${owner.tag} on page ${this.#page.label} is not among its children`);
    if (follows && this.#open) this.#open.position = position;
    else {
      this.#close();
      const mark: Mark = { page: this.#index, mcid: this.#mcids++, owner };
      this.#operators.push(`/${owner.tag} <</MCID ${mark.mcid}>> BDC`);
      this.#open = { owner, position, mark };
    }
    if (this.#open.mark) this.marks.set(fragment, this.#open.mark);
  }

  #close(): void {
    if (this.#open) this.#operators.push('EMC');
    this.#open = undefined;
  }
}

interface Open {
  readonly artifact?: string;
  readonly owner?: FileElement;
  readonly mark?: Mark;
  /** Index of the last fragment painted, among its owner's children. */
  position?: number;
}

const isArtifact = (owner: FileElement | Artifact): owner is Artifact => 'artifact' in owner;

const artifactTypes = {
  header: '/Type /Pagination /Subtype /Header /Attached [/Top]',
  footer: '/Type /Pagination /Subtype /Footer /Attached [/Bottom]',
  layout: '/Type /Layout',
  background: '/Type /Background',
  watermark: '/Type /Pagination /Subtype /Watermark',
} as const satisfies Record<Artifact['artifact'], string>;

/** A background also says what it covers. ISO 32000-1, table 330. */
function artifactProperties(fragment: Painted, { artifact }: Artifact, pageHeight: number): string {
  const type = artifactTypes[artifact];
  if (artifact !== 'background' || fragment.kind === 'text' || fragment.kind === 'shape') return type;
  const { x, y, width, height } = fragment;
  return `${type} /BBox [${numbers(x, pageHeight - y - height, x + width, pageHeight - y)}]`;
}

import { formatSize } from '../../language/index.ts';
import type { Edition, OutputFile } from '../../model/index.ts';
import { addressFrom, bilingualContents, contentsPath } from './address.ts';
import { equivalentsOf } from './frame.ts';
import { headOf } from './head.ts';
import { type DraftNotice, draftNotice, leavesIn, type Site, titled, type Word, wordsOf } from './site.ts';

const path = 'index.html';

/** One half of a page on which both languages stand together. */
interface Leaf {
  readonly lang: string;
  readonly id: string;
  readonly word: Word;
  readonly title: string;
  readonly subtitle?: string;
  readonly description?: string;
  readonly publisher?: string;
  readonly href: string;
  readonly downloads: readonly { readonly name: string; readonly href: string }[];
  readonly draft?: DraftNotice;
}

/** The bilingual entry page: two leaves, a hinge between them. */
export function entryPage(site: Site, downloads: readonly OutputFile[]): string {
  const leaves = leavesOf(site, downloads);
  return site.render('entry', { lang: leaves[0]?.lang, head: bilingualHead(site, leaves), leaves });
}

/** Of a page that stands for no address: it has none to state, and nothing to say of itself elsewhere. */
const nowhere = { links: [], scripts: [], properties: [], data: undefined };

/**
 * What a server shows for an address that leads nowhere, in both languages. Under a stated `url` its addresses begin at
 * the site's root, so that from `file://` it has no style sheet: its own words and order must be enough to read it.
 */
export function missingPage(site: Site): string {
  const leaves = leavesOf(site, []);
  const titles = leaves.map(({ word }) => word('page.missing-title'));
  const head = bilingualHead(site, leaves, titles);
  return site.render('missing', {
    lang: leaves[0]?.lang,
    head: { ...head, ...fromRoot(site, head), ...nowhere },
    leaves: leaves.map((leaf) => ({ ...leaf, ...fromRoot(site, leaf) })),
  });
}

function leavesOf(site: Site, downloads: readonly OutputFile[]): readonly Leaf[] {
  return leavesIn(site).map((edition) => {
    const { subtitle, description, publisher } = edition;
    const draft = draftNotice(edition);
    return {
      lang: edition.tag,
      id: edition.language,
      word: wordsOf(edition),
      title: edition.title,
      ...(subtitle && { subtitle }),
      ...(description && { description }),
      ...(publisher && { publisher }),
      href: addressFrom(path, site.editions.length > 0 ? contentsPath(edition) : bilingualContents),
      downloads: downloadsOf(edition, downloads),
      ...(draft && { draft }),
    };
  });
}

function bilingualHead(site: Site, leaves: readonly Leaf[], titles = leaves.map(({ title }) => title)) {
  const sides = leavesIn(site);
  const [first] = sides;
  if (!first) throw new Error('A site has at least one edition');
  return headOf(site, first, {
    path,
    title: titles.map((title, at) => titled(sides[at] ?? first, title)).join(' – '),
    description: leaves.flatMap(({ description }) => description ?? []).join(' – '),
    ...(sides.length > 1 && { tags: sides.map(({ tag }) => tag) }),
    ...equivalentsOf(site, undefined),
  });
}

function downloadsOf(edition: Edition, files: readonly OutputFile[]): Leaf['downloads'] {
  const word = wordsOf(edition);
  return files.flatMap((file) => {
    if (file.format !== 'pdf' && file.format !== 'epub') return [];
    const bilingual = file.languages.length > 1;
    if (!bilingual && file.edition !== edition.id) return [];
    const alone = word(`download.${file.format}`);
    const isOneOfTwo = bilingual && files.some((other) => other !== file && isAlike(other, file));
    const format = bilingual ? word(`download.${isOneOfTwo ? settingOf(file) : 'both'}`, { format: alone }) : alone;
    const details = { format, size: formatSize(file.bytes.length, edition.tag) };
    return [{ name: word('download.sized', details), href: addressFrom(path, file.path) }];
  });
}

/** How a file of both languages is set; of two books back to back, the printer has a file too. */
function settingOf({ path, edition }: OutputFile): string {
  return path.endsWith('-tumble-print.pdf') ? 'print' : (edition ?? 'both');
}

/** Another file of the same format and languages: only how it is set tells them apart. */
function isAlike(other: OutputFile, { format, languages }: OutputFile): boolean {
  return other.format === format && other.languages.length === languages.length;
}

const addresses = ['href', 'style', 'theme', 'icon'] as const;

/** Addresses from the site's root: the page is shown at whatever depth was asked for. Relative without `url`. */
function fromRoot<Holder extends object>(
  site: Site,
  holder: Holder,
): Partial<Record<(typeof addresses)[number], string>> {
  const url = leavesIn(site)[0]?.settings.url;
  if (url === undefined) return {};
  const root = new URL(url.endsWith('/') ? url : `${url}/`).pathname;
  const held = Object.entries(holder).filter(([key]) => addresses.some((name) => name === key));
  return Object.fromEntries(held.map(([key, address]) => [key, root + String(address)]));
}

import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Edition, Language, LanguageMap, Publication } from '../../pipeline/model/index.ts';
import { filesIn } from './files.ts';
import { key } from './source-text.ts';

/** Other people's repository as a publication of two folders, in a folder of its own; its files are not touched. */
export function publicationOf(repository: string, { withMap }: { withMap: boolean }): string {
  const dir = mkdtempSync(join(tmpdir(), 'diptych-corpus-'));
  const isOurs = (path: string): boolean => withMap || !/pairs\.(?:json|yaml)$/.test(path);
  cpSync(repository, join(dir, 'source'), { recursive: true, filter: isOurs });
  const config = 'id: corpus\ntitle: {en: A corpus, fr: Un corpus}\nlanguages: [en-CA, fr-CA]\ndate: 2024-05-01\n';
  writeFileSync(join(dir, 'source/publication.yaml'), config);
  return dir;
}

/** The files that belong together, as whoever collected them says: paths in the repository. */
export function pairsOf(repository: string): readonly LanguageMap[] {
  const path = join(repository, 'pairs.json');
  if (!existsSync(path)) return [];
  return (JSON.parse(readFileSync(path, 'utf8')) as [string, string][]).map(([en, fr]) => ({ en, fr }));
}

/** Paths of all Markdown files of a repository. */
export function markdownIn(repository: string): readonly string[] {
  return filesIn(repository, '.md').map((path) => path.slice(repository.length + 1));
}

/** Letters and digits of each passage of a Markdown file, in order: plain GFM, the tags of HTML taken out. */
export function passagesIn(text: string): readonly string[] {
  return passagesOf(parser.parse(text));
}

export function passagesOf(tree: Nodes): readonly string[] {
  const passages: string[] = [];
  let open = '';
  const end = (): void => {
    const letters = key(open);
    if (letters) passages.push(letters);
    open = '';
  };
  const visit = (node: Nodes): void => {
    if (node.type === 'yaml' || node.type === 'definition') return;
    if (node.type === 'html') {
      for (const [at, piece] of wordsOfHtml(node.value).entries()) {
        if (at > 0) end();
        open += piece;
      }
    } else if (node.type === 'image' || node.type === 'imageReference') open += node.alt ?? '';
    else if ('value' in node) open += node.type === 'code' ? node.value : ` ${node.value} `.slice(1, -1);
    if ('children' in node) node.children.forEach(visit);
    if (node.type === 'heading') open = open.replace(/\{#[^{}]*\}\s*$/, '');
    if (blocks.has(node.type)) end();
  };
  visit(tree);
  end();
  return passages;
}

const blocks: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell', 'code', 'html', 'listItem']);

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze();

/** What stands between tags; scripts, styles and comments say nothing. */
function wordsOfHtml(html: string): string[] {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style|template|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
    .split(/<\/?[a-z](?:[^"'<>]|"[^"]*"|'[^']*')*>/i)
    .map((piece) => piece.replace(/&[#\w]+;/g, (reference) => textOf(parser.parse(reference))));
}

/** Letters and digits of what a reader of a page of HTML or XHTML sees, navigation and pictures aside. */
export function lettersOfPage(html: string): string {
  const body = /<main\b[\s\S]*<\/main>|<body\b[\s\S]*<\/body>/.exec(html)?.[0] ?? html;
  return key(
    wordsOfHtml(body.replace(/<nav\b[\s\S]*?<\/nav>/g, '').replace(/<img\b[^>]*?\balt="([^"]*)"[^>]*>/g, '$1')).join(
      '',
    ),
  );
}

/** Letters and digits of one document of an edition, its notes at the end. */
export function lettersOfEdition(edition: Edition, id: string): string {
  const document = edition.documents.find((each) => each.id === id);
  return key([document?.tree, ...(document?.notes ?? [])].map((tree) => textOf(tree)).join(' '));
}

/** Passages that are not there, or not in their order. */
export function lost(passages: readonly string[], letters: string): readonly string[] {
  let from = 0;
  return passages.filter((passage) => {
    const at = letters.indexOf(passage, from);
    if (at >= 0) from = at + passage.length;
    return at < 0;
  });
}

/** The document that a file of the repository is in, or a side of; its place among the others. */
export function placeOf(publication: Publication, file: string): { id: string; index: number } | undefined {
  const path = `source/${file}`;
  const index = publication.documents.findIndex(
    (each) => each.path === path || each.files?.some((other) => other.path === path),
  );
  const document = publication.documents[index];
  return document && { id: document.id, index };
}

/** Whose file it is, as the path says. */
export function languagesOf(file: string): readonly Language[] {
  if (/(?:^|\/)en\//i.test(file)) return ['en'];
  return /(?:^|\/)fr\//i.test(file) ? ['fr'] : ['en', 'fr'];
}

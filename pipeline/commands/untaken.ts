import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { markdownName } from '../read/index.ts';

/** Why something of a repository is not in what was made of it. */
interface Untaken {
  /** Relative to the repository; of a folder with `/` at its end, which stands for all that is in it. */
  readonly path: string;
  readonly reason: 'hidden' | 'form' | 'unused' | 'link';
}

/** What a repository holds besides Markdown. */
export interface OtherFiles {
  /** As `source/…`. */
  readonly paths: ReadonlySet<string>;
  /** Never looked into. */
  readonly passed: readonly Untaken[];
}

/** Every file that is no Markdown; names that begin with a stop, and packages of others, are passed over as a whole. */
export async function otherFiles(dir: string): Promise<OtherFiles> {
  const paths: string[] = [];
  const passed: Untaken[] = [];
  const walk = async (folder: string): Promise<void> => {
    for (const entry of await readdir(join(dir, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const isHidden = entry.name.startsWith('.') || entry.name === 'node_modules';
      if (isHidden) passed.push({ path: entry.isDirectory() ? `${path}/` : path, reason: 'hidden' });
      else if (entry.isDirectory()) await walk(path);
      else if (!markdownName.test(entry.name)) {
        if (entry.isFile()) paths.push(`source/${path}`);
        else passed.push({ path, reason: 'link' });
      }
    }
  };
  await walk('');
  return { paths: new Set(paths), passed };
}

/** Texts that people write in other forms: words may stand in them that are now nowhere. */
const otherForms =
  /\.(?:mdx|[rq]md|txt|text|html?|rst|adoc|asciidoc|textile|org|tex|docx?|odt|rtf|pdf|ipynb)$|(?:^|\/)[^./]+$/i;
/** Read, as settings. */
const settings = /^source\/pairs\.(?:json|yaml)$/;

/** What is in none of the documents, and why, by name. */
export function untakenOf({ paths, passed }: OtherFiles, used: ReadonlySet<string>): readonly Untaken[] {
  const left = [...paths].filter((path) => !used.has(path) && !settings.test(path));
  return [
    ...passed,
    ...left.map((path): Untaken => {
      return { path: path.replace(/^source\//, ''), reason: otherForms.test(path) ? 'form' : 'unused' };
    }),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
}

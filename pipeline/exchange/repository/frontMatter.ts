import { stringify } from 'yaml';
import type { LanguageMap, SourceDocument, SourceFile } from '../../model/index.ts';
import { frontMatterEnd } from '../stretches.ts';

export interface NewFront {
  readonly id: string;
  readonly slug: LanguageMap;
  /** Old files, with the paths that they had. */
  readonly files: readonly SourceFile[];
}

/** One front matter for both languages; what the old ones said besides stands in it as comments. */
export function frontMatterText(
  { title, description, modified }: { [Key in 'title' | 'description' | 'modified']?: SourceDocument[Key] | undefined },
  { id, slug, files }: NewFront,
): string {
  const keys = {
    id,
    ...(title && { title: { en: title.en, fr: title.fr } }),
    ...(description && { description: { en: description.en, fr: description.fr } }),
    ...((slug.en !== id || slug.fr !== id) && { slug: { en: slug.en, fr: slug.fr } }),
    ...(modified && { modified }),
  };
  const comments = files.flatMap(({ path, text }) => {
    const lines = text.slice(0, frontMatterEnd(text)).split(/\r\n|\n|\r/);
    const own = lines.slice(1).filter((line) => line.trim() !== '' && !/^---[ \t]*$/.test(line));
    return own.length > 0 ? [`# ${path.replace(/^source\//, '')}`, ...own.map((line) => `#   ${line}`)] : [];
  });
  return `---\n${stringify(keys, { lineWidth: 0 })}${comments.map((line) => `${line}\n`).join('')}---\n`;
}

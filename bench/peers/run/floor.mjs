/** The bare floor: `node bench/peers/run/floor.mjs <folder of Markdown> <folder of HTML>`. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { toHast } from 'mdast-util-to-hast';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const [source, out] = process.argv.slice(2);
const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(() => (tree) => toHast(tree))
  .use(rehypeStringify);
for (const name of readdirSync(source, { recursive: true })) {
  if (!name.endsWith('.md')) continue;
  const file = path.join(out, `${name.slice(0, -3)}.html`);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, String(processor.processSync(readFileSync(path.join(source, name)))));
}

/** Puts the command into few files, so that it starts at once; what it depends on stays in packages of its own. */
import { build } from 'rolldown';

await build({
  input: {
    cli: 'pipeline/cli.ts',
    index: 'pipeline/index.ts',
    'edition-worker': 'pipeline/edition-worker.ts',
    'books-worker': 'pipeline/watch/books-worker.ts',
  },
  platform: 'node',
  external: /^[^./]/,
  output: { dir: '.build/bin', format: 'esm', chunkFileNames: '[name].js', cleanDir: true },
});

// Replaces a folder again and again, until it is killed: node write-forever.mjs OUT
import { replaceFolder } from '../../.build/write/index.js';

const out = process.argv[2];
for (let build = 1; ; build++) {
  const bytes = new TextEncoder().encode(String(build).repeat(2000));
  const files = Array.from({ length: 25 }, (_, at) => ({
    path: `en/${at}.html`,
    format: 'html',
    languages: [],
    bytes,
  }));
  await replaceFolder(out, files);
  process.stdout.write('.');
}

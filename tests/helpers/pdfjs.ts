import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright-core';

/** What Firefox's reader tells assistive technology of one element. */
export interface Heard {
  /** `heading`, `listitem`, `cell` … or a name of MathML. */
  readonly role: string;
  readonly level?: string;
  /** Its own, or that around it. */
  readonly lang: string;
  /** What is said in the place of what is in it. */
  readonly label?: string;
  /** Its own words. */
  readonly text: string;
  readonly children: readonly Heard[];
}

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const origin = 'http://reader.test';

/** The page on which the reader runs: for each page of the file its words, and over them the layer for those who listen. */
const script = `
  import * as pdfjsLib from '${origin}/build/pdf.mjs';
  globalThis.pdfjsLib = pdfjsLib;
  const { StructTreeLayerBuilder } = await import('${origin}/web/pdf_viewer.mjs');
  pdfjsLib.GlobalWorkerOptions.workerSrc = '${origin}/build/pdf.worker.mjs';
  const heard = (node, lang) => {
    const own = node.getAttribute('lang') || lang;
    const owned = (node.getAttribute('aria-owns') ?? '').split(' ').filter(Boolean).map((id) => document.getElementById(id));
    const label = node.getAttribute('aria-label') ?? owned.map((one) => one?.querySelector('[role=img]')?.getAttribute('aria-label')).find(Boolean);
    const words = [...node.childNodes].filter((child) => child.nodeType === 3).map((child) => child.data);
    return {
      role: node.getAttribute('role') || (node.namespaceURI.endsWith('MathML') ? node.localName : ''),
      ...(node.hasAttribute('aria-level') && { level: node.getAttribute('aria-level') }),
      lang: own,
      ...(label && { label }),
      text: [...owned.map((one) => (one?.ariaHidden ? '' : (one?.textContent ?? ''))), ...words].join(''),
      children: [...node.children].map((child) => heard(child, own)),
    };
  };
  globalThis.listen = async (lang) => {
    const file = await pdfjsLib.getDocument({ url: '${origin}/file.pdf', isEvalSupported: false }).promise;
    const pages = [];
    for (let number = 1; number <= file.numPages; number++) {
      const page = await file.getPage(number);
      const viewport = page.getViewport({ scale: 1 });
      const container = document.createElement('div');
      document.body.replaceChildren(container);
      const source = page.streamTextContent({ includeMarkedContent: true, disableNormalization: true });
      await new pdfjsLib.TextLayer({ textContentSource: source, container, viewport }).render();
      const layer = new StructTreeLayerBuilder(page, viewport.rawDims);
      const tree = await layer.render();
      if (!tree) continue;
      document.body.append(tree);
      layer.updateTextLayer();
      pages.push(heard(tree, lang));
    }
    return pages;
  };
  globalThis.ready = true;
`;

/** A PDF as the reader of Firefox gives it to those who listen, page by page. */
export async function heardIn(browser: Browser, bytes: Uint8Array, lang: string): Promise<Heard[]> {
  const page = await browser.newPage();
  try {
    await page.route(`${origin}/**`, (route) => {
      const path = new URL(route.request().url()).pathname;
      if (path === '/')
        return route.fulfill({ contentType: 'text/html', body: `<script type="module">${script}</script>` });
      if (path === '/file.pdf') return route.fulfill({ contentType: 'application/pdf', body: Buffer.from(bytes) });
      const file = join(folder, path);
      if (!existsSync(file)) return route.fulfill({ status: 404 });
      return route.fulfill({ contentType: 'text/javascript', body: readFileSync(file) });
    });
    await page.goto(`${origin}/`);
    await page.waitForFunction('globalThis.ready === true');
    return (await page.evaluate(`listen(${JSON.stringify(lang)})`)) as Heard[];
  } finally {
    await page.close();
  }
}

/** Every element, before those in it. */
export function allHeard(elements: readonly Heard[]): Heard[] {
  return elements.flatMap((element) => [element, ...allHeard(element.children)]);
}

/** All words of an element, in order. */
export function wordsHeard({ text, children }: Heard): string {
  return text + children.map(wordsHeard).join('');
}

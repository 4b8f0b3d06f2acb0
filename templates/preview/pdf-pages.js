// One PDF as a column of pages.
import { element } from './dom.js';
import * as pdfjs from './pdf.mjs';

pdfjs.GlobalWorkerOptions.workerSrc = '/@diptych/pdf.worker.mjs';

/** One for all that are drawn: to begin it takes longer than to draw a page. */
const worker = new pdfjs.PDFWorker();

/**
 * @param keep - The column that this one takes the place of: the same pages stand at the same height.
 * @param onPage - Told which page is at the top, of how many.
 */
export async function pdfDocument(address, { say, onPage, keep }) {
  const data = await (await fetch(address, { cache: 'no-store' })).arrayBuffer();
  const task = pdfjs.getDocument({ data, worker, isEvalSupported: false });
  const file = await task.promise;
  const root = element('div', 'sheets');
  root.tabIndex = 0;
  const first = await file.getPage(1);
  const { width, height } = first.getViewport({ scale: 1 });
  const sheets = Array.from({ length: file.numPages }, (_, at) => sheet(at + 1));
  root.append(...sheets.map(({ box }) => box));
  let offset = keep?.offset ?? 0;
  const drawn = new Set();
  const watcher = new IntersectionObserver(
    (seen) => {
      for (const { target, isIntersecting } of seen) {
        const { number } = target.dataset;
        if (isIntersecting) draw(sheets[number - 1]);
      }
    },
    { root, rootMargin: '50%' },
  );
  if (keep)
    await Promise.all(keep.visible().map((number) => sheets[number - 1] && draw(sheets[number - 1], keep.width)));

  function sheet(number) {
    const box = element('div', 'sheet-box');
    box.dataset.number = number;
    box.style.aspectRatio = `${width} / ${height}`;
    box.setAttribute('role', 'img');
    box.setAttribute('aria-label', say('sheet', { number, count: file.numPages }));
    return { number, box };
  }

  /** @param known - Pixels, where the sheet does not stand on the page yet. */
  async function draw({ number, box }, known) {
    if (drawn.has(number)) return;
    drawn.add(number);
    const page = await file.getPage(number);
    const wide = known ?? box.clientWidth;
    const base = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: (wide / base.width) * Math.min(devicePixelRatio, 2) });
    box.style.aspectRatio = `${base.width} / ${base.height}`;
    const canvas = element('canvas');
    canvas.width = viewport.width;
    canvas.height = viewport.height;
    await page.render({ canvasContext: canvas.getContext('2d'), canvas, viewport }).promise.catch(() => {});
    box.replaceChildren(canvas);
  }

  /** The one that crosses the upper third. */
  function current() {
    const line = root.scrollTop + root.clientHeight / 3;
    let [low, high] = [0, sheets.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sheets[middle].box.offsetTop <= line) low = middle + 1;
      else high = middle;
    }
    return Math.max(1, low);
  }

  /** In another width the same place is at another height, and is drawn as sharp. */
  let wide = keep?.width ?? 0;
  const resized = new ResizeObserver(() => {
    const now = sheets[0].box.clientWidth;
    if (now === 0 || now === wide) return;
    if (wide > 0) root.scrollTop = offset * (now / wide);
    offset = root.scrollTop;
    wide = now;
    drawn.clear();
    for (const { box } of sheets) {
      watcher.unobserve(box);
      watcher.observe(box);
    }
  });

  root.addEventListener(
    'scroll',
    () => {
      offset = root.scrollTop;
      onPage(current(), file.numPages);
    },
    { passive: true },
  );

  return {
    root,
    get offset() {
      return offset;
    },
    get width() {
      return sheets[0]?.box.clientWidth;
    },
    visible: () => [current() - 1, current(), current() + 1].filter((number) => number > 0),
    /** On the page: where one was before, and what is seen is drawn. */
    settle() {
      root.scrollTop = offset;
      for (const { box } of sheets) watcher.observe(box);
      resized.observe(root);
      onPage(current(), file.numPages);
    },
    turn(step) {
      sheets[Math.max(0, Math.min(sheets.length - 1, current() - 1 + step))].box.scrollIntoView({ block: 'start' });
    },
    close() {
      watcher.disconnect();
      resized.disconnect();
      task.destroy();
    },
  };
}

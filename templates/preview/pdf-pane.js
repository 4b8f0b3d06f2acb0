// The PDFs, drawn page by page as they come into view. A new one takes the place of the old when it is drawn.
import { absence, chooseBook } from './books.js';
import { button, element } from './dom.js';
import { pane, select, windowLink } from './pane.js';
import { pdfDocument } from './pdf-pages.js';

export function pdfPane(context) {
  const { say, view } = context;
  const files = select(say('book'), () => load());
  const sheet = element('span', 'sheet');
  const turn = (step) => () => pages?.turn(step);
  const before = button('‹', turn(-1));
  before.setAttribute('aria-label', say('previous'));
  const after = button('›', turn(1));
  after.setAttribute('aria-label', say('next'));
  const apart = windowLink(say);
  const own = pane(context, 'pdf', say('pdf'), [
    files.made,
    element('span', 'turns', before, sheet, after),
    apart.made,
  ]);
  let isOpen = false;
  let pages;
  let tag;
  let newest = 0;

  async function load() {
    if (!isOpen || !context.contents) return;
    const wanted = chooseBook(context, 'pdf', files);
    own.say(wanted ? '' : absence(context));
    apart.lead(wanted?.path);
    if (!wanted || (pages?.path === wanted.path && tag === wanted.tag)) return;
    const turn = ++newest;
    const began = performance.now();
    own.root.dataset.drawing = '';
    const address = `/@diptych/view/${view}/${encodeURIComponent(wanted.path)}`;
    const made = await pdfDocument(address, { say, onPage: at, keep: pages?.path === wanted.path ? pages : undefined });
    if (turn !== newest) return made.close();
    const old = pages;
    made.path = wanted.path;
    pages = made;
    tag = wanted.tag;
    own.body.querySelector('.sheets')?.remove();
    own.body.append(made.root);
    made.settle();
    old?.close();
    delete own.root.dataset.drawing;
    own.root.dataset.drawn = String(Math.round(performance.now() - began));
  }

  function at(number, count) {
    sheet.textContent = say('sheet', { number, count });
  }

  return {
    root: own.root,
    state: own.state,
    contents: load,
    open(open) {
      isOpen = open;
      own.root.hidden = !open;
      if (open) load();
    },
    refresh: load, // a new PDF is told with the contents too, which have its tag
  };
}

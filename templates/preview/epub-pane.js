// The books as a reading system has them, a chapter at a time.
import { frame } from './frame.js';
import { button, pane, select } from './pane.js';

export function epubPane(context) {
  const { say, view, where } = context;
  const books = select(say('book'), () => lead());
  const chapters = select(say('chapter'), (path) => show(path));
  const turn = (step) => () => {
    const at = list.findIndex(({ path }) => path === chapters.value) + step;
    if (list[at]) show(list[at].path);
  };
  const before = button('‹', turn(-1));
  before.setAttribute('aria-label', say('previous'));
  const after = button('›', turn(1));
  after.setAttribute('aria-label', say('next'));
  const own = pane(context, 'epub', say('epub'), [books.made, before, chapters.made, after]);
  let list = [];
  let shownPath = '';
  let isOpen = false;
  const shown = frame(context, say('epub'), {
    ready({ page }) {
      const path = list.find((chapter) => page.endsWith(`/${chapter.path}`))?.path;
      if (path) {
        shownPath = path;
        chapters.choose(path);
      }
      if (where.scrolls[page]) shown.ask('restore', { y: where.scrolls[page] });
    },
    scroll({ ids, part, y, page }) {
      where.scrolls[page] = y;
      for (const [, other] of context.views) other.ask('scroll', { ids, part });
    },
    over: ({ id }) => {
      for (const [, other] of context.views) other.ask('mark', { id });
    },
    open: ({ page, ids }) => {
      const name = page
        .split('/')
        .at(-1)
        .replace(/^\d+-|\.xhtml$/g, '');
      context.openSource(name, ids, bookLanguage());
    },
  });
  own.body.append(shown.made);

  const address = (path) =>
    `/@diptych/book/${view}/${[books.value, path].join('/').split('/').map(encodeURIComponent).join('/')}`;
  const bookLanguage = () => /-(en|fr)\.epub$/.exec(books.value)?.[1] ?? context.language;

  async function lead() {
    if (!isOpen || !context.contents) return;
    const found = context.contents.files.filter(({ format }) => format === 'epub');
    own.say(found.length > 0 ? '' : say('nothing'));
    books.fill(
      found.map(({ path }) => [path, path]),
      books.value,
    );
    if (found.length === 0) return shown.load(undefined);
    const answer = await fetch(address(''), { cache: 'no-store' });
    if (!answer.ok) return;
    list = await answer.json();
    chapters.fill(
      list.map(({ path, title }) => [path, title]),
      shownPath,
    );
    const first = list.find(({ path }) => /\/\d+-/.test(path)) ?? list[0];
    show(list.some(({ path }) => path === shownPath) ? shownPath : first?.path);
  }

  function show(path) {
    if (!path) return;
    shownPath = path;
    chapters.choose(path);
    shown.load(address(path));
    shown.know();
  }

  return {
    root: own.root,
    state: own.state,
    contents: () => list.length === 0 && lead(),
    open(open) {
      const isNew = open && !isOpen;
      isOpen = open;
      own.root.hidden = !open;
      if (isNew) lead();
      if (!open) shown.load(undefined);
    },
    /** The chapter that is read stays, and where in it. */
    take({ path }) {
      if (isOpen && path === books.value) shown.ask('refresh');
    },
    refresh: lead,
  };
}

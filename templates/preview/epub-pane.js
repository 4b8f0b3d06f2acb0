// The books as a reading system has them, a chapter at a time.
import { absence, chooseBook } from './books.js';
import { button, element } from './dom.js';
import { frame } from './frame.js';
import { pane, select } from './pane.js';

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
  const own = pane(context, 'epub', say('epub'), [books.made, element('span', 'turns', before, chapters.made, after)]);
  let list = [];
  let shownPath = '';
  let edition;
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
    open: ({ page, ids, language = context.language }) => {
      const name = page
        .split('/')
        .at(-1)
        .replace(/^\d+-|\.xhtml$/g, '');
      context.openSource.block(name, ids, edition === 'fr' ? 'fr' : edition === 'en' ? 'en' : language);
    },
  });
  own.body.append(shown.made);

  const address = (path) =>
    `/@diptych/book/${view}/${[books.value, path].join('/').split('/').map(encodeURIComponent).join('/')}`;

  async function lead() {
    if (!isOpen || !context.contents) return;
    const book = chooseBook(context, 'epub', books);
    own.say(book ? '' : absence(context));
    if (!book) return shown.load(undefined);
    edition = book.edition;
    const answer = await fetch(address(''), { cache: 'no-store' });
    if (!answer.ok) return;
    list = await answer.json();
    chapters.fill(
      list.map(({ path, title }) => [path, title]),
      shownPath,
    );
    const first = list.find(({ path }) => /\/\d+-/.test(path)) ?? list[0];
    show(list.some(({ path }) => path === shownPath) ? shownPath : (chapterOf(where.page) ?? first?.path));
  }

  /** Chapters are called after their documents, with a number before. */
  function chapterOf(page) {
    const document = context.contents.documents.find(({ pages }) => Object.values(pages).includes(page));
    const names = document && [
      document.id,
      ...Object.values(document.pages).map((path) => /([^/]*)\.html$/.exec(path)[1]),
    ];
    return list.find(({ path }) => names?.includes(/\/\d+-([^/]*)\.xhtml$/.exec(path)?.[1]))?.path;
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
    contents: () => isOpen && list.length === 0 && lead(),
    open(open) {
      const isNew = open && !isOpen;
      isOpen = open;
      own.root.hidden = !open;
      if (isNew) lead();
      if (!open) shown.load(undefined);
    },
    follow(page) {
      const path = isOpen && context.contents && chapterOf(page);
      if (path && path !== shownPath) show(path);
    },
    /** The chapter that is read stays, and where in it. */
    take({ path }) {
      if (isOpen && path === books.value) shown.ask('refresh');
    },
    refresh: lead,
  };
}

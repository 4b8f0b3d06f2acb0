// Pages of one edition, patched as they change.
import { button } from './dom.js';
import { frame } from './frame.js';
import { pane, windowLink } from './pane.js';
import { counterpart } from './place.js';

export function pagePane(context, edition, title) {
  const { say, where, view } = context;
  const open = button(say('open-source'), () => shown.ask('where'));
  open.className = 'quiet';
  open.title = say('click');
  const apart = windowLink(say);
  const own = pane(context, edition, title, [open, apart.made]);
  let isOpen = false;
  let page;
  let tag;
  let isReady = false;
  const shown = frame(context, title, {
    ready(data) {
      if (isOthers(data.page)) return;
      isReady = true;
      tag = data.tag;
      const isNew = data.page !== page;
      page = data.page || page;
      if (where.scrolls[page]) shown.ask('restore', { y: where.scrolls[page] });
      if (isNew) context.moved(page);
      context.change();
      if (where.arriving) shown.ask('arrive', where.arriving);
    },
    taken(data) {
      tag = data.tag;
      if (data.at !== undefined) context.took?.(performance.now() - data.at);
    },
    scroll({ ids, part, y }) {
      where.scrolls[page] = y;
      for (const other of others()) other.ask('scroll', { ids, part });
    },
    over({ id }) {
      for (const [, other] of context.views) other.ask('mark', { id });
    },
    open: ({ ids, language }) => context.openSource.block(page, ids, edition === 'bilingual' ? language : edition),
  });
  context.views ??= new Map();
  own.body.append(shown.made);

  /** A link led to another edition: that one has a pane of its own, and this one shows the same page as ever. */
  function isOthers(path) {
    const other = ['en', 'fr', 'bilingual'].find((name) => name !== edition && path.startsWith(`${name}/`));
    if (!other) return false;
    page = undefined;
    context.turn(other, path);
    return true;
  }

  function others() {
    return [...context.views].filter(([name]) => name !== edition).map(([, view]) => view);
  }

  function lead() {
    if (!isOpen || !context.contents) return;
    const wanted = counterpart(where.page || firstPage(), edition, context.contents);
    const { files } = context.contents;
    own.say(wanted ? '' : say(files.length > 0 ? 'absent' : 'waiting-title'));
    apart.lead(wanted);
    if (wanted === page) return;
    page = wanted;
    isReady = false;
    shown.load(wanted && `/@diptych/view/${view}/${wanted.split('/').map(encodeURIComponent).join('/')}`);
    shown.know();
  }

  function firstPage() {
    const { documents } = context.contents;
    return documents[0]?.pages[edition] ?? `${edition}/index.html`;
  }

  return {
    root: own.root,
    state: own.state,
    contents: lead,
    follow: lead,
    open(open) {
      isOpen = open;
      own.root.hidden = !open;
      if (open) context.views.set(edition, shown);
      else context.views.delete(edition);
      if (open) lead();
      else {
        page = undefined;
        shown.load(undefined);
      }
    },
    looked: () => (isOpen && page ? { page, tag: isReady ? tag : '' } : undefined),
    take(message) {
      if (message.page === page && isReady) shown.ask('take', { message, at: performance.now() });
    },
    refresh: () => isReady && shown.ask('refresh'),
    here: () => shown.ask('where'),
  };
}

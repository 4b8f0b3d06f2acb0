// Blocks have the same id in both languages: by it, panes keep to the same passage and show what is pointed at.

/** Blocks of the text; what stands within a line (a term, the call of a note) is none. */
const selector = '[id]:not(a, sup, span, html, head, body, [id^="_"], section.notes)';

/** A line of the window, in pixels from its top: what crosses it is what one reads. */
const readingLine = 96;

/** The id that both languages share. */
const shared = (id) => id.replace(/--(?:en|fr)$/, '');

export function blocks(tell) {
  let led = false;
  let marked = [];
  const style = new CSSStyleSheet();
  style.replaceSync(
    '[data-diptych-mark]{box-shadow:-6px 0 0 -2px light-dark(#0b4a7a,#8fc4f0)}[data-diptych-arrived]{background:light-dark(#fff0b8,#4a3f14)}',
  );
  document.adoptedStyleSheets.push(style);

  const all = () => [...document.querySelectorAll(selector)].filter((block) => block.getClientRects().length > 0);
  const topOf = (block) => block.getBoundingClientRect().top;
  const find = (id) =>
    [id, `${id}--${document.documentElement.lang.slice(0, 2)}`, `${id}--en`]
      .map((each) => document.getElementById(each))
      .find((block) => block?.matches(selector));

  /** The last block that begins above the line, and how far it is read, 0 to 1. */
  const reading = () => {
    const found = all();
    let [low, high] = [0, found.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (topOf(found[middle]) <= readingLine) low = middle + 1;
      else high = middle;
    }
    const block = found[low - 1];
    if (!block) return { ids: [], part: 0 };
    const end = found[low] ? topOf(found[low]) : block.getBoundingClientRect().bottom;
    const part = (readingLine - topOf(block)) / Math.max(1, end - topOf(block));
    return {
      ids: found
        .slice(Math.max(0, low - 8), low)
        .reverse()
        .map((each) => shared(each.id)),
      part,
    };
  };

  let due = false;
  addEventListener(
    'scroll',
    () => {
      if (!led || due) return;
      due = true;
      requestAnimationFrame(() => {
        due = false;
        tell('scroll', { ...reading(), y: scrollY });
      });
    },
    { passive: true },
  );
  for (const event of ['wheel', 'touchmove', 'pointerdown', 'keydown'])
    addEventListener(
      event,
      () => {
        led = true;
      },
      { passive: true },
    );

  const around = (target) => {
    const ids = [];
    for (let block = target.closest?.(selector); block; block = block.parentElement?.closest(selector))
      ids.push(block.id);
    return ids;
  };
  let over;
  addEventListener('pointerover', ({ target }) => {
    const [id] = around(target).map(shared);
    if (id === over) return;
    over = id;
    tell('over', { id });
  });
  document.documentElement.addEventListener('pointerleave', () => {
    over = undefined;
    tell('over', {});
  });
  addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href]');
    if (link) return leave(event, link);
    const busy = event.target.closest?.('button, summary, input, select, textarea, label, dialog, [popover]');
    if (busy || event.button !== 0 || !getSelection().isCollapsed) return;
    const ids = around(event.target);
    if (ids.length > 0) tell('open', { ids, language: event.target.closest('[lang]')?.lang.slice(0, 2) });
  });
  addEventListener('keydown', (event) => {
    if (event.altKey && /^[0-9]$/.test(event.key)) tell('key', { key: event.key });
  });

  /** What is no page of this site is for another window: a frame shows pages only. */
  function leave(event, link) {
    if (link.getAttribute('href').startsWith('#')) return;
    const isPage =
      link.origin === location.href.split('/').slice(0, 3).join('/') && /(\.x?html|\/)$/.test(link.pathname);
    if (isPage && !link.target && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    tell('leave', { href: link.href });
  }

  return {
    /** Brings the same passage to the same height. */
    scroll({ ids, part }) {
      const block = ids.map(find).find(Boolean);
      if (!block) return;
      led = false;
      const found = all();
      const next = found[found.indexOf(block) + 1];
      const end = next ? topOf(next) : block.getBoundingClientRect().bottom;
      const isSame = shared(block.id) === ids[0];
      scrollBy({ top: topOf(block) + (isSame ? part : 1) * (end - topOf(block)) - readingLine, behavior: 'instant' });
    },
    mark({ id }) {
      for (const block of marked) block.removeAttribute('data-diptych-mark');
      marked = id === undefined ? [] : [find(id)].filter(Boolean);
      for (const block of marked) block.setAttribute('data-diptych-mark', '');
    },
    /** Where a finding speaks of. */
    arrive({ id }) {
      for (const each of document.querySelectorAll('[data-diptych-arrived]'))
        each.removeAttribute('data-diptych-arrived');
      const block = find(id);
      if (!block) return;
      block.scrollIntoView({ block: 'center' });
      block.setAttribute('data-diptych-arrived', '');
    },
    restore({ y }) {
      scrollTo({ top: y, behavior: 'instant' });
    },
    where() {
      tell('open', { ids: reading().ids, language: document.documentElement.lang.slice(0, 2) });
    },
  };
}

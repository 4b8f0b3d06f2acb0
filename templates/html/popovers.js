/*
 * What a note says and what a reference leads to, on this page or on another, appear beside it, when one points at it or
 * reaches it with the keyboard; Escape closes it. Without script the links lead there.
 */
(() => {
  const delay = 250; // ms: passing over a link is not pointing at it
  const box = document.createElement('div');
  if (!box.showPopover) return;
  box.id = '_tip';
  box.className = 'excerpt-tip text';
  box.popover = 'manual';
  let shown;
  let timer;

  const make = (name, content, className) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  };

  const anchorOf = (link) => decodeURIComponent(link.hash.slice(1));

  /** What stands on the page already, without its ids and its ways back. */
  const ofPlace = (target) => {
    const copy = target.cloneNode(true);
    for (const each of [copy, ...copy.querySelectorAll('[id]')]) each.removeAttribute('id');
    for (const each of copy.querySelectorAll('[role="doc-backlink"], .permalink, noscript, button')) each.remove();
    return copy;
  };

  /** What other pages are to show, by the script that has it: a page from a folder may load scripts, and nothing else. */
  const scripts = new Map();
  const excerptsIn = (src) => {
    const made = document.createElement('script');
    const loaded = new Promise((resolve) => {
      made.addEventListener('load', () => resolve(made));
      made.addEventListener('error', () => resolve(made));
    });
    made.src = src;
    scripts.set(src, loaded);
    document.head.append(made);
    return loaded;
  };

  /** What stands on another page; its addresses count from the script. A half of a row is its language's page. */
  const elsewhere = async (link) => {
    const { excerpt } = link.dataset;
    const { excerpts = {}, src } = await (scripts.get(excerpt) ?? excerptsIn(excerpt));
    const html = excerpts[anchorOf(link).replace(/--(?:en|fr)$/, '')];
    if (html === undefined) return undefined;
    const { content } = Object.assign(document.createElement('template'), { innerHTML: html });
    for (const each of content.querySelectorAll('[href]')) each.href = new URL(each.getAttribute('href'), src);
    for (const each of content.querySelectorAll('[src]')) each.src = new URL(each.getAttribute('src'), src);
    for (const each of content.querySelectorAll('[aria-describedby]')) each.removeAttribute('aria-describedby');
    return [...content.childNodes];
  };

  const contentFor = (link) => {
    if (link.dataset.excerpt) return elsewhere(link);
    const target = document.getElementById(anchorOf(link));
    if (!target) return undefined;
    if (target.matches('h1, h2, h3, h4, h5, h6')) {
      const heading = target.closest('.heading') ?? target;
      const next = heading.nextElementSibling;
      return [make('p', [make('b', [target.textContent])]), ...(next?.matches('p') ? [ofPlace(next)] : [])];
    }
    return target.matches('li') ? [...ofPlace(target).childNodes] : [ofPlace(target)];
  };

  const place = (link) => {
    const at = link.getClientRects()[0] ?? link.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = box;
    const room = document.documentElement.clientWidth - width - 8;
    const below = at.bottom + 6;
    box.style.left = `${Math.max(8, Math.min(at.left, room))}px`;
    box.style.top = `${below + height > innerHeight ? Math.max(8, at.top - height - 6) : below}px`;
  };

  const hide = () => {
    clearTimeout(timer);
    if (!shown) return;
    shown.removeAttribute('aria-describedby');
    shown = undefined;
    box.hidePopover();
  };

  const show = async (link) => {
    if (shown === link) return;
    const content = await contentFor(link);
    if (!content || wanted !== link || shown === link) return;
    hide();
    shown = link;
    box.lang = link.closest('[lang]').lang;
    box.replaceChildren(...content);
    link.after(box);
    box.showPopover();
    link.setAttribute('aria-describedby', box.id);
    place(link);
  };

  let wanted;
  const soon = (link, wait) => {
    wanted = link;
    clearTimeout(timer);
    timer = setTimeout(() => show(link), wait);
  };
  const later = () => {
    wanted = undefined;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (!box.matches(':hover') && document.activeElement !== shown && !box.contains(document.activeElement)) hide();
    }, delay);
  };

  const links = document.querySelectorAll(
    '.text :is(a[href^="#"], a[data-excerpt]):not(.term, .permalink, [role="doc-backlink"])',
  );
  for (const link of links) {
    link.addEventListener('pointerenter', (event) => event.pointerType !== 'touch' && soon(link, delay));
    link.addEventListener('pointerleave', later);
    link.addEventListener('focus', () => link.matches(':focus-visible') && soon(link, 0));
    link.addEventListener('blur', later);
    // A finger cannot point: its first touch shows, its second follows.
    link.addEventListener('click', (event) => {
      const touch = event.pointerType === 'touch' && link.matches('[role="doc-noteref"]');
      if (touch && shown !== link) {
        event.preventDefault();
        soon(link, 0);
      } else hide();
    });
  }
  box.addEventListener('pointerleave', later);
  box.addEventListener('focusout', later);
  addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    const left = box.contains(document.activeElement) && shown;
    hide();
    if (left) {
      left.focus({ preventScroll: true });
      clearTimeout(timer); // focus would show it again
    }
  });
  addEventListener('pointerdown', (event) => shown && !box.contains(event.target) && event.target !== shown && hide());
})();

/* Three conveniences; every page works without them. A classic script, so that it runs from file:// as well. */
(() => {
  /**
   * The block at the top of the window: the last one that begins above its upper quarter and has an id which the other
   * language has too. What is within a line (a term, the call of a note) is no block.
   */
  const blockInView = (lacks) => {
    if (window.scrollY < 1) return undefined;
    const limit = window.innerHeight / 4;
    let last;
    for (const block of document.querySelectorAll('main .text [id]:not(a, sup, span)')) {
      if (block.getBoundingClientRect().top > limit) break;
      if (block.getClientRects().length > 0 && !lacks.includes(block.id)) last = block;
    }
    return last;
  };

  /** The language toggle leads to the same block: both languages give a block the same id. */
  const followBlock = (link) => {
    const page = link.getAttribute('href');
    const lacks = (link.dataset.lacks ?? '').split(' ');
    const update = () => {
      const block = blockInView(lacks);
      link.setAttribute('href', block ? `${page}#${encodeURIComponent(block.id)}` : page);
    };
    for (const event of ['pointerdown', 'focus', 'click']) link.addEventListener(event, update);
  };

  /** The list of what is on the page says where one is. */
  const followScroll = (list) => {
    const links = [...list.querySelectorAll('a')];
    const places = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    const update = () => {
      const limit = window.innerHeight / 4;
      const passed = places.filter((place) => place && place.getBoundingClientRect().top <= limit).length;
      links.forEach((link, index) => {
        if (index === passed - 1) link.setAttribute('aria-current', 'true');
        else link.removeAttribute('aria-current');
      });
    };
    let due = false;
    const later = () => {
      if (due) return;
      due = true;
      requestAnimationFrame(() => {
        due = false;
        update();
      });
    };
    addEventListener('scroll', later, { passive: true });
    addEventListener('resize', later);
    update();
  };

  /**
   * A term's definition, beside the term that is pointed at or has the focus. It stays while the pointer is on either, and
   * goes with Esc, which the browser sees to. The term remains a link to its entry.
   */
  const showDefinition = (term) => {
    const definition = document.getElementById(term.getAttribute('aria-describedby'));
    if (!definition || typeof definition.showPopover !== 'function') return;
    let leaving;
    const show = () => {
      clearTimeout(leaving);
      if (definition.matches(':popover-open')) return;
      definition.showPopover();
      const line = [...term.getClientRects()].at(-1) ?? term.getBoundingClientRect();
      const { offsetWidth, offsetHeight } = definition;
      const below = line.bottom + offsetHeight + 8 < window.innerHeight || line.top < offsetHeight + 8;
      const edge = document.documentElement.clientWidth - offsetWidth - 8;
      definition.style.left = `${Math.max(8, Math.min(line.left, edge))}px`;
      definition.style.top = `${below ? line.bottom + 4 : line.top - offsetHeight - 4}px`;
    };
    const leave = () => {
      clearTimeout(leaving);
      leaving = setTimeout(() => definition.matches(':popover-open') && definition.hidePopover(), 300);
    };
    for (const part of [term, definition]) {
      part.addEventListener('pointerenter', (event) => event.pointerType !== 'touch' && show());
      part.addEventListener('pointerleave', leave);
    }
    term.addEventListener('focus', () => term.matches(':focus-visible') && show());
    term.addEventListener('blur', leave);
  };

  document.querySelectorAll('a.term[aria-describedby]').forEach(showDefinition);
  document.querySelectorAll('a[data-same-block]').forEach(followBlock);
  document.querySelectorAll('.on-this-page').forEach(followScroll);
})();

/* Conveniences; every page works without them. A classic script, so that it runs from file:// as well. */
(() => {
  /**
   * Ids of the blocks down to the one at the top of the window: the last one that begins where links lead, under the bar. What
   * is within a line (a term, the call of a note) is no block, nor is half of a row; notes are, each by itself.
   */
  const blocksPassed = () => {
    if (window.scrollY < 1) return [];
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    const limit = document.querySelector('.bar').getBoundingClientRect().height + 0.75 * rem + 8; // as the style sheet leaves
    const passed = [];
    for (const block of document.querySelectorAll('main .text [id]:not(a, sup, span)')) {
      if (block.getBoundingClientRect().top > limit) break;
      const id = block.id.replace(/^(fn-\d+)--(?:en|fr)$/, '$1');
      if (!/--(?:en|fr)$/.test(id) && block.getClientRects().length > 0) passed.push(id);
    }
    return passed;
  };

  /** What one read before one went out of the text, or back through its links, with Tab: that scrolls, but is not reading. */
  let read;
  const forget = () => {
    read = undefined;
  };
  const followKeys = (event) => {
    if (event.key === 'Tab') {
      const leaves = event.shiftKey || document.activeElement?.matches('body *:not(.text *)');
      read = leaves ? (read ?? blocksPassed()) : undefined;
    } else if (!['Enter', 'Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) forget();
  };

  /** The language toggle leads to the same block: both languages give a block the same id. */
  const followBlock = (link) => {
    const page = link.getAttribute('href');
    const lacks = (link.dataset.lacks ?? '').split(' ');
    const update = () => {
      const block = (read ?? blocksPassed()).findLast((id) => !lacks.includes(id));
      // Side by side, each language has its own notes.
      const half =
        !link.hreflang && /^fn-\d+$/.test(block ?? '') ? `--${document.documentElement.lang.slice(0, 2)}` : '';
      link.setAttribute('href', block === undefined ? page : `${page}#${encodeURIComponent(block)}${half}`);
    };
    for (const event of ['pointerdown', 'focus', 'click']) link.addEventListener(event, update);
  };

  /** Scrolls a box of its own to one of its items, where that is out of sight. */
  const keepInView = (box, item) => {
    if (!item || box.scrollHeight <= box.clientHeight) return;
    const [within, at] = [box.getBoundingClientRect(), item.getBoundingClientRect()];
    if (at.top < within.top || at.bottom > within.bottom) box.scrollTop += at.top - within.top - box.clientHeight / 2;
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
      keepInView(list, links[passed - 1]);
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

  /** A long menu shows where one is, not its beginning. */
  const showCurrent = (menu) => {
    const show = () => keepInView(menu, menu.querySelector('[aria-current]'));
    menu.addEventListener('toggle', show);
    show();
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

  const { words } = JSON.parse(document.body.dataset.site ?? '{"words":{}}');

  const keep = (key, value) => {
    try {
      if (value === undefined) localStorage.removeItem(key);
      else localStorage.setItem(key, value);
    } catch {
      // Storage is closed: the choice lasts as long as the page.
    }
  };
  const kept = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };

  /** Colours as the system has them, light or dark; remembered from page to page. */
  const offerPreferences = (fieldset) => {
    const root = document.documentElement;
    fieldset.hidden = false;
    for (const input of fieldset.querySelectorAll('[name="_theme"]')) {
      input.checked = input.value === (root.dataset.theme ?? 'system');
      input.addEventListener('change', () => {
        const theme = input.value === 'system' ? undefined : input.value;
        if (theme === undefined) delete root.dataset.theme;
        else root.dataset.theme = theme;
        keep('diptych-theme', theme);
      });
    }
    const slash = fieldset.querySelector('[name="_slash"]');
    slash.checked = kept('diptych-slash') !== 'off';
    slash.addEventListener('change', () => keep('diptych-slash', slash.checked ? undefined : 'off'));
    addEventListener('keydown', (event) => {
      const typing = event.target.closest?.('input, textarea, select, [contenteditable]');
      if (event.key !== '/' || typing || !slash.checked || event.ctrlKey || event.metaKey || event.altKey) return;
      const boxes = [...document.querySelectorAll('main input[type="search"], .search input, .search-link')];
      const box = boxes.find((each) => each.getClientRects().length > 0);
      if (!box) return;
      event.preventDefault();
      box.focus();
    });
  };

  const button = (className, label) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = className;
    made.textContent = label;
    return made;
  };

  /** The button lies over the code, so that nothing on the page moves when it comes. */
  const offerCopy = (code) => {
    const copy = button('copy', words.copy);
    copy.addEventListener('click', async () => {
      await navigator.clipboard.writeText(code.textContent);
      copy.textContent = words.copied;
      setTimeout(() => {
        copy.textContent = words.copy;
      }, 2000);
    });
    code.after(copy);
  };

  /** A picture in all the room that the window has. */
  const offerEnlarging = (picture) => {
    const enlarge = button('enlarge', words.enlarge);
    enlarge.addEventListener('click', () => {
      const dialog = document.createElement('dialog');
      dialog.className = 'enlarged';
      dialog.setAttribute('aria-label', picture.alt || words.enlarge);
      const close = button('close', words.close);
      const copy = picture.cloneNode();
      copy.removeAttribute('id');
      close.addEventListener('click', () => dialog.close());
      dialog.addEventListener('close', () => {
        dialog.remove();
        enlarge.focus();
      });
      dialog.append(close, copy);
      document.body.append(dialog);
      dialog.showModal();
    });
    picture.after(enlarge);
  };

  /** Whether a table is no wider than its room: its head then stays under the bar while one reads on. */
  const followWidths = (boxes) => {
    const observer = new ResizeObserver((entries) => {
      for (const box of new Set(entries.map(({ target }) => target.closest('.table-scroll'))))
        box.classList.toggle('fits', box.scrollWidth <= box.clientWidth);
    });
    for (const box of boxes) for (const each of [box, box.firstElementChild]) observer.observe(each);
  };

  const crossings = document.querySelectorAll('a[data-same-block]');
  crossings.forEach(followBlock);
  if (crossings.length > 0) {
    addEventListener('keydown', followKeys);
    for (const doing of ['wheel', 'pointerdown', 'touchstart', 'hashchange'])
      addEventListener(doing, forget, { passive: true });
  }
  document.querySelectorAll('nav.on-this-page').forEach(followScroll);
  document.querySelectorAll('.sections').forEach(showCurrent);
  document.querySelectorAll('a.term[aria-describedby]').forEach(showDefinition);
  followWidths(document.querySelectorAll('.text .table-scroll'));
  document.querySelectorAll('.preferences').forEach(offerPreferences);
  document.querySelectorAll('.text figure img').forEach(offerEnlarging);
  // Where the publication states no address, the page's own is shared; that of a file on this machine leads nobody there.
  if (location.protocol.startsWith('http'))
    for (const link of document.querySelectorAll('a[data-address-open]'))
      link.href += encodeURIComponent(location.href.split('#')[0]);
  if (navigator.clipboard) document.querySelectorAll('.text pre').forEach(offerCopy);
})();

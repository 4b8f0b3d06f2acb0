/* Two conveniences; every page works without them. A classic script, so that it runs from file:// as well. */
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

  document.querySelectorAll('a[data-same-block]').forEach(followBlock);
  document.querySelectorAll('.on-this-page').forEach(followScroll);
})();

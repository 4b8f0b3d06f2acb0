// The page as it is shown, and how it becomes the newest one.
import { morph } from './morph.js';
import { tree } from './tree.js';

/**
 * @param told - What the server said of it: `page`, its path; `tag`, by which states of it are told apart.
 */
export function shownPage({ page, tag }) {
  const elements = tree(document.documentElement);
  const shown = {
    page,
    tag,
    /** Does what a message says; one that does not fit has the page fetched. */
    async take(message) {
      if (message.type === 'css') restyle(message.paths, elements);
      else if (message.tag === shown.tag && !message.load) return;
      else if (message.load || !page) location.reload();
      else if (message.type === 'full' || message.from !== shown.tag) await fetchWhole();
      else {
        if (elements.splice(message.splices)) shown.tag = message.tag;
        else location.reload();
      }
    },
    /** After a gap in what was told. */
    refresh: fetchWhole,
  };
  return shown;

  async function fetchWhole() {
    const response = await fetch(location.href, { cache: 'no-store' });
    if (!response.ok) return location.reload();
    const type = document.contentType === 'application/xhtml+xml' ? document.contentType : 'text/html';
    const whole = new DOMParser().parseFromString(await response.text(), type);
    const script = whole.querySelector('script[data-diptych]');
    if (!script || loads(whole) !== loads(document)) return location.reload();
    document.title = whole.title;
    morph(document.body, document.adoptNode(whole.body), elements);
    elements.begin();
    shown.tag = JSON.parse(script.dataset.diptych).tag;
  }
}

/** A page that runs or wears something else is loaded again. */
function loads(page) {
  const found = page.querySelectorAll('script[src]:not([data-diptych]), link[rel="stylesheet"]');
  return [...found]
    .map((each) => (each.getAttribute('src') ?? each.getAttribute('href')).replace(/\?.*/, ''))
    .join('\n');
}

let styles = 0;

/** The old style sheet stays until the new one is there: nothing flashes. */
function restyle(paths, elements) {
  for (const link of document.querySelectorAll('link[rel="stylesheet"]')) {
    const { pathname } = new URL(link.href);
    if (!paths.some((path) => decodeURIComponent(pathname).endsWith(`/${path}`))) continue;
    const fresh = link.cloneNode();
    fresh.href = `${pathname}?${++styles}`;
    fresh.addEventListener('load', () => link.remove());
    link.after(fresh);
    elements.swap(link, fresh);
  }
}

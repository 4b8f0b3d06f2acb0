// Where the person is, kept in the address: it survives that the page is loaded again.

/** In the order in which they stand. */
export const paneNames = ['en', 'fr', 'bilingual', 'pdf', 'epub', 'findings'];

/** Below this there is room for one pane. */
const narrow = matchMedia('(width < 50rem)');

export function place() {
  const kept = new URLSearchParams(location.hash.slice(1));
  const named = (kept.get('panes') ?? '').split(',').filter((name) => paneNames.includes(name));
  const here = {
    panes: named.length > 0 ? named : narrow.matches ? ['en'] : ['en', 'fr'],
    page: kept.get('page') ?? '',
    /** Of frames, by pane: pixels from the top. */
    scrolls: {},
    toggle(name) {
      const isShown = here.panes.includes(name);
      if (narrow.matches)
        here.panes = [isShown && here.panes.length > 1 ? here.panes.find((each) => each !== name) : name];
      else here.panes = isShown ? here.panes.filter((each) => each !== name) : [...here.panes, name];
      if (here.panes.length === 0) here.panes = ['en'];
    },
    keep() {
      const text = new URLSearchParams({ panes: here.panes.join(','), page: here.page });
      history.replaceState(undefined, '', `#${text}`);
    },
  };
  narrow.addEventListener('change', () => {
    if (narrow.matches && here.panes.length > 1) location.reload();
  });
  if (narrow.matches) here.panes = here.panes.slice(0, 1);
  return here;
}

/** The same page in another edition: by its document, else by its name. */
export function counterpart(path, edition, { documents, files }) {
  const document = documents.find(({ pages }) => Object.values(pages).includes(path));
  const name = path.replace(/^(en|fr|bilingual)\//, '');
  const wanted = document ? document.pages[edition] : `${edition}/${name || 'index.html'}`;
  return files.some((file) => file.path === wanted) ? wanted : undefined;
}

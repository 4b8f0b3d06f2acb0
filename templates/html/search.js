/* The search page: the words of the publication are in a script beside it, and nothing leaves the reader's machine. */
(() => {
  const { analyser, fields, boost, sections, index } = window.diptychSearch;
  const form = document.querySelector('.search-form');
  const input = document.getElementById('_query');
  const status = document.getElementById('_status');
  const list = document.getElementById('_results');
  const context = 110; // characters on either side of the first word found

  const engine = MiniSearch.loadJS(index, {
    fields,
    tokenize: (text) => analyser.words(text).map(({ word }) => word),
    processTerm: (word) => analyser.stem(word) ?? null,
  });
  const shown = 30; // pages

  const element = (name, content, className) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  };

  const marked = (text, terms) => {
    const parts = [];
    let from = 0;
    for (const { word, start } of analyser.words(text)) {
      if (!terms.has(analyser.stem(word))) continue;
      parts.push(text.slice(from, start), element('mark', [word]));
      from = start + word.length;
    }
    return [...parts, text.slice(from)];
  };

  /** Where the first word found stands, cut between words. */
  const excerpt = (text, terms) => {
    const first = analyser.words(text).find(({ word }) => terms.has(analyser.stem(word)))?.start ?? 0;
    const start = first <= context ? 0 : text.indexOf(' ', first - context) + 1;
    const last = first + context >= text.length ? text.length : text.lastIndexOf(' ', first + context);
    const end = last > first ? last : text.length;
    return `${start > 0 ? '… ' : ''}${text.slice(start, end)}${end < text.length ? ' …' : ''}`;
  };

  /** Pages, best first: each with its best section, and others in which the words stand. */
  const pagesFor = (query) => {
    const last = analyser.words(query).at(-1)?.word;
    const found = engine.search(query, {
      boost,
      prefix: (term) => term.length > 3 && term === analyser.stem(last ?? ''),
      fuzzy: (term) => (term.length > 5 && !/\d/.test(term) ? 0.2 : false),
      weights: { fuzzy: 0.2, prefix: 0.5 },
    });
    const pages = new Map();
    for (const { id, score, terms, queryTerms } of found) {
      const [href, page, heading, text] = sections[id];
      // A section in which every word stands is worth more than one that has a word many times.
      const whole = score * new Set(queryTerms).size;
      const section = { href, heading, text, terms: new Set(terms), score: whole };
      const [address] = href.split('#'); // two pages may be called alike
      const known = pages.get(address);
      if (known) known.held.push(section);
      else pages.set(address, { page, held: [section] });
    }
    const best = ({ held }) => Math.max(...held.map(({ score }) => score));
    return [...pages.values()].sort((one, other) => best(other) - best(one));
  };

  const resultOf = ({ page, held }) => {
    const [best, ...others] = held.sort((one, other) => other.score - one.score);
    const link = element('a', marked(best.heading || page, best.terms));
    link.href = best.href;
    const parts = [element('h2', [link])];
    if (best.heading) parts.push(element('p', [page], 'quiet'));
    parts.push(element('p', marked(excerpt(best.text, best.terms), best.terms)));
    const also = others.filter(({ heading }) => heading).slice(0, 3);
    if (also.length > 0) {
      const links = also.flatMap(({ href, heading }, at) => {
        const other = element('a', [heading]);
        other.href = href;
        return at === 0 ? [other] : [' · ', other];
      });
      parts.push(element('p', [`${status.dataset.also} `, ...links], 'quiet'));
    }
    return element('li', parts);
  };

  const search = (query) => {
    const pages = query === '' ? [] : pagesFor(query);
    const sentence = pages.length > 0 ? status.dataset.found : status.dataset.none;
    status.textContent = query === '' ? '' : sentence.replace('{count}', pages.length).replace('{query}', () => query);
    list.replaceChildren(...pages.slice(0, shown).map(resultOf));
  };

  const asked = () => new URLSearchParams(location.search).get('q')?.trim() ?? '';
  input.value = asked();
  search(asked());
  if (asked() === '') input.focus();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const query = input.value.trim();
    history.replaceState(null, '', query === '' ? location.pathname : `?q=${encodeURIComponent(query)}`);
    search(query);
  });
  input.addEventListener('input', () => search(input.value.trim()));
})();

// The thin bar below the publication: what is shown, how each format stands, what was found.
import { button, element } from './dom.js';
import { select } from './pane.js';
import { paneNames } from './place.js';

const formats = ['html', 'pdf', 'epub'];
const names = { en: 'english', fr: 'french', bilingual: 'bilingual', pdf: 'pdf', epub: 'epub', findings: 'title' };

export function bar(context, { toggle, go }) {
  const { say, language } = context;
  const toggles = new Map(paneNames.map((name) => [name, button(say(names[name]), () => toggle(name))]));
  toggles.get('en').lang = 'en';
  toggles.get('fr').lang = 'fr';
  const count = element('span', 'count');
  toggles.get('findings').append(count);
  const views = element('div', 'views', ...toggles.values());
  views.setAttribute('role', 'group');
  views.setAttribute('aria-label', say('panes'));
  views.title = say('help-keys');
  const pages = select(say('document'), go);
  const states = new Map(formats.map((format) => [format, element('span', 'state')]));
  const line = element('span', 'line');
  const status = element('p', 'status', line, ...states.values());
  const root = element('footer', 'bar', views, pages.made, status);

  /** Milliseconds, as people read them. */
  const duration = (milliseconds) => {
    const inSeconds = milliseconds >= 1000;
    const number = new Intl.NumberFormat(language, { maximumFractionDigits: inSeconds ? 1 : 0 });
    return say(inSeconds ? 'seconds' : 'milliseconds', {
      number: number.format(inSeconds ? milliseconds / 1000 : milliseconds),
    });
  };
  let made;
  /** Of pages, until they are seen. */
  context.took = (painted) => {
    if (made === undefined) return;
    const pages = states.get('html');
    pages.textContent = say('took', { format: say('html'), duration: duration(made + painted) });
    pages.title = say('shown', { duration: duration(made + painted) });
  };
  const word = { fresh: 'fresh', making: 'making', kept: 'kept-state', none: 'none' };

  return {
    root,
    shown(panes) {
      for (const [name, each] of toggles) each.setAttribute('aria-pressed', String(panes.includes(name)));
    },
    contents({ documents, files }) {
      const listed = new Set(documents.flatMap((each) => Object.values(each.pages)));
      const others = files.filter(
        ({ path, format }) => format === 'html' && path.startsWith('en/') && !listed.has(path),
      );
      const choices = documents.map(({ title, pages: { en } }) => [en, title]);
      pages.fill([...choices, ...others.map(({ path }) => [path, path.slice(3)])]);
      this.at(context.where.page);
    },
    at(path) {
      const { documents = [] } = context.contents ?? {};
      const document = documents.find(({ pages: all }) => Object.values(all).includes(path));
      if (path) pages.choose(document?.pages.en ?? path.replace(/^(fr|bilingual)\//, 'en/'));
    },
    formats(all) {
      made = all.html.state === 'fresh' ? all.html.took : undefined;
      for (const [format, each] of states) {
        const { state, took } = all[format];
        each.dataset.state = state;
        const time = state === 'fresh' && took !== undefined ? duration(took) : say(word[state]);
        each.textContent = say('took', { format: say(format), duration: time });
        each.title = say(word[state]);
      }
    },
    findings({ findings, count: all = findings.length }) {
      const worst = ['error', 'warning', 'info'].find((severity) =>
        findings.some((found) => found.severity === severity),
      );
      count.textContent = all > 0 ? String(all) : '';
      count.dataset.worst = worst ?? '';
    },
    connected(is) {
      line.textContent = is ? '' : say('disconnected');
      line.classList.toggle('broken', !is);
    },
  };
}

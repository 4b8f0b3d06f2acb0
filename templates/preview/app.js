// The preview page: panes of the publication, and below them how each format stands to the source.
import { bar } from './bar.js';
import { element } from './dom.js';
import { epubPane } from './epub-pane.js';
import { findingsPane } from './findings-pane.js';
import { overlay } from './overlay.js';
import { pagePane } from './page-pane.js';
import { pdfPane } from './pdf-pane.js';
import { paneNames, place } from './place.js';
import { asker } from './source.js';
import { stream } from './stream.js';

const { language, labels, view, act } = JSON.parse(document.getElementById('data').textContent);
const say = (key, values = {}) => labels[key].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
const where = place();
const notice = element('p', 'notice');
notice.setAttribute('role', 'status');
const openSource = asker({ act, say, notice });
const context = { view, say, language, where, openSource, frames: new Map(), moved, change, turn };

const panes = {
  en: pagePane(context, 'en', say('english')),
  fr: pagePane(context, 'fr', say('french')),
  bilingual: pagePane(context, 'bilingual', say('bilingual')),
  pdf: pdfPane(context),
  epub: epubPane(context),
  findings: findingsPane(context),
};
const errors = overlay(context);
const tools = bar(context, { toggle, go: (path) => moved(path, true) });
const stage = element('main', 'stage', ...paneNames.map((name) => panes[name].root));
stage.prepend(element('h1', 'unseen', say('page')));
document.body.append(stage, errors.root, notice, tools.root);

const events = stream(address, {
  message(message) {
    const { type } = message;
    if (type === 'contents') contents(message);
    else if (type === 'state') show(message.formats);
    else if (type === 'diagnostics') found(message);
    else if (type === 'pdf' || type === 'epub') panes[type].take?.(message);
    else for (const name of ['en', 'fr', 'bilingual']) panes[name].take(message);
  },
  gap() {
    for (const pane of Object.values(panes)) pane.refresh?.();
  },
  lost: () => tools.connected(false),
  found: () => tools.connected(true),
});
addEventListener('keydown', (event) => event.altKey && key(event.key) && event.preventDefault());
addEventListener('message', ({ source, data }) => {
  const pane = context.frames.get(source);
  if (pane && data.diptych === 'key') key(data.key);
  else pane?.told(data);
});
arrange();

/** Of the stream: which pages are looked at, and in what state they are. */
function address() {
  const query = new URLSearchParams({ key: view, app: '' });
  for (const name of ['en', 'fr', 'bilingual']) {
    const { page, tag } = panes[name].looked() ?? {};
    if (page) for (const [name, value] of Object.entries({ page, tag })) query.append(name, value);
  }
  return `/@diptych/events?${query}`;
}

function contents(message) {
  context.contents = message;
  tools.contents(message);
  errors.contents(message);
  for (const pane of Object.values(panes)) pane.contents?.(message);
}

function show(formats) {
  tools.formats(formats);
  for (const [name, pane] of Object.entries(panes))
    pane.state?.(formats[name === 'pdf' || name === 'epub' ? name : 'html']);
}

function found(news) {
  panes.findings.show(news);
  errors.show(news);
  tools.findings(news);
}

function toggle(name) {
  where.toggle(name);
  arrange();
}

function arrange() {
  tools.shown(where.panes);
  for (const name of paneNames) panes[name].open(where.panes.includes(name));
  document.body.dataset.panes = where.panes.filter((name) => name !== 'findings').length;
  change();
}

/** One of the frames leads to another page: all lead to the same. */
function moved(path, force = false) {
  if (path === where.page && !force) return;
  where.page = path;
  for (const pane of Object.values(panes)) pane.follow?.(path);
  tools.at(path);
  change();
}

/** To a page of another edition, in its own pane. */
function turn(name, path) {
  where.page = path;
  if (!where.panes.includes(name)) where.toggle(name);
  moved(path, true);
  arrange();
}

/** Other pages are looked at than before. */
function change() {
  where.keep();
  events?.reopen();
}

function key(name) {
  const pane = paneNames[Number(name) - 1];
  if (pane) toggle(pane);
  else if (name === '0') panes[where.panes.find((each) => panes[each].here) ?? 'en'].here();
  else return false;
  return true;
}

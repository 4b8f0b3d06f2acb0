// A page in a window of its own: it follows the newest one, and says over itself why it cannot.
import { element } from './dom.js';
import { troubles } from './finding.js';
import { stream } from './stream.js';

export function alone(page, { key, language, labels }) {
  const host = document.createElement('diptych-preview');
  host.lang = language;
  const root = host.attachShadow({ mode: 'open' });
  let lines = [];
  const address = () => `/@diptych/events?${new URLSearchParams({ key, page: page.page, tag: page.tag })}`;
  stream(address, {
    message(message) {
      if (message.type !== 'diagnostics') return void page.take(message);
      lines = troubles(message);
      show(lines, labels.kept);
    },
    gap: () => page.refresh(),
    lost: () => show([element('p', 'message', labels.lost)], ''),
    found: () => show(lines, labels.kept),
  });

  function show(lines, note) {
    if (lines.length === 0) return host.remove();
    const style = document.createElement('link');
    style.rel = 'stylesheet';
    style.href = '/@diptych/client.css';
    const panel = element('section', 'panel');
    panel.setAttribute('role', 'alert');
    panel.setAttribute('aria-label', labels.title);
    panel.append(element('h2', 'title', labels.title), element('p', 'note', note), ...lines);
    root.replaceChildren(style, panel);
    document.body.append(host);
  }
}

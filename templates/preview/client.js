// The preview's client: loads the page again when it has changed, and shows the errors that keep it from changing.
// Only `diptych watch` serves it; it is in no output.
(() => {
  const own = document.currentScript.dataset.tag;
  const host = document.createElement('diptych-preview');
  const root = host.attachShadow({ mode: 'open' });
  const events = new EventSource('/@diptych/events');
  let labels = {};

  events.onmessage = async ({ data }) => {
    const state = JSON.parse(data);
    const { headers } = await fetch(location.href, { method: 'HEAD', cache: 'no-store' });
    if (headers.get('etag') !== `"${own}"`) {
      location.reload();
      return;
    }
    labels = state.labels;
    host.lang = state.language;
    const lines = state.failure ? [element('p', 'message', state.failure)] : state.findings.map(finding);
    show(lines, labels.kept);
  };
  events.onerror = () => {
    if (labels.lost) show([element('p', 'message', labels.lost)], '');
  };

  function show(lines, note) {
    if (lines.length === 0) {
      host.remove();
      return;
    }
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

  function finding({ place, word, severity, rule, message, frame, see, hint }) {
    const item = element('article', `finding ${severity}`);
    const head = element('p', 'head');
    head.append(element('b', 'place', place), ' ', element('span', 'severity', word), ' ', element('code', '', rule));
    item.append(head, element('p', 'message', message));
    if (frame.length > 0) item.append(element('pre', '', frame.join('\n')));
    for (const line of [see, hint]) if (line) item.append(element('p', 'hint', line));
    return item;
  }

  function element(name, className, text = '') {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.textContent = text;
    return made;
  }
})();

// Why the newest source is not what is shown, over the last good pages.
import { button, element } from './dom.js';
import { openFinding, troubles } from './finding.js';

export function overlay(context) {
  const { say } = context;
  const hide = button(say('hide'), () => {
    root.hidden = true;
  });
  const title = element('h2', 'title');
  const lines = element('div', 'lines');
  const note = element('p', 'note', say('mend'));
  const root = element('section', 'overlay', element('div', 'overlay-head', title, hide), note, lines);
  root.setAttribute('aria-label', say('title'));
  root.hidden = true;
  root.tabIndex = -1;
  return {
    root,
    contents({ files }) {
      note.textContent = files.length > 0 ? `${say('kept')} ${say('mend')}` : say('mend');
    },
    show(news) {
      const items = troubles(news, (found) => openFinding(found, context));
      root.hidden = items.length === 0;
      title.textContent = say(news.failure ? 'failed' : 'errors');
      lines.replaceChildren(...items);
      if (items.length > 0) root.setAttribute('role', 'alert');
      else root.removeAttribute('role');
    },
  };
}

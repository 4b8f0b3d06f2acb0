// What panes have in common: a strip that says what is stale, and a place for words where there is nothing to show.
import { element } from './dom.js';

/** @param tools - What stands in the pane's head, beside its name. */
export function pane(context, name, title, tools = []) {
  const mark = element('span', 'mark');
  const head = element('header', 'pane-head', element('h2', '', title), mark, ...tools);
  const words = element('p', 'words');
  words.hidden = true;
  const body = element('div', 'pane-body', words);
  const root = element('section', `pane pane-${name}`, head, body);
  root.setAttribute('aria-label', title);
  root.hidden = true;
  return {
    root,
    body,
    /** Said in the place of what cannot be shown. */
    say(text) {
      words.textContent = text;
      words.hidden = !text;
    },
    state({ state }) {
      root.dataset.state = state;
      mark.textContent = state === 'making' ? context.say('making') : state === 'kept' ? context.say('kept-state') : '';
    },
  };
}

/** What a pane shows, in a window of its own. */
export function windowLink(say) {
  const made = element('a', 'window', '↗');
  made.target = '_blank';
  made.title = say('own-window');
  made.setAttribute('aria-label', say('own-window'));
  return {
    made,
    lead(path) {
      made.hidden = !path;
      if (path) made.href = `/${path.split('/').map(encodeURIComponent).join('/')}`;
    },
  };
}

/** @param choices - `[value, words]` of each. */
export function select(label, onChoose) {
  const made = element('select');
  made.setAttribute('aria-label', label);
  made.addEventListener('change', () => onChoose(made.value));
  return {
    made,
    fill(choices, chosen) {
      made.replaceChildren(...choices.map(([value, words]) => new Option(words, value, false, value === chosen)));
    },
    choose(value) {
      made.value = value;
    },
    get value() {
      return made.value;
    },
  };
}

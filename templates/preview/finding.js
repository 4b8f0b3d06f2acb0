// A finding, as it is put before a person wherever it is.
import { button, element } from './dom.js';

export function finding({ place, word, severity, rule, message, frame, see, hint }) {
  const item = element('article', `finding ${severity}`);
  const mark = element('span', 'severity', word);
  item.append(element('p', 'head', element('b', 'place', place), ' ', mark, ' ', element('code', '', rule)));
  item.append(element('p', 'message', message));
  if (frame.length > 0) item.append(element('pre', '', frame.join('\n')));
  for (const code of item.querySelectorAll('pre')) code.tabIndex = 0; // it may have to be scrolled
  for (const line of [see, hint]) if (line) item.append(element('p', 'hint', line));
  return item;
}

/** The same with a way to its source. @param more - Other ways, before it. */
export function openFinding(found, { say, openSource }, more = []) {
  const made = finding(found);
  const open = button(say('open-source'), () => openSource.finding(found.place));
  made.append(element('p', 'ways', ...more, open));
  return made;
}

/** What keeps the newest source from being shown: errors, or a sentence. */
export function troubles({ findings, failure, kept }, show = finding) {
  if (failure) return [element('p', 'message', failure)];
  return kept ? findings.filter(({ severity }) => severity === 'error').map(show) : [];
}

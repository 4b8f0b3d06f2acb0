// A finding, as it is put before a person wherever it is.
import { element } from './dom.js';

export function finding({ place, word, severity, rule, message, frame, see, hint }) {
  const item = element('article', `finding ${severity}`);
  const mark = element('span', 'severity', word);
  item.append(element('p', 'head', element('b', 'place', place), ' ', mark, ' ', element('code', '', rule)));
  item.append(element('p', 'message', message));
  if (frame.length > 0) item.append(element('pre', '', frame.join('\n')));
  for (const line of [see, hint]) if (line) item.append(element('p', 'hint', line));
  return item;
}

/** What keeps the newest source from being shown: errors, or a sentence. */
export function troubles({ findings, failure, kept }) {
  if (failure) return [element('p', 'message', failure)];
  return kept ? findings.filter(({ severity }) => severity === 'error').map(finding) : [];
}

// A page of the publication in a frame that has no origin: it may run its scripts, and reaches nothing of ours.
import { element } from './dom.js';

/**
 * @param title - What screen readers call it.
 * @param on - What is done when the frame tells something, by its name.
 */
export function frame(context, title, on) {
  const made = element('iframe', 'page');
  made.setAttribute('sandbox', 'allow-scripts allow-popups allow-popups-to-escape-sandbox');
  made.title = title;
  let known;
  const pane = {
    told(data) {
      if (data.diptych === 'leave') open(data.href, '_blank', 'noopener');
      else on[data.diptych]?.(data);
    },
  };
  return {
    made,
    /** Opens another page; undefined closes it. */
    load(address) {
      made.hidden = !address;
      if (address && made.src) made.contentWindow.location.replace(address);
      else if (address) made.src = address;
      else made.removeAttribute('src');
    },
    ask: (what, more = {}) => made.contentWindow?.postMessage({ do: what, ...more }, '*'),
    /** Frames are known by their window, which they have when they stand on the page. */
    know() {
      if (known !== made.contentWindow) context.frames.delete(known);
      known = made.contentWindow;
      if (known) context.frames.set(known, pane);
    },
  };
}

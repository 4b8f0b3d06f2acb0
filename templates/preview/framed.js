// A page in the preview page: it does what that says, and tells where the person is.
import { blocks } from './blocks.js';

export function framed(page) {
  const tell = (type, more = {}) => parent.postMessage({ diptych: type, page: page.page, ...more }, '*');
  const here = blocks(tell);
  addEventListener('message', async ({ source, data }) => {
    if (source !== parent) return;
    if (data.do === 'take') {
      await page.take(data.message);
      tell('taken', { tag: page.tag, at: data.at });
    } else if (data.do === 'refresh') await page.refresh();
    else here[data.do]?.(data);
  });
  tell('ready', { tag: page.tag, title: document.title, lang: document.documentElement.lang });
}

// In every page that `diptych watch` shows; it is in no output. Keeps the page like the newest one without loading it again.
import { alone } from './alone.js';
import { framed } from './framed.js';
import { shownPage } from './shown.js';

const script = document.querySelector('script[data-diptych]');
const told = JSON.parse(script.dataset.diptych);
script.remove();
const page = shownPage(told);
if (window === window.parent) alone(page, told);
else framed(page);

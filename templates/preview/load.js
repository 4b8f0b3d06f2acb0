// In chapters, which are XML: browsers run no modules there of themselves.
addEventListener('DOMContentLoaded', () => import('./page.js'));

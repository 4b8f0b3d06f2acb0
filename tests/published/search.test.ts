import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../pipeline/build.ts';
import { holdBrowser, writeFiles } from '../helpers/browser.ts';
import { publicationOf } from '../helpers/corpus.ts';

/** What readers might ask of a text that others wrote, in other forms than its own, and the pages that answer. */
const queries = {
  en: `
    admin-processes: administrative scripts | database migration | one-off tasks | running a console
    backing-services: attached resource | message queues | third party services | swapping a database | mysql
    build-release-run: building releases | rollback | separate stages | compile assets | release identifiers
    codebase: version controlled repository | tracking revisions | git | many deploys one codebase
    concurrency: scaling out | process types | worker threads | daemonizing
    config: environment variables | storing configuration | credential leaks | grouping environments
    dependencies: declaring dependency | bundler gemfile | isolated packages | system-wide packaging
    dev-prod-parity: continuously deployed | gap between development and production | keep staging similar
    disposability: graceful shutdowns | sigterm | startup times | sudden death
    logs: event streams | stdout | archived log files
    port-binding: listening to ports | exporting http | webserver container
    processes: stateless | sticky sessions | share-nothing
  `,
  fr: `
    admin-processes: scripts ponctuels d'administration | migrations de bases de données | tâches occasionnelles | consoles
    backing-services: ressource attachée | files de messages | l'administrateur | services tiers | RESSOURCES ATTACHEES
    build-release-run: étape d’assemblage | revenir à une release antérieure | separation stricte | assembler | gestion des releases
    codebase: dépôts de code | systeme de controle de versions | suivi des révisions | plusieurs déploiements
    concurrency: formation de processus | modele unix | grossir | types de processus
    config: variables d'environnement | identifiants | stocker la configuration | constantes dans le code
    dependencies: déclarer une dépendance | isoler les dépendances | bibliothèque installée | l’isolation
    dev-prod-parity: déploiements continus | fossé temporel | réduction des fossés
    disposability: arrêts gracieux | robustesse | temps de démarrages | morts subites
    logs: flux d'évènement | evenements archives | sortie standard
    port-binding: association de port | exporter un service | ecoutant les requêtes
    processes: sans etat | sessions persistantes | cache en mémoire
  `,
} as const;

const chromium = holdBrowser();
const held: { dir?: string; remove?: () => void } = {};

beforeAll(async () => {
  const dir = publicationOf('tests/publications/12factor', { withMap: true });
  const { files } = await build(dir, { draft: true, formats: ['html'], to: 'memory' });
  Object.assign(held, writeFiles(files));
});
afterAll(() => held.remove?.());

describe.each(['en', 'fr'] as const)('searching in a folder (%s)', (language) => {
  const asked = queries[language]
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [page = '', words = ''] = line.split(': ');
      return words.split(' | ').map((query) => ({ page: page.trim(), query: query.trim() }));
    });

  test('finds the page among the first three, whatever the forms of the words', async () => {
    expect(asked.length).toBeGreaterThanOrEqual(40);
    const missed: string[] = [];
    await onSearchPage(language, async (page) => {
      for (const { page: wanted, query } of asked) {
        const found = await resultsFor(page, query);
        if (!found.slice(0, 3).some((href) => href.includes(`${wanted}.html`)))
          missed.push(`${query}: ${wanted} is not in ${found.slice(0, 3).join(', ')}`);
      }
    });
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(Math.floor(asked.length / 20));
  });

  test('says so where nothing is found, and marks what is', async () => {
    await onSearchPage(language, async (page) => {
      expect(await resultsFor(page, 'zzyzx')).toEqual([]);
      expect(await page.locator('#_status').innerText()).toContain('zzyzx');
      await resultsFor(page, 'mysql');
      expect((await page.locator('#_results mark').first().innerText()).toLowerCase()).toBe('mysql');
    });
  });
});

async function onSearchPage(language: string, look: (page: Page) => Promise<void>): Promise<void> {
  const page = await chromium.browser?.newPage();
  if (!page) throw new Error('No browser');
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`file://${held.dir}/${language}/search.html`);
  await look(page);
  await page.close();
  expect(faults).toEqual([]);
}

/** Addresses of the pages found, best first. */
async function resultsFor(page: Page, query: string): Promise<readonly string[]> {
  await page.locator('#_query').fill(query);
  return page.locator('#_results h2 a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
}

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, onTestFinished } from 'vitest';
import { havePrograms } from './programs.ts';

const NAME = 'chromium';

/** Whether Chromium is here; told when it is not, and a failure under CI. */
export const haveChromium = havePrograms(NAME);

/** One Chromium for a test file; every page that it opens has a profile of its own, closed with the test. */
export function useBrowser(): (options?: BrowserContextOptions) => Promise<Page> {
  let browser: Browser | undefined;
  afterAll(() => browser?.close());
  return async (options = {}) => {
    browser ??= await chromium.launch({
      executablePath: spawnSync('which', [NAME]).stdout.toString().trim(),
      // Root has no use for a sandbox, and Chromium does not start without one otherwise.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
    onTestFinished(() => context.close());
    return context.newPage();
  };
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core holds against a page (WCAG 2.2 A and AA, and its own best practices), as `rule: element`. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const evaluate = async (expression: string) => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value as unknown;
  };
  await evaluate(axe);
  const { violations } = (await evaluate('axe.run()')) as AxeResults;
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** How many pixels of a page do not fit into the width of its window. */
export function hiddenWidth(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}

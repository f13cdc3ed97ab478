import { join } from 'node:path';
import type axeCore from 'axe-core';
import AXE from 'axe-core/axe.min.js?raw';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { system } from './system.ts';

declare const axe: typeof axeCore;

/** A phone's and a desk's. */
export const PHONE = 360;
const WIDTHS = [1280, PHONE];
const NARROWEST = 320;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/**
 * Finds no barrier in a page that a phone shows, on the phone and on a desk, no sideways scrolling, and a name in the
 * tab; takes its pictures when asked to.
 */
export async function holds(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.setViewportSize({ width: NARROWEST, height: 800 });
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(tooWide, `${name} scrolls sideways at ${NARROWEST} pixels`).toBeLessThanOrEqual(0);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate(() => document.fonts.ready);
    if (system.pictures) {
      await page.screenshot({ path: join(system.output, `${name}-${width}.png`), fullPage: true });
    }
    expect(await barriers(page), `${name} at ${width} pixels`).toEqual([]);
  }
  expect(await page.title()).toMatch(/企業年金ポータル|Pension Portal/);
}

async function barriers(page: Page): Promise<string[]> {
  // It is large, and a page that was looked at before has it already. There are no frames, which would need it too.
  if (!(await page.evaluate(() => 'axe' in window))) {
    await page.evaluate(AXE);
  }
  return page.evaluate(async (values) => {
    const { violations } = await axe.run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, RULES);
}

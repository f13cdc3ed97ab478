import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { system } from './system.ts';

/** A phone's and a desk's. */
export const WIDTHS = [360, 1280];
const NARROWEST = 320;
const RULES = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** Finds no barrier in the page, no sideways scrolling, and a name in the tab; takes its picture when asked to. */
export async function holds(page: Page, name: string, width: number): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  if (system.pictures) {
    await page.screenshot({ path: join(system.output, `${name}-${width}.png`), fullPage: true });
  }
  // The other mode opens a second page each time, for frames of other sites: there are none.
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  expect(await page.title()).toMatch(/企業年金ポータル|Pension Portal/);
  await page.setViewportSize({ width: NARROWEST, height: 800 });
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  await page.setViewportSize({ width, height: 800 });
  expect(tooWide, `${name} scrolls sideways at ${NARROWEST} pixels`).toBeLessThanOrEqual(0);
}

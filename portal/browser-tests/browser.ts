import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { system } from './system.ts';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const PATIENCE_MILLISECONDS = 20_000;

/** A browser that nobody has used, and everything it complained about. */
export interface Browser {
  context: BrowserContext;
  page: Page;
  complaints: string[];
  close: () => Promise<void>;
}

/** Opens a browser of a window's width; the system's certificates are of a local authority. */
export async function openBrowser(width = 1280): Promise<Browser> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-browser-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: system.chromium,
    args: FLAGS,
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width, height: 800 },
    ignoreHTTPSErrors: true,
  });
  context.setDefaultTimeout(PATIENCE_MILLISECONDS);
  const page = context.pages()[0] ?? (await context.newPage());
  const complaints = collectComplaints(context);
  const close = async () => {
    await context.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { context, page, complaints, close };
}

// A policy that forbids what the portal does shows here, as do its own faults. Answers that say no are not complaints.
function collectComplaints(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complaints.push(message.text());
    }
  });
  context.on('weberror', (fault) => complaints.push(String(fault.error())));
  return complaints;
}

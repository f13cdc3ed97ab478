import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { fakeServer } from './dev/fakeServer.ts';

export default defineConfig({
  // The fake server answers in `npm run dev` and `npm run preview` only; nothing of it is in dist.
  plugins: [react(), tailwindcss(), fakeServer()],
  build: {
    // The server's policy allows no data: fonts or scripts, so nothing may be written into the files.
    assetsInlineLimit: 0,
    target: 'es2022',
  },
  test: {
    environment: 'happy-dom',
    environmentOptions: { happyDOM: { url: 'http://localhost/' } },
    include: ['src/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    // A page and its libraries for each of the files would take four times as long as all their tests.
    isolate: false,
  },
});

/** Filled is what the page is for, outlined is beside it, plain stands in a line of text. */
export type Look = 'filled' | 'outlined' | 'plain' | 'onDark';

const SHAPE =
  'inline-flex min-h-11 items-center justify-center gap-2 rounded-8 py-2 text-center ' +
  'motion-safe:transition-colors cursor-pointer data-disabled:cursor-default data-disabled:opacity-60 aria-disabled:cursor-default aria-disabled:opacity-60';

const LOOKS: Record<Look, string> = {
  filled: 'px-5 font-700 bg-blue-900 text-white hover:bg-blue-1000 hover:underline active:bg-blue-1200',
  outlined:
    'px-5 font-700 border border-blue-900 bg-white text-blue-900 hover:bg-blue-50 hover:underline active:bg-blue-100',
  plain: 'px-3 font-700 text-blue-1000 underline hover:bg-blue-50 active:bg-blue-100',
  onDark: 'px-2 text-sm text-white hover:underline hover:bg-white/15 active:bg-white/25 sm:px-4 sm:text-base',
};

export function lookOf(look: Look): string {
  return `${SHAPE} ${LOOKS[look]}`;
}

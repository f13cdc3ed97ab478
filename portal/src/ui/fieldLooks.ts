const SHAPE = 'min-h-12 rounded-8 border bg-white px-3 py-2';

/** The look of what one types or chooses in. */
export function fieldLook(isWrong: boolean): string {
  return `${SHAPE} ${isWrong ? 'border-2 border-error-1' : 'border-solid-gray-600'}`;
}

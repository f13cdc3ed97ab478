const grouped = new Intl.NumberFormat('ja-JP');
const signed = new Intl.NumberFormat('ja-JP', { signDisplay: 'exceptZero' });

/** 208185 → 208,185 */
export function groupedNumber(amount: number): string {
  return grouped.format(amount);
}

/** 3300 → +3,300, and with a true minus sign, which screen readers say. */
export function signedNumber(amount: number): string {
  return signed.format(amount).replace('-', '−');
}

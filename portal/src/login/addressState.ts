import type { Address } from './loginAccount';

/** What the reader should know of an address: a refused mail matters before anything else. */
export function addressState({ confirmed, mail }: Pick<Address, 'confirmed' | 'mail'>) {
  if (mail === 'REFUSED') {
    return 'refused';
  }
  if (confirmed) {
    return 'confirmed';
  }
  return mail === 'WAITING' ? 'underway' : 'waiting';
}

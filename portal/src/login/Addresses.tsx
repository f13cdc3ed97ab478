import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/Icon';
import { addressState } from './addressState';
import type { Address, LoginAccount } from './loginAccount';

/** The address in use and the one that is to follow it, each with its state. */
export function Addresses({ account: { email, newEmail } }: { account: LoginAccount }) {
  const { t } = useTranslation();
  return (
    <div className="grid gap-4">
      {email ? <AddressState address={email} /> : !newEmail && <p>{t('email.none')}</p>}
      {newEmail && (
        <div>
          {email && <h3 className="font-700">{t('email.newAddress')}</h3>}
          <AddressState address={newEmail} />
        </div>
      )}
    </div>
  );
}

function AddressState({ address }: { address: Address }) {
  const { t } = useTranslation();
  const state = addressState(address);
  const isGood = state === 'confirmed';
  return (
    <div>
      <p className="break-all font-700 text-solid-gray-900">{address.address}</p>
      <p className={`mt-1 flex gap-2 ${state === 'refused' ? 'text-error-2' : 'text-solid-gray-700'}`}>
        <Icon name={isGood ? 'check' : state === 'refused' ? 'error' : 'info'} className="mt-0.5 size-5 shrink-0" />
        <span className="min-w-0">{t(`email.${state}`)}</span>
      </p>
    </div>
  );
}

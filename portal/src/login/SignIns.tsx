import { useTranslation } from 'react-i18next';
import { dayAndTimeOf } from '../format/dates';
import { useLanguage } from '../i18n/i18n';
import { useMemberNumber } from '../session/Gate';
import { Card } from '../ui/Card';
import { Icon } from '../ui/Icon';
import { Loaded } from '../ui/Loaded';
import { type SignIn, useSignIns } from './loginAccount';

/** Who signed in with this login ID, and who tried to. */
export function SignIns() {
  const { t } = useTranslation();
  const query = useSignIns(useMemberNumber());
  return (
    <Card heading={t('login.signIns')}>
      <p className="mb-4 text-solid-gray-700">{t('login.signInsText')}</p>
      <Loaded query={query}>
        {(signIns) =>
          signIns.length === 0 ? (
            <p>{t('login.noSignIns')}</p>
          ) : (
            <ul className="divide-y divide-solid-gray-200">
              {signIns.map((signIn) => (
                <Line key={`${signIn.at} ${signIn.outcome}`} signIn={signIn} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  );
}

function Line({ signIn: { at, outcome, by, from } }: { signIn: SignIn }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const isRefused = outcome === 'REFUSED';
  return (
    <li className="grid gap-x-6 py-3 sm:grid-cols-[14rem_10rem_1fr]">
      <span className="font-700 tabular-nums">{dayAndTimeOf(at, language)}</span>
      <span className={`inline-flex items-center gap-2 ${isRefused ? 'font-700 text-error-2' : ''}`}>
        <Icon name={isRefused ? 'error' : 'check'} className="size-5 shrink-0" />
        {t(`login.${outcome}`)}
      </span>
      <span className="min-w-0 text-solid-gray-700">
        {t(`login.${by}`)}
        {from && ` · ${from}`}
      </span>
    </li>
  );
}

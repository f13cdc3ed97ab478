import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { lookOf } from '../ui/buttonLooks';
import { Icon } from '../ui/Icon';
import { LinkButton } from '../ui/LinkButton';
import { Notice } from '../ui/Notice';
import { signInAddress } from './addresses';

const TEXT_LINK = 'inline-flex min-h-11 items-center justify-center text-center text-blue-1000 underline';

/** What the portal is, and the way in. */
export function StartPage() {
  const { t } = useTranslation();
  return (
    <>
      <title>{t('portal.name')}</title>
      <div className="grid gap-8">
        <SignInFailed />
        <SignIn />
        <ul className="grid gap-4 md:grid-cols-3">
          <Offer icon={<Icon name="inbox" />} title={t('start.inbox')} text={t('start.inboxText')} />
          <Offer icon={<Icon name="balance" />} title={t('start.balance')} text={t('start.balanceText')} />
          <Offer icon={<Icon name="reason" />} title={t('start.why')} text={t('start.whyText')} />
        </ul>
        <section className="border-blue-900 border-l-4 pl-4">
          <h2 className="font-700">{t('start.safety')}</h2>
          <p className="mt-1 text-solid-gray-700">{t('start.safetyText')}</p>
        </section>
      </div>
    </>
  );
}

// The edge sends a browser here when a sign-in came to nothing.
function SignInFailed() {
  const { t } = useTranslation();
  const failure = useSearchParams()[0].get('sign-in');
  if (failure !== 'refused' && failure !== 'unavailable') {
    return null;
  }
  return (
    <Notice kind="error" title={t(`start.${failure}`)}>
      <p>{t(`start.${failure}Text`)}</p>
    </Notice>
  );
}

function SignIn() {
  const { t } = useTranslation();
  return (
    <section className="grid gap-8 rounded-16 border border-solid-gray-200 bg-white p-5 sm:p-10 lg:grid-cols-[3fr_2fr]">
      <div>
        <h1 className="text-std-26B-150 sm:text-std-36B-140">{t('start.title')}</h1>
        <p className="mt-4 max-w-prose text-solid-gray-700">{t('start.lead')}</p>
      </div>
      <div className="grid content-center gap-4 rounded-12 bg-blue-50 p-5 sm:p-6">
        <LinkButton href={signInAddress('member')}>{t('start.signIn')}</LinkButton>
        <p className="text-center text-sm">{t('start.needed')}</p>
        <Link to="/registration" className={lookOf('outlined')}>
          {t('start.register')}
        </Link>
        <p className="grid justify-items-center">
          <Link to="/login-id-recovery" className={TEXT_LINK}>
            {t('start.loginIdForgotten')}
          </Link>
          <Link to="/password-recovery" className={TEXT_LINK}>
            {t('start.passwordForgotten')}
          </Link>
        </p>
        <a href={signInAddress('fund')} className={TEXT_LINK}>
          {t('start.forOfficers')}
        </a>
      </div>
    </section>
  );
}

function Offer({ icon, title, text }: { icon: ReactNode; title: string; text: string }) {
  return (
    <li className="flex gap-4 rounded-12 border border-solid-gray-200 bg-white p-4 sm:p-5 md:flex-col">
      <span className="grid size-11 shrink-0 place-items-center rounded-full bg-blue-50 text-blue-900">{icon}</span>
      <div>
        <h2 className="font-700">{title}</h2>
        <p className="mt-1 text-solid-gray-700">{text}</p>
      </div>
    </li>
  );
}

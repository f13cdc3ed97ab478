import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useLocation } from 'react-router';
import { signInAddress } from '../session/addresses';
import { Card } from '../ui/Card';
import { LinkButton } from '../ui/LinkButton';
import { Page } from '../ui/Page';
import { useRegistration } from './RegistrationPages';
import { RegistrationSteps } from './RegistrationSteps';
import type { Registered } from './registrations';

type Mail = Registered['mail'];

/** Registered: what became of the mail, and the way in. */
export function DonePage() {
  const { t } = useTranslation();
  const { forget } = useRegistration();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, on arrival
  useEffect(forget, []);
  // In the history, so that the page loaded anew still tells it.
  const mail = (useLocation().state as { mail?: Mail } | null)?.mail;
  if (mail === undefined) {
    return <Navigate to="/registration" replace />;
  }
  return (
    <Page
      title={t('registration.doneTitle')}
      lead={t('registration.doneLead')}
      above={
        <div className="mb-6">
          <RegistrationSteps current="done" />
        </div>
      }
    >
      <Card heading={t('registration.mail')}>
        <p className="max-w-prose">{t(`registration.mail${mail}`)}</p>
      </Card>
      <p>
        <LinkButton href={signInAddress('member')}>{t('start.signIn')}</LinkButton>
      </p>
    </Page>
  );
}

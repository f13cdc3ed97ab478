import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dayOf } from '../format/dates';
import { useLanguage } from '../i18n/i18n';
import { actionAddress } from '../session/addresses';
import { useMemberNumber } from '../session/Gate';
import { SessionCard } from '../session/SessionCard';
import { BackLink } from '../ui/BackLink';
import { lookOf } from '../ui/buttonLooks';
import { Card } from '../ui/Card';
import { Facts } from '../ui/Facts';
import { LinkButton } from '../ui/LinkButton';
import { Page } from '../ui/Page';
import { Addresses } from './Addresses';
import { type LoginAccount, useLoginAccount } from './loginAccount';
import { OfLogin } from './OfLogin';
import { SignIns } from './SignIns';

/** How a member signs in, and who did. */
export function AccountPage() {
  const { t } = useTranslation();
  const query = useLoginAccount(useMemberNumber());
  return (
    <Page title={t('login.title')} lead={t('login.lead')} above={<BackLink to="/" name={t('home.title')} />}>
      <OfLogin query={query}>
        {(account) => (
          <>
            <LoginId account={account} />
            <Email account={account} />
            <Password />
            <TwoFactor isOn={account.twoFactor} />
            <SignIns />
          </>
        )}
      </OfLogin>
      <SessionCard />
    </Page>
  );
}

function LoginId({ account: { loginId, registeredAt } }: { account: LoginAccount }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Card>
      <Facts
        facts={[
          [t('identity.loginId'), loginId],
          [t('login.since'), dayOf(registeredAt, language)],
        ]}
      />
    </Card>
  );
}

function Email({ account }: { account: LoginAccount }) {
  const { t } = useTranslation();
  return (
    <Card heading={t('identity.email')}>
      <Addresses account={account} />
      <p className="mt-4">
        <Link to="/account/email" className={lookOf('outlined')}>
          {t('login.changeEmail')}
        </Link>
      </p>
    </Card>
  );
}

function Password() {
  const { t } = useTranslation();
  return (
    <Card heading={t('identity.password')}>
      <p>{t('login.passwordText')}</p>
      <p className="mt-4">
        <LinkButton look="outlined" href={actionAddress('UPDATE_PASSWORD')}>
          {t('login.changePassword')}
        </LinkButton>
      </p>
    </Card>
  );
}

function TwoFactor({ isOn }: { isOn: boolean }) {
  const { t } = useTranslation();
  return (
    <Card heading={t('login.twoFactor')}>
      <p className="font-700">{t(isOn ? 'login.twoFactorOn' : 'login.twoFactorOff')}</p>
      <p className="mt-1">{t('login.twoFactorText')}</p>
      <p className="mt-4">
        <LinkButton look="outlined" href={actionAddress('CONFIGURE_TOTP')}>
          {t(isOn ? 'login.twoFactorAgain' : 'login.twoFactorBegin')}
        </LinkButton>
      </p>
    </Card>
  );
}

import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { lookOf } from '../ui/buttonLooks';
import { LinkButton } from '../ui/LinkButton';
import { Page } from '../ui/Page';
import { signInAddress } from './addresses';
import type { Session } from './session';

/** The session has ended, or there was none; signing in leads back to the same page. */
export function SignInNeeded({ kind, ended }: { kind: Session['kind']; ended: boolean }) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const address = signInAddress(kind === 'MEMBER' ? 'member' : 'fund', pathname + search);
  return (
    <Page title={t(ended ? 'session.ended' : 'session.needed')}>
      <p role={ended ? 'alert' : undefined}>{t(ended ? 'session.endedText' : 'session.neededText')}</p>
      <p className="flex flex-wrap gap-3">
        <LinkButton href={address}>{t('session.signInAgain')}</LinkButton>
        <Link to="/" reloadDocument className={lookOf('plain')}>
          {t('session.toStart')}
        </Link>
      </p>
    </Page>
  );
}

import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { lookOf } from '../ui/buttonLooks';
import { LinkButton } from '../ui/LinkButton';
import { Page } from '../ui/Page';
import { signInAddress } from './addresses';
import type { Session } from './session';

/** A member on a page for officers, or the other way round. */
export function OtherKind({ kind }: { kind: Session['kind'] }) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const forMembers = kind === 'MEMBER';
  return (
    <Page title={t('session.otherKind')}>
      <p>{t(forMembers ? 'session.otherKindMember' : 'session.otherKindOfficer')}</p>
      <p className="flex flex-wrap gap-3">
        <Link to="/" className={lookOf('filled')}>
          {t('missing.home')}
        </Link>
        <LinkButton look="outlined" href={signInAddress(forMembers ? 'member' : 'fund', pathname + search)}>
          {t(forMembers ? 'session.signInMember' : 'session.signInOfficer')}
        </LinkButton>
      </p>
    </Page>
  );
}

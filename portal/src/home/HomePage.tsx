import { useTranslation } from 'react-i18next';
import { useMemberNumber, useSignedIn } from '../session/Gate';
import { Page } from '../ui/Page';
import { Balances } from './Balances';
import { Menu } from './Menu';
import { NewMessages } from './NewMessages';

/** What a member sees first: whether there is news, and how much there is. */
export function HomePage() {
  const { t } = useTranslation();
  const memberNumber = useMemberNumber();
  const { name } = useSignedIn();
  return (
    <Page title={t('home.title')} lead={name && t('home.greeting', { name })}>
      <NewMessages memberNumber={memberNumber} />
      <Balances memberNumber={memberNumber} />
      <Menu />
    </Page>
  );
}

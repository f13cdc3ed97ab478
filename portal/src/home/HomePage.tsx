import { useTranslation } from 'react-i18next';
import { useMemberNumber } from '../session/Gate';
import { usePerson } from '../session/person';
import { Page } from '../ui/Page';
import { Balances } from './Balances';
import { Menu } from './Menu';
import { NewMessages } from './NewMessages';

/** What a member sees first: whether there is news, and how much there is. */
export function HomePage() {
  const { t } = useTranslation();
  const memberNumber = useMemberNumber();
  const { data: person } = usePerson(memberNumber);
  return (
    <Page
      title={t('home.title')}
      lead={<span className="block min-h-7">{person && t('home.greeting', { name: person.name })}</span>}
    >
      <NewMessages memberNumber={memberNumber} />
      <Balances memberNumber={memberNumber} />
      <Menu />
    </Page>
  );
}

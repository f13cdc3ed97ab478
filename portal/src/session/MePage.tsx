import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { bodyOf, member } from '../api/clients';
import { useLanguage } from '../i18n/i18n';
import { dateWithEra } from '../shared/dates';
import { Card } from '../ui/Card';
import { Facts } from '../ui/Facts';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { useMemberNumber } from './Gate';
import { SessionCard } from './SessionCard';

/** What the fund has on record about the member, and the member's sessions. */
export function MePage() {
  const { t } = useTranslation();
  return (
    <Page title={t('me.title')} lead={t('me.lead')}>
      <Person />
      <SessionCard />
    </Page>
  );
}

function Person() {
  const { t } = useTranslation();
  const language = useLanguage();
  const memberNumber = useMemberNumber();
  const query = useQuery({
    queryKey: ['member', memberNumber],
    queryFn: () => bodyOf(member.GET('/members/{memberNumber}', { params: { path: { memberNumber } } })),
  });
  return (
    <Loaded query={query}>
      {(person) => (
        <Card>
          <Facts
            facts={[
              [t('me.name'), person.name],
              [t('me.memberNumber'), person.memberNumber],
              [t('me.birthDate'), dateWithEra(person.birthDate, language)],
              ...person.memberships
                .slice(-1)
                .map((newest): [string, string] => [t('me.acquiredOn'), dateWithEra(newest.acquiredOn, language)]),
            ]}
          />
          <p className="mt-4 text-solid-gray-700">{t('me.wrong')}</p>
        </Card>
      )}
    </Loaded>
  );
}

import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { dateWithEra } from '../format/dates';
import { useLanguage } from '../i18n/i18n';
import { lookOf } from '../ui/buttonLooks';
import { Card } from '../ui/Card';
import { Facts } from '../ui/Facts';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { useMemberNumber, useSignedIn } from './Gate';
import { usePerson } from './person';
import { SessionCard } from './SessionCard';

/** Who is signed in: a member with what the fund has on record, an officer by name; and the sessions of both. */
export function MePage() {
  const { t } = useTranslation();
  const { kind, name } = useSignedIn();
  const isMember = kind === 'MEMBER';
  return (
    <Page title={t('me.title')} lead={isMember && t('me.lead')}>
      {isMember ? <Person /> : name && <Officer name={name} />}
      {isMember ? <ToAccount /> : <SessionCard />}
    </Page>
  );
}

function Person() {
  const { t } = useTranslation();
  const language = useLanguage();
  const query = usePerson(useMemberNumber());
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

function ToAccount() {
  const { t } = useTranslation();
  return (
    <Card heading={t('login.title')}>
      <p>{t('login.lead')}</p>
      <p className="mt-4">
        <Link to="/account" className={lookOf('outlined')}>
          {t('login.toAccount')}
        </Link>
      </p>
    </Card>
  );
}

function Officer({ name }: { name: string }) {
  const { t } = useTranslation();
  return (
    <Card>
      <Facts facts={[[t('me.name'), name]]} />
    </Card>
  );
}

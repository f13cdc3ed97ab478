import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { hasStatus } from '../api/problem';
import { Loaded } from '../ui/Loaded';
import { Notice } from '../ui/Notice';

interface OfLoginProps<Data> {
  query: UseQueryResult<Data>;
  children: (data: Data) => ReactNode;
}

/** What belongs to a login ID that was registered here; who signs in with another one is told so. */
export function OfLogin<Data>({ query, children }: OfLoginProps<Data>) {
  const { t } = useTranslation();
  if (hasStatus(query.error, 404)) {
    return (
      <Notice kind="info" title={t('login.notRegistered')}>
        <p>{t('login.notRegisteredText')}</p>
      </Notice>
    );
  }
  return <Loaded query={query}>{children}</Loaded>;
}

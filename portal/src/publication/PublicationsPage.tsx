import { useTranslation } from 'react-i18next';
import { Card } from '../ui/Card';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { PublicationCard } from './PublicationCard';
import { usePublications } from './publications';

/** The notices of every fiscal year: published, under way, or waiting to be. */
export function PublicationsPage() {
  const { t } = useTranslation();
  const query = usePublications();
  return (
    <Page title={t('publication.title')} lead={t('publication.lead')}>
      <Loaded query={query}>
        {(publications) =>
          publications.length === 0 ? (
            <None />
          ) : (
            publications.map((publication) => (
              <PublicationCard key={publication.fiscalYear} publication={publication} />
            ))
          )
        }
      </Loaded>
    </Page>
  );
}

function None() {
  const { t } = useTranslation();
  return (
    <Card>
      <p className="font-700">{t('publication.none')}</p>
      <p className="text-solid-gray-700">{t('publication.noneText')}</p>
    </Card>
  );
}

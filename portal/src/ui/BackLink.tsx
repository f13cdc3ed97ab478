import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Icon } from './Icon';

export function BackLink({ to, name }: { to: string; name: string }) {
  const { t } = useTranslation();
  return (
    <Link to={to} className="mb-2 -ml-1 inline-flex min-h-11 items-center gap-1 pr-2 text-blue-1000 underline">
      <Icon name="back" className="size-5 shrink-0" />
      {t('portal.back', { to: name })}
    </Link>
  );
}

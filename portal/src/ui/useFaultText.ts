import { useTranslation } from 'react-i18next';
import type { Fault } from './form';

/** Says what is wrong with a field. */
export function useFaultText(): (fault: Fault | undefined) => string | undefined {
  const { t } = useTranslation();
  return (fault) => (typeof fault === 'string' ? t(`fault.${fault}`) : fault?.said);
}

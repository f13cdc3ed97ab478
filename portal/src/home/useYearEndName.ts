import { useTranslation } from 'react-i18next';
import { fiscalYearName } from '../format/fiscalYear';
import { useLanguage } from '../i18n/i18n';
import type { YearEnd } from './yearEnds';

/** 2024年度(令和6年度)末 · 現在 */
export function useYearEndName(): (end: YearEnd) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return ({ fiscalYear }) =>
    fiscalYear === 'now' ? t('chart.now') : t('chart.endOf', { year: fiscalYearName(fiscalYear, language) });
}

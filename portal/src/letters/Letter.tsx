import { useTranslation } from 'react-i18next';
import { dayAndTimeOf } from '../format/dates';
import { useLanguage } from '../i18n/i18n';
import { Button } from '../ui/Button';
import { Page } from '../ui/Page';
import type { RecoveryCode } from './recoveryRequests';

/** A code and whose it is. */
export type Code = RecoveryCode & { memberNumber: string };

/** The letter with the code: on the screen once, and on paper without what stands around it. */
export function Letter({ code, onDone }: { code: Code; onDone: () => void }) {
  const { t } = useTranslation();
  return (
    <Page title={t('letters.letterTitle')} lead={<span className="print:hidden">{t('letters.once')}</span>}>
      <Sheet code={code} />
      <p className="flex flex-wrap gap-3 print:hidden">
        <Button onPress={() => window.print()}>{t('letters.print')}</Button>
        <Button look="outlined" onPress={onDone}>
          {t('letters.close')}
        </Button>
      </p>
    </Page>
  );
}

function Sheet({ code: { memberNumber, code, expiresAt } }: { code: Code }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const until = dayAndTimeOf(expiresAt, language);
  const portal = window.location.origin;
  return (
    <article className="grid max-w-2xl gap-6 border border-solid-gray-300 bg-white p-6 sm:p-12 print:max-w-none print:border-0 print:p-0">
      <p className="tabular-nums">{t('letters.to', { memberNumber })}</p>
      <p>{t('letters.text')}</p>
      <p className="border-2 border-solid-gray-800 p-4 text-center">
        <span className="block text-sm">{t('recovery.code')}</span>
        <span className="block font-mono text-std-20B-150 sm:text-std-26B-150">{code}</span>
        <span className="block text-sm">{t('letters.until', { until })}</span>
      </p>
      <ol className="list-decimal pl-6">
        <li>{t('letters.step1', { portal })}</li>
        <li>{t('letters.step2')}</li>
        <li>{t('letters.step3')}</li>
      </ol>
      <p>{t('letters.warning')}</p>
    </article>
  );
}

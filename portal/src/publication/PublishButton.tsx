import { useState } from 'react';
import { DialogTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { fiscalYearName } from '../format/fiscalYear';
import { groupedNumber } from '../format/yen';
import { useLanguage } from '../i18n/i18n';
import { Button } from '../ui/Button';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { ProblemNotice } from '../ui/ProblemNotice';
import { type Publication, usePublish } from './publications';

/** Publishes after a question that says to how many. */
export function PublishButton({ publication }: { publication: Publication }) {
  const { t } = useTranslation();
  const year = fiscalYearName(publication.fiscalYear, useLanguage());
  const [key, setKey] = useState('');
  const publish = usePublish();
  const openOrClose = (isOpen: boolean) => {
    if (isOpen) {
      setKey(crypto.randomUUID());
      publish.reset();
    }
  };
  const members = groupedNumber(publication.statements);
  return (
    <div className="mt-4">
      <DialogTrigger onOpenChange={openOrClose}>
        <Button>{t('publication.publish', { year })}</Button>
        <ConfirmDialog
          title={t('publication.confirmTitle', { year })}
          confirm={t('publication.confirm', { members })}
          cancel={t('publication.cancel')}
          isPending={publish.isPending}
          onConfirm={() => publish.mutate({ fiscalYear: publication.fiscalYear, key })}
        >
          <p>{t('publication.confirmText', { members })}</p>
          <p className="font-700">{t('publication.confirmFinal')}</p>
          {publish.error && <ProblemNotice error={publish.error} />}
        </ConfirmDialog>
      </DialogTrigger>
    </div>
  );
}

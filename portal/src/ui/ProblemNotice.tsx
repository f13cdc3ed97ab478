import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem';
import { Button } from './Button';
import { Notice } from './Notice';
import { wordsOf } from './problemWords';

/** Why something did not work, in words, and what to do about it. */
export function ProblemNotice({ error, onAgain }: { error: unknown; onAgain?: () => void }) {
  const { t } = useTranslation();
  const words = wordsOf(error);
  const minutes = Math.ceil(((error instanceof ApiProblem && error.retryAfter) || 0) / 60);
  const textOf = (key: typeof words.key) =>
    key === 'tooMany' && minutes > 0 ? t('problem.tooManyUntil', { minutes }) : t(`problem.${key}Text`);
  const detail = error instanceof ApiProblem && words.showsDetail ? error.problem.detail : undefined;
  return (
    <Notice kind="error" title={t(`problem.${words.key}`)}>
      {detail && <p>{detail}</p>}
      <p>{textOf(words.key)}</p>
      {error instanceof ApiProblem && (
        <p className="text-solid-gray-700 text-sm">{t('problem.code', { code: error.message })}</p>
      )}
      {onAgain && words.canBeTriedAgain && (
        <Button look="outlined" onPress={onAgain}>
          {t('problem.again')}
        </Button>
      )}
    </Notice>
  );
}

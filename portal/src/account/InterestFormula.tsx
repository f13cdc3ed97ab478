import { useTranslation } from 'react-i18next';
import { groupedNumber } from '../format/yen';
import { type InterestFigures, interestParts } from './formula';

/** Why the interest is this yen: the formula with the member's own figures. */
export function InterestFormula({ figures, amount }: { figures: InterestFigures; amount: number }) {
  const { t } = useTranslation();
  const { rate, opening, openingMonths, yenMonths } = figures;
  const { fromOpening, fromCredits, exact } = interestParts(figures);
  return (
    <div className="rounded-8 bg-blue-50 p-3 text-sm sm:p-4">
      <p className="font-700">{t('formula.title')}</p>
      <dl className="mt-2 grid gap-2 tabular-nums">
        <Step
          words={t('formula.opening')}
          figures={t('formula.openingFigures', { opening: groupedNumber(opening), rate, months: openingMonths })}
          result={fromOpening}
        />
        <Step
          words={t('formula.credits')}
          figures={t('formula.creditsFigures', { yenMonths: groupedNumber(yenMonths), rate })}
          result={fromCredits}
        />
        <Step words={t('formula.total')} figures={t('formula.roundedUp', { exact })} result={groupedNumber(amount)} />
      </dl>
      <p className="mt-2 text-solid-gray-700">{t('formula.months')}</p>
    </div>
  );
}

function Step({ words, figures, result }: { words: string; figures: string; result: string }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4">
      <dt className="min-w-0">
        <span className="block text-solid-gray-700">{words}</span>
        <span className="block">{figures}</span>
      </dt>
      <dd className="ml-auto font-700">
        = {result} {t('portal.yen')}
      </dd>
    </div>
  );
}

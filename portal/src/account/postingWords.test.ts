import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import '../i18n/i18n';
import { posting } from './given';
import type { Posting } from './history';
import { interestFigures, postingWords } from './postingWords';

function words(of: Posting) {
  return postingWords(of, { t: i18next.t, language: 'ja' });
}

describe('a record in words', () => {
  beforeAll(() => i18next.changeLanguage('ja'));

  it.each([
    [posting('AccountOpened', '2015-04-01', 0, { acquiredOn: '2015-04-01' }), '口座の開設', '資格取得日 2015年4月1日'],
    [
      posting('BalanceTakenOver', '2024-03-31', 100_000, { creditedOn: '2024-03-31' }),
      '旧制度の残高の引き継ぎ',
      '2024年3月31日までの利息を含みます',
    ],
    [
      posting('ContributionPosted', '2024-10-01', 3300, { month: '2024-10', baseSalary: 300_000 }),
      '10月分の持分付与',
      '基準給与 300,000円',
    ],
    [
      posting('ContributionAdjusted', '2024-10-01', 220, { month: '2024-10', baseSalary: 320_000 }),
      '10月分の持分の訂正',
      '正しい基準給与 320,000円',
    ],
    [
      posting('ContributionAdjusted', '2024-10-01', -3300, { month: '2024-10', baseSalary: 0 }),
      '10月分の持分の訂正',
      'この月の付与はありません',
    ],
    [
      posting('InterestCredited', '2025-03-31', 4494, { fiscalYear: 2024, rate: '3.7' }),
      '2024年度の利息',
      '利息付与率 年3.7%',
    ],
    [
      posting('BaseSalaryRecorded', '2024-10-01', 0, { effectiveFrom: '2024-10-01', baseSalary: 320_000 }),
      '基準給与の変更',
      '2024年10月1日から320,000円',
    ],
    [posting('MembershipEnded', '2024-10-16', 0, { lostOn: '2024-10-16' }), '資格喪失', '資格喪失日 2024年10月16日'],
    [posting('MembershipResumed', '2025-02-10', 0, { acquiredOn: '2025-02-10' }), '再加入', '資格取得日 2025年2月10日'],
  ])('%#', (of, what, detail) => {
    expect(words(of)).toEqual({ what, detail });
  });

  it('stays readable when a kind comes that this portal does not know', () => {
    expect(words(posting('SomethingNew', '2025-03-31', 1))).toEqual({ what: 'その他の記録' });
  });

  it('has the figures of its interest, and no other record has', () => {
    const figures = { fiscalYear: 2024, rate: '3.7', opening: 100_000, openingMonths: 12, yenMonths: 257_400 };
    expect(interestFigures(posting('InterestCredited', '2025-03-31', 4494, figures))).toEqual(figures);
    expect(interestFigures(posting('ContributionPosted', '2024-10-01', 3300))).toBeUndefined();
  });
});

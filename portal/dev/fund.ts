/** A made-up member and what the services would answer about him, for development without them. */

export const MEMBER = '0000001234';
const RATES: Record<number, string> = {
  2015: '1.2',
  2016: '1.9',
  2017: '2.1',
  2018: '2.4',
  2019: '2.0',
  2020: '1.5',
  2021: '2.3',
  2022: '5.0',
  2023: '0.0',
  2024: '3.7',
  2025: '4.4',
};

type Plan = 'FIRST' | 'SECOND';

interface Event {
  version: number;
  type: string;
  valueDate: string;
  amount: number;
  balance: number;
  recordedAt: string;
  data: object;
}

const PLANS: Record<Plan, { monthly: number; baseSalary: number; takenOver: number; from: number }> = {
  FIRST: { monthly: 3300, baseSalary: 300_000, takenOver: 0, from: 2015 },
  SECOND: { monthly: 1000, baseSalary: 1000, takenOver: 8200, from: 2020 },
};

class Account {
  readonly events: Event[] = [];
  balance = 0;
  private opening = 0;
  private yenMonths = 0;

  constructor(private readonly plan: Plan) {
    const { from, takenOver } = PLANS[plan];
    this.record('AccountOpened', `${from}-04-01`, 0, { acquiredOn: `${from}-04-01` });
    if (takenOver > 0) {
      this.record('BalanceTakenOver', `${from}-03-31`, takenOver, { creditedOn: `${from}-03-31`, amount: takenOver });
      this.opening = takenOver;
    }
    for (let year = from; year <= 2024; year++) {
      this.year(year);
    }
    this.month(2025, 0);
    this.month(2025, 1);
  }

  private year(year: number): void {
    for (let i = 0; i < 12; i++) {
      this.month(year, i);
      if (year === 2024 && i === 6 && this.plan === 'FIRST') {
        this.record('ContributionAdjusted', '2024-10-01', 220, { month: '2024-10', baseSalary: 320_000, amount: 220 });
        this.yenMonths += 220 * 6;
      }
    }
    const rate = RATES[year] as string;
    const tenths = Number(rate.replace('.', ''));
    const amount = Math.ceil(((this.opening * 12 + this.yenMonths) * tenths) / 12_000);
    const { opening, yenMonths } = this;
    const figures = { fiscalYear: year, rate, opening, openingMonths: 12, yenMonths, amount };
    this.record('InterestCredited', `${year + 1}-03-31`, amount, figures);
    this.opening = this.balance;
    this.yenMonths = 0;
  }

  private month(year: number, i: number): void {
    const { monthly, baseSalary } = PLANS[this.plan];
    const month = `${i < 9 ? year : year + 1}-${String(((i + 3) % 12) + 1).padStart(2, '0')}`;
    this.record('ContributionPosted', `${month}-01`, monthly, { month, baseSalary, amount: monthly });
    this.yenMonths += monthly * (12 - i);
  }

  private record(kind: string, valueDate: string, amount: number, data: object): void {
    this.balance += amount;
    this.events.push({
      version: this.events.length + 1,
      type: `jp.nenkin.ledger.${kind}.v1`,
      valueDate,
      amount,
      balance: this.balance,
      recordedAt: `${valueDate}T01:00:00Z`,
      data: { memberNumber: MEMBER, plan: this.plan, ordinal: 0, valueDate, balance: this.balance, ...data },
    });
  }
}

const accounts: Record<Plan, Account> = { FIRST: new Account('FIRST'), SECOND: new Account('SECOND') };
const plans = Object.keys(accounts) as Plan[];

export const person = {
  memberNumber: MEMBER,
  name: '年金 太郎',
  birthDate: '1975-06-10',
  memberships: [{ establishmentNumber: '1000001', acquiredOn: '2015-04-01', baseSalaries: [] }],
  earlierPeriods: [],
  transferredAssets: [],
};

export function accountsAnswer() {
  return {
    memberNumber: MEMBER,
    accounts: plans.map((plan) => ({
      plan,
      ordinal: 0,
      status: 'ACTIVE',
      balance: accounts[plan].balance,
      version: accounts[plan].events.length,
      establishmentNumber: '1000001',
      acquiredOn: `${PLANS[plan].from}-04-01`,
      accruesFrom: '2025-04-01',
    })),
  };
}

export function historyAnswer(plan: string) {
  return { memberNumber: MEMBER, plan, ordinal: 0, events: accounts[plan as Plan].events };
}

function figures(plan: Plan, year: number) {
  const upTo = (date: string) =>
    accounts[plan].events.filter((event) => event.valueDate <= date).reduce((sum, { amount }) => sum + amount, 0);
  const opening = upTo(`${year}-03-31`);
  const closing = upTo(`${year + 1}-03-31`);
  const credit = accounts[plan].events.find(
    (event) => event.type.includes('Interest') && event.valueDate === `${year + 1}-03-31`,
  );
  const interest = credit?.amount ?? 0;
  const { baseSalary } = PLANS[plan];
  return { plan, ordinal: 0, opening, credited: closing - opening - interest, interest, closing, baseSalary };
}

export interface FakeMessage {
  id: string;
  isNew: boolean;
  fiscalYear: number;
}

export const messages: FakeMessage[] = [2024, 2023, 2022, 2021].map((fiscalYear) => ({
  id: `0190a6e2-7c11-7b3a-9d5e-00000000${fiscalYear}`,
  isNew: fiscalYear === 2024,
  fiscalYear,
}));

export function messageSummary({ id, isNew, fiscalYear }: FakeMessage) {
  return {
    id,
    kind: 'BALANCE_NOTICE',
    fiscalYear,
    deliveredAt: `${fiscalYear + 1}-05-26T01:00:00Z`,
    title: `仮想個人勘定残高通知書の配信について(${fiscalYear}年度)`,
    excerpt: '仮想個人勘定残高通知書をお届けします。内容をご確認のうえ、大切に保管してください。',
    isNew,
  };
}

export function messageAnswer(message: FakeMessage) {
  const year = message.fiscalYear;
  return {
    ...messageSummary(message),
    body:
      `${year + 1}年3月31日現在の「仮想個人勘定残高通知書」をお届けします。\n\n` +
      '仮想個人勘定残高は、事業主が納付した掛金をもとに、毎月の持分付与額と利息から計算した給付の基礎となる数値です。' +
      '詳しくはPDFの通知書をご覧ください。',
    statement: {
      asOf: `${year + 1}-03-31`,
      accounts: plans.map((plan) => figures(plan, year)),
      rates: [-3, -2, -1, 0, 1].map((i) => ({ fiscalYear: year + i, rate: RATES[year + i] ?? null })),
    },
    document: { href: 'document', fileName: `仮想個人勘定残高通知書_${year + 1}-03-31.pdf`, size: 84_213 },
  };
}

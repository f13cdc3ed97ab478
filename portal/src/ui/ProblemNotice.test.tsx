import { cleanup, render, screen } from '@testing-library/react';
import i18next from 'i18next';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import '../i18n/i18n';
import { ApiProblem, Unreachable } from '../api/problem';
import { ProblemNotice } from './ProblemNotice';

beforeAll(() => i18next.changeLanguage('ja'));
afterEach(cleanup);

it('says in the server’s words why something was not accepted', () => {
  const detail = '2024年度の通知書はすでに配信されています。';
  render(<ProblemNotice error={new ApiProblem({ status: 409, code: 'already-published', detail })} />);
  expect(screen.getByRole('alert').textContent).toContain('受け付けられませんでした');
  expect(screen.getByRole('alert').textContent).toContain(detail);
});

it('offers to try again when nothing answered', () => {
  const again = vi.fn();
  render(<ProblemNotice error={new Unreachable()} onAgain={again} />);
  screen.getByRole('button', { name: 'もう一度試す' }).click();
  expect(again).toHaveBeenCalledOnce();
});

it('does not show the words of a fault, nor offers what would not help', () => {
  const problem = { status: 403, code: 'forbidden', detail: 'not yours' };
  render(<ProblemNotice error={new ApiProblem(problem)} onAgain={() => undefined} />);
  expect(screen.getByRole('alert').textContent).not.toContain('not yours');
  expect(screen.queryByRole('button')).toBeNull();
});

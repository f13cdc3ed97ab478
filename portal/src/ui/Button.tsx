import { Button as AriaButton, type ButtonProps } from 'react-aria-components';
import { type Look, lookOf } from './buttonLooks';

export function Button({ look = 'filled', ...props }: Omit<ButtonProps, 'className'> & { look?: Look }) {
  return <AriaButton {...props} className={lookOf(look)} />;
}

import { Button as AriaButton, type ButtonProps } from 'react-aria-components';
import { type Look, lookOf } from './buttonLooks';

type Props = Omit<ButtonProps, 'className'> & { look?: Look };

/** A button; while what it began is under way it stays where it is and in focus, and does nothing. */
export function Button({ look = 'filled', isPending = false, ...props }: Props) {
  const className = lookOf(look);
  if (!isPending) {
    return <AriaButton {...props} className={className} />;
  }
  // Not react-aria's own waiting, which reads out a progress bar that these buttons do not have.
  const { onPress: _, ...waiting } = props;
  return <AriaButton {...waiting} type="button" aria-disabled className={className} />;
}

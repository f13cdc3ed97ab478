import type { AnchorHTMLAttributes } from 'react';
import { type Look, lookOf } from './buttonLooks';

/** A link to an address of the server, such as the sign-in page or a PDF, that looks like a button. */
export function LinkButton({ look = 'filled', ...props }: AnchorHTMLAttributes<HTMLAnchorElement> & { look?: Look }) {
  return <a {...props} className={lookOf(look)} />;
}

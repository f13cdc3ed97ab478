import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigationType } from 'react-router';

interface PageProps {
  title: string;
  /** Shown above the title, such as the way back. */
  above?: ReactNode;
  lead?: ReactNode;
  children?: ReactNode;
}

/** A page: names the tab, and begins with a heading that takes the focus when the reader came by a link. */
export function Page({ title, above, lead, children }: PageProps) {
  const { t } = useTranslation();
  const heading = useFocusOnArrival();
  return (
    <>
      <title>{`${title} | ${t('portal.name')}`}</title>
      {above}
      <h1 ref={heading} tabIndex={-1} className="text-std-24B-150 sm:text-std-32B-150">
        {title}
      </h1>
      {lead && <p className="mt-2 text-solid-gray-700">{lead}</p>}
      <div className="mt-6 grid gap-6 *:min-w-0 sm:gap-8">{children}</div>
    </>
  );
}

// A first load begins at the top of the document, and back where the reader was: the browser sees to both.
function useFocusOnArrival() {
  const heading = useRef<HTMLHeadingElement>(null);
  const cameByLink = useNavigationType() !== 'POP';
  const { pathname } = useLocation();
  // Before the effects of what stands on the page, which may have something more urgent to lead the reader to.
  // biome-ignore lint/correctness/useExhaustiveDependencies: arriving is a change of path, and of nothing else
  useLayoutEffect(() => {
    if (cameByLink) {
      window.scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
  }, [pathname]);
  return heading;
}

import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useLanguage } from './i18n';

/** Lets the components of react-aria speak the language of the page, not that of the browser. */
export function Localized({ children }: { children: ReactNode }) {
  const language = useLanguage();
  return <I18nProvider locale={language === 'ja' ? 'ja-JP' : 'en-GB'}>{children}</I18nProvider>;
}

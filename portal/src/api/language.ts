import type { Language } from '../i18n/language';

/** The language of the reader as the services name it, for the mails that follow. */
export function languageName(language: Language): 'JAPANESE' | 'ENGLISH' {
  return language === 'ja' ? 'JAPANESE' : 'ENGLISH';
}

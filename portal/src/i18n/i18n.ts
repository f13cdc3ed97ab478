import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { en } from './en';
import { ja } from './ja';
import { type Language, storedLanguage, storeLanguage } from './language';

i18next.on('languageChanged', (language) => {
  document.documentElement.lang = language;
});

i18next.use(initReactI18next).init({
  lng: storedLanguage(),
  fallbackLng: 'ja',
  resources: { ja: { translation: ja }, en: { translation: en } },
  // React escapes.
  interpolation: { escapeValue: false },
});

export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'ja';
}

export function chooseLanguage(language: Language): void {
  storeLanguage(language);
  i18next.changeLanguage(language);
}

/** The language of the page, for formats and for what the services answer in words. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'ja';
}

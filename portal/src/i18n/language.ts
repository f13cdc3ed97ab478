/** The languages of the portal; Japanese unless the reader chose otherwise. */
export type Language = 'ja' | 'en';

const KEY = 'language';

export function storedLanguage(): Language {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'ja';
  } catch {
    return 'ja';
  }
}

/** The one thing the portal keeps in the browser. Where storing is forbidden, the choice lasts for the page. */
export function storeLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Nothing depends on it.
  }
}

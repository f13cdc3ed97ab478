import { chooseLanguage, useLanguage } from '../i18n/i18n';
import { Button } from '../ui/Button';

const OTHER = { ja: { language: 'en', name: 'English' }, en: { language: 'ja', name: '日本語' } } as const;

/** To the other language, named in that language. */
export function LanguageSwitch() {
  const { language, name } = OTHER[useLanguage()];
  return (
    <Button look="onDark" onPress={() => chooseLanguage(language)}>
      <span lang={language}>{name}</span>
    </Button>
  );
}

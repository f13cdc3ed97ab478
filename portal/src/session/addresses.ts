import { currentLanguage } from '../i18n/i18n';

type Realm = 'member' | 'fund';

/** Where the sign-in page is, and where it leads back to: a path of the portal. */
export function signInAddress(realm: Realm, returnTo = '/'): string {
  return `/sign-in/${realm}?${new URLSearchParams({ returnTo, ui_locales: currentLanguage() })}`;
}

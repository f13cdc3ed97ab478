import { currentLanguage } from '../i18n/i18n';

type Realm = 'member' | 'fund';
type Action = 'UPDATE_PASSWORD' | 'CONFIGURE_TOTP';

/** Where the sign-in page is, and where it leads back to: a path of the portal. */
export function signInAddress(realm: Realm, returnTo = '/'): string {
  return `/sign-in/${realm}?${new URLSearchParams({ returnTo, ui_locales: currentLanguage() })}`;
}

/** Where a member changes what the sign-in asks for: the sign-in page comes first, then the action, then the account. */
export function actionAddress(action: Action): string {
  return `${signInAddress('member', '/account')}&kc_action=${action}`;
}

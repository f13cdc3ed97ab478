import 'i18next';
import type { Texts } from './ja';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Texts };
  }
}

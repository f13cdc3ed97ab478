import { Outlet, type RouteObject } from 'react-router';
import { CrashPage } from './CrashPage';
import { Frame } from './frame/Frame';
import { MissingPage } from './MissingPage';
import { RootPage } from './RootPage';
import { Gate } from './session/Gate';

/** What somebody without a session needs to get one. */
const openToAll: RouteObject[] = [
  {
    path: 'registration',
    lazy: async () => ({ Component: (await import('./registration/RegistrationPages')).RegistrationPages }),
    children: [
      { index: true, lazy: async () => ({ Component: (await import('./registration/ConsentPage')).ConsentPage }) },
      { path: 'entry', lazy: async () => ({ Component: (await import('./registration/EntryPage')).EntryPage }) },
      {
        path: 'confirmation',
        lazy: async () => ({ Component: (await import('./registration/ConfirmationPage')).ConfirmationPage }),
      },
      { path: 'done', lazy: async () => ({ Component: (await import('./registration/DonePage')).DonePage }) },
    ],
  },
  {
    path: 'email-confirmation',
    lazy: async () => ({ Component: (await import('./login/EmailConfirmationPage')).EmailConfirmationPage }),
  },
  {
    path: 'email-confirmation/done',
    lazy: async () => ({ Component: (await import('./login/EmailConfirmedPage')).EmailConfirmedPage }),
  },
  {
    path: 'login-id-recovery',
    lazy: async () => ({ Component: (await import('./recovery/LoginIdRecoveryPage')).LoginIdRecoveryPage }),
  },
  {
    path: 'login-id-recovery/asked',
    lazy: async () => ({ Component: (await import('./recovery/AskedPages')).LoginIdAskedPage }),
  },
  {
    path: 'login-id-recovery/code',
    lazy: async () => ({ Component: (await import('./recovery/CodePages')).LoginIdCodePage }),
  },
  {
    path: 'login-id-recovery/done',
    lazy: async () => ({ Component: (await import('./recovery/RecoveredPages')).LoginIdRecoveredPage }),
  },
  {
    path: 'password-recovery',
    lazy: async () => ({ Component: (await import('./recovery/PasswordRecoveryPage')).PasswordRecoveryPage }),
  },
  {
    path: 'password-recovery/asked',
    lazy: async () => ({ Component: (await import('./recovery/AskedPages')).PasswordAskedPage }),
  },
  {
    path: 'password-recovery/code',
    lazy: async () => ({ Component: (await import('./recovery/CodePages')).PasswordCodePage }),
  },
  {
    path: 'password-recovery/done',
    lazy: async () => ({ Component: (await import('./recovery/RecoveredPages')).PasswordRecoveredPage }),
  },
];

/** Every page and whom it is for. */
export const routes: RouteObject[] = [
  {
    element: <Frame />,
    errorElement: <CrashPage />,
    // While the first page is fetched nothing is shown; it takes less than a skeleton would be seen.
    HydrateFallback: () => null,
    children: [
      { index: true, element: <RootPage /> },
      ...openToAll,
      {
        element: (
          <Gate kind="MEMBER">
            <Outlet />
          </Gate>
        ),
        children: [
          { path: 'account', lazy: async () => ({ Component: (await import('./login/AccountPage')).AccountPage }) },
          { path: 'account/email', lazy: async () => ({ Component: (await import('./login/EmailPage')).EmailPage }) },
          { path: 'messages', lazy: async () => ({ Component: (await import('./inbox/InboxPage')).InboxPage }) },
          {
            path: 'messages/:id',
            lazy: async () => ({ Component: (await import('./inbox/MessagePage')).MessagePage }),
          },
          {
            path: 'accounts/:plan/:ordinal',
            lazy: async () => ({ Component: (await import('./account/HistoryPage')).HistoryPage }),
          },
        ],
      },
      {
        element: (
          <Gate kind="OFFICER">
            <Outlet />
          </Gate>
        ),
        children: [
          {
            path: 'recovery-letters',
            lazy: async () => ({ Component: (await import('./letters/LettersPage')).LettersPage }),
          },
          {
            path: 'publications',
            lazy: async () => ({ Component: (await import('./publication/PublicationsPage')).PublicationsPage }),
          },
        ],
      },
      {
        element: (
          <Gate>
            <Outlet />
          </Gate>
        ),
        children: [{ path: 'me', lazy: async () => ({ Component: (await import('./session/MePage')).MePage }) }],
      },
      { path: '*', element: <MissingPage /> },
    ],
  },
];

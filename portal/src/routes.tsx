import { Outlet, type RouteObject } from 'react-router';
import { CrashPage } from './CrashPage';
import { Frame } from './frame/Frame';
import { MissingPage } from './MissingPage';
import { RootPage } from './RootPage';
import { Gate } from './session/Gate';

/** Every page and whom it is for. */
export const routes: RouteObject[] = [
  {
    element: <Frame />,
    errorElement: <CrashPage />,
    // While the first page is fetched nothing is shown; it takes less than a skeleton would be seen.
    HydrateFallback: () => null,
    children: [
      { index: true, element: <RootPage /> },
      {
        element: (
          <Gate kind="MEMBER">
            <Outlet />
          </Gate>
        ),
        children: [
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

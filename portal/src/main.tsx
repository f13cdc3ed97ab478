import './styles.css';
import './i18n/i18n';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { createQueries } from './api/queries';
import { Localized } from './i18n/Localized';
import { routes } from './routes';

const queries = createQueries();
const router = createBrowserRouter(routes);

// A page that the browser kept whole and shows again after "back" may be of a session that has ended.
window.addEventListener('pageshow', ({ persisted }) => persisted && window.location.reload());

const root = document.getElementById('root');
if (root === null) {
  throw new Error('index.html has no root');
}
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <Localized>
        <RouterProvider router={router} />
      </Localized>
    </QueryClientProvider>
  </StrictMode>,
);

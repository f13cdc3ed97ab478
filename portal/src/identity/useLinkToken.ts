import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';

const TOKEN = /^#([\w-]{16,})$/;

/**
 * The secret of a link that came by mail. It stands behind the # so that no server's log has it, and is taken out of the
 * address bar at once; it lives as long as the page is shown, and not in the history.
 */
export function useLinkToken(): { token: string | undefined; wasOpened: boolean } {
  const { pathname, hash, state } = useLocation();
  const navigate = useNavigate();
  const found = TOKEN.exec(hash)?.[1];
  const [token, setToken] = useState(found);
  useEffect(() => {
    if (found !== undefined) {
      setToken(found);
      navigate(pathname, { replace: true, state: OPENED });
    }
  }, [found, pathname, navigate]);
  return { token, wasOpened: (state as typeof OPENED | null)?.linkOpened === true };
}

// Stays in the history, so that the page loaded anew can tell why it knows the link no longer.
const OPENED = { linkOpened: true };

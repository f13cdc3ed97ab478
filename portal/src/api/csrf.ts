let token = '';

/** Remembers the token of the session for the requests that change something; it lives as long as the page. */
export function rememberCsrfToken(of: string): void {
  token = of;
}

export function csrfToken(): string {
  return token;
}

#!/usr/bin/env node
// How a member's mobile app signs in and calls the services: OAuth 2.0 for native apps (RFC 8252), that is the
// authorization code with PKCE (RFC 7636), a public client without a secret, and bearer calls straight to the services.
//
//   export NODE_EXTRA_CA_CERTS=.nenkin/data/certificates/ca.pem
//   export LOGIN_ID=member-0000002025 PASSWORD=$(cat .nenkin/data/passwords/member.member-0000002025)
//   export BIRTH_DATE=19850610
//   node docs/examples/mobile-client.mjs
//
// With other ports than the usual, KEYCLOAK, LEDGER and NOTICE say where those are.
//
// A real app opens the sign-in page in the system's browser (ASWebAuthenticationSession, Custom Tabs) and never sees
// the password. A script has no browser, so the function signInPage does by hand what the member does there.
import { createHash, randomBytes } from "node:crypto";

const keycloak = process.env.KEYCLOAK ?? "https://localhost:18043";
const ledger = process.env.LEDGER ?? "https://localhost:18102";
const notice = process.env.NOTICE ?? "https://localhost:18103";
const client = "mobile";
const redirect = "jp.nenkin.mobile:/signed-in";

const base64url = (bytes) => Buffer.from(bytes).toString("base64url");

function fail(message) {
  console.error(`mobile-client: ${message}`);
  process.exit(1);
}

/** What happens in the system's browser: the page is shown, the member types, Keycloak sends back to the app. */
async function signInPage(address, { loginId, password, birthDate }) {
  const page = await fetch(address, { redirect: "manual" });
  const form = /<form[^>]*\saction="([^"]+)"/.exec(await page.text());
  if (!form) fail(`no sign-in page (${page.status})`);
  const cookies = page.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  const answer = await fetch(form[1].replaceAll("&amp;", "&"), {
    method: "POST",
    redirect: "manual",
    headers: { cookie: cookies.join("; ") },
    body: new URLSearchParams({ username: loginId, password, birthDate }),
  });
  const back = answer.headers.get("location");
  if (!back?.startsWith(redirect)) fail("login ID, password or birth date is wrong");
  return new URL(back);
}

async function tokens(endpoint, parameters) {
  const answer = await fetch(endpoint, {
    method: "POST",
    body: new URLSearchParams({ client_id: client, ...parameters }),
  });
  const body = await answer.json();
  if (!answer.ok) fail(`no tokens: ${body.error} ${body.error_description ?? ""}`);
  return body;
}

async function call(address, token) {
  const answer = await fetch(address, {
    headers: { authorization: `Bearer ${token}`, accept: "application/json", "accept-language": "ja" },
  });
  const body = await answer.json();
  if (!answer.ok) fail(`${address}: ${body.code}`);
  return body;
}

const { LOGIN_ID: loginId, PASSWORD: password, BIRTH_DATE: birthDate } = process.env;
if (!loginId || !password || !birthDate) fail("set LOGIN_ID, PASSWORD and BIRTH_DATE");

// 1. Where Keycloak's pages are.
const discovery = await (await fetch(`${keycloak}/realms/member/.well-known/openid-configuration`)).json();

// 2. A secret for this sign-in alone; only its hash goes out now.
const verifier = base64url(randomBytes(32));
const state = base64url(randomBytes(16));
const authorization = new URL(discovery.authorization_endpoint);
authorization.search = new URLSearchParams({
  client_id: client,
  response_type: "code",
  scope: "openid",
  redirect_uri: redirect,
  state,
  code_challenge: base64url(createHash("sha256").update(verifier).digest()),
  code_challenge_method: "S256",
});

// 3. The member signs in; the app gets a code by its own address.
const back = await signInPage(authorization, { loginId, password, birthDate });
if (back.searchParams.get("state") !== state) fail("an answer to another sign-in");

// 4. The code and the secret together make tokens. They belong in the device's key store.
const first = await tokens(discovery.token_endpoint, {
  grant_type: "authorization_code",
  code: back.searchParams.get("code"),
  redirect_uri: redirect,
  code_verifier: verifier,
});

// 5. An access token lasts five minutes; a refresh token is good for one refresh and is then replaced.
const second = await tokens(discovery.token_endpoint, {
  grant_type: "refresh_token",
  refresh_token: first.refresh_token,
});

// 6. Straight to the services.
const claims = JSON.parse(Buffer.from(second.access_token.split(".")[1], "base64url").toString());
const member = claims.member_number;
const { accounts } = await call(`${ledger}/members/${member}/accounts`, second.access_token);
for (const { plan, balance } of accounts) console.log(`${plan} ${balance.toLocaleString("ja-JP")}`);
const { messages } = await call(`${notice}/members/${member}/messages`, second.access_token);
const day = new Intl.DateTimeFormat("ja-JP", { dateStyle: "medium", timeZone: "Asia/Tokyo" });
for (const { deliveredAt, title } of messages) console.log(`${day.format(new Date(deliveredAt))} ${title}`);

// 7. Signing out ends the session at Keycloak, and with it the refresh token.
await fetch(discovery.end_session_endpoint, {
  method: "POST",
  body: new URLSearchParams({ client_id: client, refresh_token: second.refresh_token }),
});

import { useState } from 'react';
import { Outlet, useOutletContext } from 'react-router';
import { todayInTokyo } from '../format/dates';
import { useForm } from '../ui/form';
import { entryFaults, NOTHING_ENTERED } from './entry';
import type { Draft } from './registrations';

/**
 * What the steps of a registration share. It lives as long as these pages are shown: a page loaded anew begins again,
 * and nothing of it, least of all a password, is kept in the browser.
 */
export function RegistrationPages() {
  const [consentVersion, setConsentVersion] = useState<string>();
  const [draft, setDraft] = useState<Draft>();
  const form = useForm(NOTHING_ENTERED, (entry) => entryFaults(entry, todayInTokyo()));
  const forget = () => {
    setConsentVersion(undefined);
    setDraft(undefined);
    form.change(NOTHING_ENTERED);
  };
  const registration = { consentVersion, setConsentVersion, draft, setDraft, form, forget };
  return <Outlet context={registration satisfies Registration} />;
}

interface Registration {
  /** The version agreed to. */
  consentVersion: string | undefined;
  setConsentVersion: (version: string | undefined) => void;
  /** What was matched and waits to be confirmed. */
  draft: Draft | undefined;
  setDraft: (draft: Draft | undefined) => void;
  form: ReturnType<typeof useForm<typeof NOTHING_ENTERED>>;
  forget: () => void;
}

export function useRegistration(): Registration {
  return useOutletContext<Registration>();
}

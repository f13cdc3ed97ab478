import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { CheckBox } from '../ui/CheckBox';
import { FieldFault } from '../ui/FieldFault';
import { Form } from '../ui/Form';
import { useForm } from '../ui/form';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { useFaultText } from '../ui/useFaultText';
import { useRegistration } from './RegistrationPages';
import { RegistrationSteps } from './RegistrationSteps';
import { useConsent } from './registrations';

/** What is done with the data of who registers; it goes on only with a yes. */
export function ConsentPage() {
  const { t } = useTranslation();
  const query = useConsent();
  return (
    <Page
      title={t('registration.title')}
      lead={t('registration.lead')}
      above={
        <div className="mb-6">
          <RegistrationSteps current="consent" />
        </div>
      }
    >
      <Loaded query={query}>
        {({ version, title, text }) => (
          <>
            <Card heading={title}>
              <Paragraphs text={text} />
            </Card>
            <Agreement key={version} version={version} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

// One paragraph a line.
function Paragraphs({ text }: { text: string }) {
  return (
    <div className="grid max-w-prose gap-3">
      {text.split(/\n+/).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  );
}

function Agreement({ version }: { version: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { consentVersion, setConsentVersion } = useRegistration();
  const agrees = consentVersion === version;
  const form = useForm({}, () => ({ consent: agrees ? undefined : 'consentMissing' }));
  const wrong = useFaultText()(form.refused.faults.consent);
  const goOn = () => {
    if (form.check()) {
      navigate('/registration/entry');
    }
  };
  const agree = (isChecked: boolean) => {
    form.change({ consent: undefined });
    setConsentVersion(isChecked ? version : undefined);
  };
  return (
    <Form refused={form.refused} onSubmit={goOn}>
      <div>
        <CheckBox
          name="consent"
          label={t('registration.agree')}
          isChecked={agrees}
          onChange={agree}
          describedBy={wrong && 'consent-fault'}
        />
        <FieldFault id="consent-fault" text={wrong} />
      </div>
      <p>
        <Button type="submit">{t('form.next')}</Button>
      </p>
    </Form>
  );
}

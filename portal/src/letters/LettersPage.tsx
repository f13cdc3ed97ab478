import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../ui/Card';
import { Loaded } from '../ui/Loaded';
import { Page } from '../ui/Page';
import { type Code, Letter } from './Letter';
import { RequestLine } from './RequestLine';
import { useRecoveryRequests } from './recoveryRequests';

/** Who forgot a login ID or password and has no e-mail address: each gets a letter with a code. */
export function LettersPage() {
  const { t } = useTranslation();
  const [code, setCode] = useState<Code>();
  if (code) {
    return <Letter code={code} onDone={() => setCode(undefined)} />;
  }
  return (
    <Page title={t('letters.title')} lead={t('letters.lead')}>
      <Requests onMade={setCode} />
    </Page>
  );
}

function Requests({ onMade }: { onMade: (code: Code) => void }) {
  const { t } = useTranslation();
  const query = useRecoveryRequests();
  return (
    <Loaded query={query}>
      {(requests) =>
        requests.length === 0 ? (
          <Card>
            <p className="font-700">{t('letters.none')}</p>
            <p className="text-solid-gray-700">{t('letters.noneText')}</p>
          </Card>
        ) : (
          <ul className="grid gap-3">
            {requests.map((request) => (
              <RequestLine key={request.memberNumber} request={request} onMade={onMade} />
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}

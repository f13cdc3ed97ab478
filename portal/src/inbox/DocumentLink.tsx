import { useTranslation } from 'react-i18next';
import { useMemberNumber } from '../session/Gate';
import { Icon } from '../ui/Icon';
import { LinkButton } from '../ui/LinkButton';
import { documentAddress, type Message } from './messages';

/** The notice as a PDF, in a tab of its own. */
export function DocumentLink({ message }: { message: Message }) {
  const { t } = useTranslation();
  const memberNumber = useMemberNumber();
  const { fileName } = message.document;
  return (
    <div className="mt-5 grid justify-items-start gap-2">
      <LinkButton href={documentAddress(memberNumber, message.id)} target="_blank" rel="noopener">
        <Icon name="document" />
        {t('message.document')}
        <Icon name="newTab" className="size-4 shrink-0" />
        <span className="sr-only">({t('portal.opensInNewTab')})</span>
      </LinkButton>
      <p className="break-all text-sm text-solid-gray-700">{fileName}</p>
    </div>
  );
}

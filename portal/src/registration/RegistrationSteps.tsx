import { useTranslation } from 'react-i18next';
import { Steps } from '../ui/Steps';

const STEPS = ['consent', 'entry', 'confirmation', 'done'] as const;

export function RegistrationSteps({ current }: { current: (typeof STEPS)[number] }) {
  const { t } = useTranslation();
  return <Steps names={STEPS.map((step) => t(`registration.${step}Step`))} current={STEPS.indexOf(current)} />;
}

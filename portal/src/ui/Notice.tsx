import type { ReactNode } from 'react';
import { Icon } from './Icon';

const LOOKS = {
  error: { box: 'border-error-1', icon: <Icon name="error" className="size-6 shrink-0 text-error-1" />, role: 'alert' },
  info: {
    box: 'border-blue-900',
    icon: <Icon name="info" className="size-6 shrink-0 text-blue-900" />,
    role: 'status',
  },
} as const;

interface NoticeProps {
  kind: keyof typeof LOOKS;
  title: string;
  children?: ReactNode;
}

/** Something the reader should know now, read out as it appears. */
export function Notice({ kind, title, children }: NoticeProps) {
  const { box, icon, role } = LOOKS[kind];
  return (
    <div role={role} className={`flex gap-3 rounded-12 border-2 bg-white p-4 sm:p-6 ${box}`}>
      {icon}
      <div className="grid min-w-0 justify-items-start gap-2">
        <p className="font-700">{title}</p>
        {children}
      </div>
    </div>
  );
}

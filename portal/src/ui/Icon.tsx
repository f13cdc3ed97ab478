/** The drawings, on a field of 24 by 24. */
const DRAWINGS = {
  inbox: 'M3 6h18v13H3zM3 7l9 7 9-7',
  balance: 'M4 20h16M6 20v-6M12 20V5M18 20v-9',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4 4-6 8-6s8 2 8 6',
  reason: 'M6 3h12v18H6zM9 7h6M9 12h2M9 16h2M14 12h1M14 16h1',
  document: 'M6 3h8l4 4v14H6zM14 3v4h4M9 13h6M9 17h6',
  newTab: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  forward: 'm9 5 7 7-7 7',
  back: 'm15 5-7 7 7 7',
  check: 'm5 12 5 5 9-10',
  key: 'M8 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 12h9v3M17 12v3',
  mail: 'M3 6h18v12H3zM3 7l9 6 9-6',
  error: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 8v5M12 16.5v.01',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5M12 7.5v.01',
} as const;

interface IconProps {
  name: keyof typeof DRAWINGS;
  className?: string;
}

/** A drawing beside words; it says nothing by itself. */
export function Icon({ name, className = 'size-6 shrink-0' }: IconProps) {
  return (
    <svg
      aria-hidden="true"
      className={className}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={DRAWINGS[name]} />
    </svg>
  );
}

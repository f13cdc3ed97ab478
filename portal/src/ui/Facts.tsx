import type { ReactNode } from 'react';

/** Names and what they stand for, below each other on a phone, beside each other where there is room. */
export function Facts({ facts }: { facts: [name: string, value: ReactNode][] }) {
  return (
    <dl className="divide-y divide-solid-gray-200">
      {facts.map(([name, value]) => (
        <div key={name} className="grid gap-x-6 py-3 first:pt-0 sm:grid-cols-[12rem_1fr]">
          <dt className="text-solid-gray-700">{name}</dt>
          <dd className="min-w-0 break-words font-700 text-solid-gray-900 tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

import type { ReactNode } from 'react';

/** A white panel on the grey page. With a heading it is a region of that name. */
export function Card({ heading, children }: { heading?: string; children: ReactNode }) {
  return (
    <section className="rounded-12 border border-solid-gray-200 bg-white p-4 sm:p-6">
      {heading && <h2 className="mb-4 text-std-18B-160 sm:text-std-20B-150">{heading}</h2>}
      {children}
    </section>
  );
}

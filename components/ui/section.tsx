"use client";

import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

/** What a ruled block of the page looks like where its title is not that of a section. */
export const ruled = "look-ruled";

type Props = {
  title: ReactNode;
  id?: string;
  sub?: ReactNode;
  /** A link or small control at the right of the title. */
  action?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** A section opens with an ink rule and a serif title. */
export function Section({ title, id, sub, action, className, children }: Props) {
  return (
    <section data-section className={classNames(ruled, className)} aria-labelledby={id}>
      <header className="look-head">
        <div>
          <h2 id={id}>{title}</h2>
          {sub ? <p>{sub}</p> : null}
        </div>
        {action}
      </header>
      {children}
    </section>
  );
}

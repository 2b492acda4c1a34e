import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

/** What a ruled block of the page looks like where its title is not that of a section. */
export const ruled = [
  "mb-10 border-t-[1.5px] border-ink pt-3 portal:mb-0 [[data-tabs]+&]:mt-6.5 has-data-twin:relative",
  "[&>p+:is([data-look],details,[data-empty])]:mt-3 [&>.text-small+:is([data-look],details)]:mt-3",
  "print:mb-6 print:not-has-[>:not(header,form)]:hidden print:has-[>[data-controls]]:hidden",
].join(" ");

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
      <header
        className={classNames(
          "mb-3.5 flex items-baseline justify-between gap-5 max-desk:flex-wrap max-desk:gap-y-1",
          "[&>a]:flex-none [&>a]:py-1 [&>a]:text-small max-desk:[&>a]:py-3 in-[[data-section]:has([data-twin])]:pr-27.5",
          "print:break-inside-avoid print:break-after-avoid print:[&>a]:hidden",
        )}
      >
        <div className="[&:has(+a+a)]:mr-auto portal:min-w-0 portal:wrap-anywhere">
          <h2 id={id}>{title}</h2>
          {sub ? (
            <p className="mt-0.5 text-small text-pretty text-ink-2 wrap-anywhere portal:text-base">{sub}</p>
          ) : null}
        </div>
        {action}
      </header>
      {children}
    </section>
  );
}

import type { Route } from "next";
import { LinkButton } from "@/components/ui/link-button";

type Props = {
  label: string;
  /** Such as "61 to 120 of 214". */
  summary: string;
  previous?: Route | undefined;
  next?: Route | undefined;
};

export function Pagination({ label, summary, previous, next }: Props) {
  return (
    <nav
      className="flex gap-y-2 gap-x-3 mt-4 flex-wrap items-center text-small text-ink-2 print:hidden"
      aria-label={label}
    >
      {previous ? (
        <LinkButton href={previous} small>
          Previous
        </LinkButton>
      ) : null}
      <span>{summary}</span>
      {next ? (
        <LinkButton href={next} small>
          Next
        </LinkButton>
      ) : null}
    </nav>
  );
}

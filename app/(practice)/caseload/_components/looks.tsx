import type { Route } from "next";
import Link from "next/link";
import type { KeptLook } from "@/db/queries/caseload/looks";
import { type CaseloadView, queryOf } from "@/lib/caseload/view";

const addressOf = (query: string) => (query ? `/caseload?${query}` : "/caseload") as Route;
const lookOf = (view: CaseloadView) => queryOf({ ...view, q: "" });

/** The looks that somebody gave a name, a press away above the list. */
export function Looks({ looks, view }: { looks: readonly KeptLook[]; view: CaseloadView }) {
  if (looks.length === 0) return null;
  return (
    <nav
      aria-label="Saved views"
      className="mb-2.5 flex flex-wrap items-center gap-x-4 gap-y-1 text-small print:hidden"
    >
      {looks.map(({ id, name, query }) => (
        <Link
          key={id}
          href={addressOf(query)}
          prefetch={false}
          aria-current={lookOf(view) === query ? "true" : undefined}
          className="py-1 current:font-semibold current:text-ink max-desk:py-3"
        >
          <bdi>{name}</bdi>
        </Link>
      ))}
    </nav>
  );
}

import type { Route } from "next";
import Link from "next/link";
import { type Counted, MOST_COUNTED } from "@/db/queries/caseload/caseload-counts";
import type { CaseloadPage } from "@/db/queries/caseload/caseload-page";
import type { CaseloadView } from "@/lib/caseload/view";
import { firstNameOf } from "@/lib/first-name";
import { formatList } from "@/lib/format";
import { plural } from "@/lib/plural";
import { sayCount } from "../say-count";
import { viewHref } from "../view";

type Props = { counts: CaseloadPage["counts"]; view: CaseloadView };

/** Three counts, each a filter that shows just those who were counted: somebody after the last week may need you too. */
export function TodayStrip({ counts, view }: Props) {
  const { "needs-you": needs, review, starting } = counts;
  const href = (flag: CaseloadView["flag"]) => viewHref(view, { flag, state: "all", phase: "all" });
  return (
    <nav
      className="grid mt-4.5 mb-5 border-t-[1.5px] border-b border-t-ink border-b-line grid-cols-3 max-phone:mt-3 max-phone:mb-3 max-phone:grid-cols-1 print:hidden"
      aria-label="Today"
    >
      <Count
        n={sayCount(needs.count)}
        what={plural(needs.count, "needs you", "need you")}
        who={names(needs, "Nobody needs you right now")}
        href={href("needs-you")}
      />
      <Count
        n={sayCount(review.count)}
        what={plural(review.count, "has something to look at", "have something to look at")}
        who={names(review, "Nothing waits for review")}
        href={href("review")}
      />
      <Count
        n={sayCount(starting.count)}
        what={plural(starting.count, "is starting", "are starting")}
        who={names(starting, "Nobody starts this week")}
        href={href("starting")}
      />
    </nav>
  );
}

function Count({ n, what, who, href }: { n: string; what: string; who: string; href: Route }) {
  return (
    <Link
      className="group/count grid gap-x-3.5 py-3 pr-6 grid-cols-[auto_minmax(0,1fr)] items-center text-inherit no-underline not-first:border-l not-first:border-line not-first:pl-6 max-phone:min-h-10 max-phone:py-1 max-phone:pr-0 max-phone:gap-x-2 max-phone:not-first:border-l-0 max-phone:not-first:border-t max-phone:not-first:pl-0"
      href={href}
      prefetch={false}
    >
      <span className="font-medium text-greeting leading-none font-serif lining tracking-[-0.02em] max-phone:min-w-[1.2em] max-phone:text-heading">
        {n}
      </span>
      <span className="tiny:max-phone:flex tiny:max-phone:items-baseline tiny:max-phone:gap-2">
        <span className="block flex-none font-strong group-hover/count:underline">{what}</span>
        <span className="block min-w-0 text-ink-2 text-small tiny:max-phone:truncate">{who}</span>
      </span>
    </Link>
  );
}

/** Those who need it most; how many more there are is said where it was counted to the end. */
function names({ count, first }: Counted, nobody: string): string {
  if (count === 0) return nobody;
  const called = first.map(({ name }) => firstNameOf(name));
  if (count > MOST_COUNTED) return `${called.join(", ")} and more`;
  return count > called.length ? `${called.join(", ")} and ${count - called.length} more` : formatList(called);
}

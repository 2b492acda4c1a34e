import type { Route } from "next";
import Link from "next/link";
import { firstNameOf } from "@/lib/first-name";
import { formatList } from "@/lib/format";
import { plural } from "@/lib/plural";
import type { RankedClient } from "../rank";
import { type CaseloadView, viewHref } from "../view";

type Props = { everyone: readonly RankedClient[]; view: CaseloadView };

/** Three counts, each a filter that shows just those who were counted: somebody after the last week may need you too. */
export function TodayStrip({ everyone, view }: Props) {
  const at = (...levels: RankedClient["reason"]["level"][]) =>
    everyone.filter(({ reason }) => levels.includes(reason.level));
  const needs = at("risk", "attention");
  const review = at("review");
  const starting = at("starting");
  const href = (flag: CaseloadView["flag"]) => viewHref(view, { flag, state: "all", phase: "all" });
  return (
    <nav
      className="grid mt-4.5 mb-5 border-t-[1.5px] border-b border-t-ink border-b-line grid-cols-3 max-phone:grid-cols-1 print:hidden"
      aria-label="Today"
    >
      <Count
        n={needs.length}
        what={plural(needs.length, "needs you", "need you")}
        who={names(needs, "Nobody needs you right now")}
        href={href("needs-you")}
      />
      <Count
        n={review.length}
        what={plural(review.length, "has something to look at", "have something to look at")}
        who={names(review, "Nothing waits for review")}
        href={href("review")}
      />
      <Count
        n={starting.length}
        what={plural(starting.length, "is starting", "are starting")}
        who={names(starting, "Nobody starts this week")}
        href={href("starting")}
      />
    </nav>
  );
}

function Count({ n, what, who, href }: { n: number; what: string; who: string; href: Route }) {
  return (
    <Link
      className="group/count grid gap-x-3.5 py-3 pr-6 grid-cols-[auto_1fr] items-center text-inherit no-underline not-first:border-l not-first:border-line not-first:pl-6 max-phone:not-first:border-l-0 max-phone:not-first:border-t max-phone:not-first:pl-0"
      href={href}
      prefetch={false}
    >
      <span className="font-medium text-greeting leading-none font-serif lining tracking-[-0.02em] max-phone:min-w-[1.2em]">
        {n}
      </span>
      <span>
        <span className="block font-strong group-hover/count:underline">{what}</span>
        <span className="block text-ink-2 text-small">{who}</span>
      </span>
    </Link>
  );
}

function names(clients: readonly RankedClient[], nobody: string): string {
  if (clients.length === 0) return nobody;
  const first = clients.slice(0, 3).map(({ fact }) => firstNameOf(fact.name));
  return clients.length > 3 ? `${first.join(", ")} and ${clients.length - 3} more` : formatList(first);
}

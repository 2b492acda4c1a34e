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
    <nav className="today" aria-label="Today">
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
    <Link href={href} prefetch={false}>
      <span className="big">{n}</span>
      <span>
        <span className="what">{what}</span>
        <span className="who">{who}</span>
      </span>
    </Link>
  );
}

function names(clients: readonly RankedClient[], nobody: string): string {
  if (clients.length === 0) return nobody;
  const first = clients.slice(0, 3).map(({ fact }) => firstNameOf(fact.name));
  return clients.length > 3 ? `${first.join(", ")} and ${clients.length - 3} more` : formatList(first);
}

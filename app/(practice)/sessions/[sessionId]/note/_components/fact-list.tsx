import type { Route } from "next";
import Link from "next/link";
import { formatDay } from "@/lib/format";
import type { Fact } from "@/lib/notes/since-last";
import { paths } from "@/lib/paths";

const pageOf = (clientId: string, { source }: Fact): Route =>
  source.page === "assessment" ? paths.client(clientId).assessment(source.id) : paths.client(clientId)[source.page];

type Props = { facts: readonly Fact[]; clientId: string; today: string };

/** Each dated thing that the draft begins with, and where it can be read in full. */
export function FactList({ facts, clientId, today }: Props) {
  return (
    <ol className="grid gap-2">
      {facts.map((fact) => (
        <li key={`${fact.date}.${fact.words}`} className="text-small">
          <Link href={pageOf(clientId, fact)} prefetch={false}>
            {formatDay(fact.date, today)}
          </Link>{" "}
          {fact.words}
        </li>
      ))}
    </ol>
  );
}

import type { Route } from "next";
import type { ReactNode } from "react";
import { SessionWatch } from "@/components/identity/session-watch";
import { type Place, PracticeShell } from "@/components/shell/practice-shell";
import type { OpenSession } from "@/db/queries/session";
import { can } from "@/lib/domain/policy";

const caseload: Place = { href: "/caseload" as Route, label: "Caseload", icon: "people" };
const library: Place = { href: "/library" as Route, label: "Library", icon: "book" };
const colleagues: Place = { href: "/settings/colleagues" as Route, label: "Colleagues", icon: "settings" };
const safety: Place = { href: "/settings/safety" as Route, label: "Safety", icon: "shield" };
const protocol: Place = { href: "/settings/protocol" as Route, label: "Protocol", icon: "book" };
const readings: Place = { href: "/settings/readings" as Route, label: "Readings", icon: "document" };

/** The chrome of every practice page. It is drawn from the session that the page loaded; it decides nothing. */
export function PracticePage({ session, children }: { session: OpenSession; children: ReactNode }) {
  const { actor } = session;
  return (
    <PracticeShell
      home={{ href: "/caseload" as Route, label: "Nearer, to the caseload" }}
      places={[caseload, library]}
      second={[
        ...(can(actor, "protocol.edit") ? [protocol] : []),
        ...(can(actor, "readings.read") ? [readings] : []),
        ...(can(actor, "identity.invite-colleague") ? [colleagues] : []),
        ...(can(actor, "practice.settings") ? [safety] : []),
      ]}
      person={{ name: actor.name, initials: initials(actor.name), href: "/account" as Route }}
    >
      {children}
      <SessionWatch />
    </PracticeShell>
  );
}

const initials = (name: string): string => {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => word?.[0] ?? "")
    .join("")
    .toUpperCase();
};

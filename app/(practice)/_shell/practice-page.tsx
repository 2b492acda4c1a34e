import type { ReactNode } from "react";
import { type Place, PracticeShell } from "@/components/shell/practice-shell";
import { PrintHead } from "@/components/shell/print-head";
import type { OpenSession } from "@/db/queries/identity/session";
import { initialsOf } from "@/lib/format";
import { can } from "@/lib/policy";
import { signOutAction } from "@/server/auth/sign-out-action";
import { OwnPage } from "../../_shell/own-page";

const caseload: Place = {
  href: "/caseload",
  label: "Caseload",
  icon: "people",
  also: ["/clients", "/couples"],
};
const library: Place = { href: "/library", label: "Library", icon: "book" };
const colleagues: Place = { href: "/settings/colleagues", label: "Colleagues", icon: "settings" };
const safety: Place = { href: "/settings/safety", label: "Safety", icon: "shield" };
const protocol: Place = { href: "/settings/protocol", label: "Protocol", icon: "book" };
const readings: Place = { href: "/settings/readings", label: "Readings", icon: "document" };

type Props = {
  session: OpenSession;
  /** Whom the page is about, as it stands on paper: initials and record number. */
  about?: string;
  children: ReactNode;
};

/** The chrome of every practice page. It is drawn from the session that the page loaded; it decides nothing. */
export function PracticePage({ session, about, children }: Props) {
  const { actor } = session;
  return (
    <OwnPage>
      <PracticeShell
        home={{ href: "/caseload", label: "Nearer, to the caseload" }}
        places={[caseload, library]}
        second={[
          ...(can(actor, "protocol.edit") ? [protocol] : []),
          ...(can(actor, "readings.read") ? [readings] : []),
          ...(can(actor, "identity.invite-colleague") ? [colleagues] : []),
          ...(can(actor, "practice.settings") ? [safety] : []),
        ]}
        person={{ name: actor.name, initials: initialsOf(actor.name), href: "/account" }}
        signOut={signOutAction}
      >
        {children}
        <PrintHead about={about ?? session.practiceName} by={actor.name} />
      </PracticeShell>
    </OwnPage>
  );
}

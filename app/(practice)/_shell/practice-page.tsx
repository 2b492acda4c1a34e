import type { Route } from "next";
import type { ReactNode } from "react";
import { type Place, PracticeShell } from "@/components/shell/practice-shell";
import { PrintHead } from "@/components/shell/print-head";
import { RoomBanner } from "@/components/shell/room-switch";
import type { OpenSession } from "@/db/queries/identity/session";
import { initialsOf } from "@/lib/format";
import { can } from "@/lib/policy";
import { signOutAction } from "@/server/auth/sign-out-action";
import { isSomebodyInRoom } from "@/server/room";
import { setRoom } from "@/server/room-action";
import { OwnPage } from "../../_shell/own-page";
import { Waits } from "./waits";

const caseload: Place = {
  href: "/caseload",
  label: "Caseload",
  icon: "people",
  also: ["/clients", "/couples"],
};
const sessions: Place = { href: "/sessions", label: "Sessions", icon: "calendar" };
const inbox: Place = { href: "/inbox", label: "Inbox", icon: "message" };
const library: Place = { href: "/library", label: "Library", icon: "book" };
const colleagues: Place = { href: "/settings/colleagues", label: "Colleagues", icon: "settings" };
const practice: Place = { href: "/settings/practice", label: "Practice", icon: "settings" };
const safety: Place = { href: "/settings/safety", label: "Safety", icon: "shield" };
const protocol: Place = { href: "/settings/protocol", label: "Protocol", icon: "clipboard" };
const readings: Place = { href: "/settings/readings", label: "Readings", icon: "document" };
const help: Place = { href: "/help" as Route, label: "Help", icon: "help" };
const whatsNew = (count?: number): Place => ({
  href: "/settings/whats-new",
  label: "What’s new",
  icon: "arrow-down",
  count,
});

type Props = {
  session: OpenSession;
  /** Whom the page is about, as it stands on paper: initials and record number. */
  about?: string;
  /** What the page shows while somebody is in the room: itself, where it is about no client, or something of its own. */
  beside?: "same" | ReactNode;
  children: ReactNode;
};

/**
 * The chrome of every practice page, drawn from the session that the page loaded. While somebody is in the room, what the
 * page does not name for it is not drawn at all, so that nothing of it is in what the browser is sent.
 */
export async function PracticePage({ session, about, beside = <Waits />, children }: Props) {
  const { actor } = session;
  const isShared = await isSomebodyInRoom(session);
  return (
    <OwnPage>
      <PracticeShell
        home={{ href: "/caseload", label: "Nearer, to the caseload" }}
        places={[caseload, sessions, inbox, library]}
        second={[
          ...(can(actor, "protocol.edit") ? [protocol] : []),
          ...(can(actor, "readings.read") ? [readings] : []),
          ...(can(actor, "identity.invite-colleague") ? [colleagues] : []),
          ...(can(actor, "practice.settings") ? [practice, safety, whatsNew(await session.offered)] : []),
          help,
        ]}
        person={{ name: actor.name, initials: initialsOf(actor.name), href: "/account" }}
        signOut={signOutAction}
        room={{ isShared, say: setRoom }}
      >
        {session.isSample ? (
          <p className="mb-3 text-small text-ink-2 print:hidden">
            <strong>Sample practice.</strong> Everybody here is invented. Enter nobody real.
          </p>
        ) : null}
        {isShared ? <RoomBanner say={setRoom} /> : null}
        {isShared && beside !== "same" ? beside : children}
        <PrintHead about={isShared ? session.practiceName : (about ?? session.practiceName)} by={actor.name} />
      </PracticeShell>
    </OwnPage>
  );
}

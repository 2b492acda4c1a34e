import type { Metadata, Route } from "next";
import Link from "next/link";
import { AccountView } from "@/components/identity/account-view";
import { headsBeside } from "@/components/shell/columns";
import { PageHead } from "@/components/shell/page-head";
import { Section } from "@/components/ui/section";
import { getAbsences } from "@/db/queries/absence/absences";
import { getOwnFeed } from "@/db/queries/appointments/feed";
import { getOwnAccount } from "@/db/queries/identity/own-account";
import { atOnce } from "@/lib/at-once";
import { formatLongDay, formatMoment, inSentence } from "@/lib/format";
import { localDate } from "@/lib/time/zone";
import { accountActions, accountForView } from "@/server/auth/account-page";
import { loadForStaff } from "@/server/load";
import { PracticePage } from "../_shell/practice-page";
import { Absences } from "./_components/absences";
import { CalendarFeed } from "./_components/calendar-feed";
import { Hours } from "./_components/hours";

export const metadata: Metadata = { title: "Account" };

const letters: Page = {
  id: "letters",
  title: "Letters",
  sub: "How often Nearer writes to you about messages and other things that can wait.",
  href: "/account/letters",
  go: "Choose when",
};

const emergency: Page = {
  id: "emergency",
  title: "Access in an emergency",
  sub: "Records that were opened for an hour because something could not wait, and who looked through it since.",
  href: "/emergency",
  go: "Look at it",
};

const ownersPages: readonly Page[] = [
  {
    id: "backups",
    title: "Backups",
    sub: "When everything here was last copied, and last brought back to try.",
    href: "/settings/backups",
    go: "See them",
  },
  {
    id: "figures",
    title: "In figures",
    sub: "The practice as a whole: sessions, who stays, what changed. Of nobody by name.",
    href: "/settings/figures",
    go: "Look at them",
  },
  {
    id: "audit",
    title: "Record of access",
    sub: "Who read and did what in this practice.",
    href: "/settings/audit",
    go: "Look at it",
  },
  {
    id: "unusual",
    title: "Unusual things",
    sub: "Many tries at a sign-in, many records opened at once, files taken away.",
    href: "/settings/unusual",
    go: "Look at them",
  },
];

export default async function AccountPage() {
  const { data, session } = await loadForStaff(async (scope) => {
    const { account, ...rest } = await atOnce({
      account: getOwnAccount(scope),
      absences: getAbsences(scope),
      feed: getOwnFeed(scope),
    });
    return { account: accountForView(account, scope.now), ...rest, now: scope.now };
  });
  const { accountId, role, zone } = session.actor;
  const today = localDate(data.now, zone);
  return (
    <PracticePage session={session} beside="same">
      <PageHead title="Account" sub={session.practiceName} />
      <div className={headsBeside}>
        <AccountView account={data.account} actions={accountActions} />
        <div className="[&>[data-notice]]:mt-0 [&>[data-notice]]:mb-6">
          <Elsewhere {...letters} />
          <Elsewhere {...emergency} />
          {role === "owner" ? ownersPages.map((one) => <Elsewhere key={one.id} {...one} />) : null}
          <Hours hours={data.absences.hours} />
          <CalendarFeed feed={data.feed} moment={(at) => inSentence(formatMoment(at, data.now, zone))} />
          <Absences
            page={data.absences}
            ownId={accountId}
            forAnybody={role === "owner"}
            day={(date) => formatLongDay(date, today)}
          />
        </div>
      </div>
    </PracticePage>
  );
}

type Page = { id: string; title: string; sub: string; href: Route; go: string };

/** What has a page of its own, and where that is. */
function Elsewhere({ id, title, sub, href, go }: Page) {
  return (
    <Section
      id={id}
      title={title}
      sub={sub}
      action={
        <Link href={href} prefetch={false}>
          {go}
        </Link>
      }
    >
      {null}
    </Section>
  );
}

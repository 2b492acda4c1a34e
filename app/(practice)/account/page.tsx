import type { Metadata } from "next";
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
          <Section
            id="letters"
            title="Letters"
            sub="How often Nearer writes to you about messages and other things that can wait."
            action={
              <Link href="/account/letters" prefetch={false}>
                Choose when
              </Link>
            }
          >
            {null}
          </Section>
          {role === "owner" ? (
            <Section
              id="backups"
              title="Backups"
              sub="When everything here was last copied, and last brought back to try."
              action={
                <Link href="/settings/backups" prefetch={false}>
                  See them
                </Link>
              }
            >
              {null}
            </Section>
          ) : null}
          {role === "owner" ? (
            <Section
              id="figures"
              title="In figures"
              sub="The practice as a whole: sessions, who stays, what changed. Of nobody by name."
              action={
                <Link href="/settings/figures" prefetch={false}>
                  Look at them
                </Link>
              }
            >
              {null}
            </Section>
          ) : null}
          {role === "owner" ? (
            <Section
              id="audit"
              title="Record of access"
              sub="Who read and did what in this practice."
              action={
                <Link href="/settings/audit" prefetch={false}>
                  Look at it
                </Link>
              }
            >
              {null}
            </Section>
          ) : null}
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

import type { Metadata } from "next";
import { PageHead } from "@/components/shell/page-head";
import { listColleagues } from "@/db/queries/identity/colleagues";
import { formatDay } from "@/lib/format";
import { localDate } from "@/lib/time/zone";
import { loadForStaff } from "@/server/load";
import { mailIsSet } from "@/server/mail";
import { PracticePage } from "../../_shell/practice-page";
import { ColleagueList } from "./_components/colleague-list";
import { InviteColleague } from "./_components/invite-colleague";
import { Supervision } from "./_components/supervision";

export const metadata: Metadata = { title: "Colleagues" };

export default async function ColleaguesPage() {
  const { data, session } = await loadForStaff(async (scope) => {
    const { colleagues, supervisions } = await listColleagues(scope);
    const { zone } = scope.actor;
    const today = localDate(scope.now, zone);
    const lines = supervisions.map(({ startedAt, ...line }) => ({
      ...line,
      since: formatDay(localDate(startedAt, zone), today),
    }));
    const told = colleagues.map(({ letterLostAt, ...colleague }) => ({
      ...colleague,
      letterLostOn: mailIsSet() && letterLostAt ? formatDay(localDate(letterLostAt, zone), today) : null,
    }));
    return { colleagues: told, lines };
  });
  return (
    <PracticePage session={session} beside="same">
      <PageHead title="Colleagues" sub={session.practiceName} />
      <div className="pt-6 [&>[data-notice]]:mt-0 [&>[data-notice]]:mb-6">
        <ColleagueList colleagues={data.colleagues} />
        <InviteColleague />
        <Supervision colleagues={data.colleagues} lines={data.lines} />
      </div>
    </PracticePage>
  );
}

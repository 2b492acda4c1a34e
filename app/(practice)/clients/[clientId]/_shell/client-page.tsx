import Link from "next/link";
import type { ReactNode } from "react";
import { ClientHeader } from "@/components/shell/client-header";
import type { ClientHeader as Header } from "@/db/queries/clients/client-overview";
import type { OtherRecord } from "@/db/queries/clients/merged";
import type { OpenSession } from "@/db/queries/identity/session";
import { formatDay, formatTime, initialsOf } from "@/lib/format";
import { paths } from "@/lib/paths";
import type { PathToday } from "@/lib/protocol/path-today";
import { localDate } from "@/lib/time/zone";
import { PracticePage } from "../../../_shell/practice-page";
import { Waits } from "../../../_shell/waits";
import { NextOnList } from "../../../_signals/next-on-list";
import { EmergencyBanner } from "../../../emergency/_components/emergency-banner";

type Tab = "overview" | "protocol" | "assessments" | "messages" | "words" | "sessions" | "record";

const tabs: { key: Tab; label: string }[] = [
  { key: "overview", label: "Overview" },
  { key: "protocol", label: "Protocol" },
  { key: "assessments", label: "Assessments" },
  { key: "messages", label: "Messages" },
  { key: "words", label: "Written" },
  { key: "sessions", label: "Sessions" },
  { key: "record", label: "Record" },
];

/** Who reaches both is led to the couple. */
function withPartner({ name, clientId, coupleId }: NonNullable<Header["partner"]>): ReactNode {
  if (!coupleId) return clientId ? `With ${name}, who has a portal` : `With ${name}`;
  return (
    <span key="partner">
      With {name},{" "}
      <Link href={paths.couple(coupleId)} prefetch={false}>
        side by side
      </Link>
    </span>
  );
}

const sameAs = ({ clientId, recordNumber }: OtherRecord): ReactNode => (
  <span key={clientId}>
    Same person as{" "}
    <Link href={paths.client(clientId).overview} prefetch={false}>
      record {recordNumber}
    </Link>
  </span>
);

function nextSession(clientId: string, at: Date, { zone, today }: { zone: string; today: string }): ReactNode {
  return (
    <span key="session">
      Next session{" "}
      <Link href={paths.client(clientId).sessions} prefetch={false}>
        {formatDay(localDate(at, zone), today)}, {formatTime(at, zone)}
      </Link>
    </span>
  );
}

type Props = {
  session: OpenSession;
  header: Header;
  standing: PathToday | null;
  today: string;
  /** The tab that is open; null for a page behind the overview, which leads back to it. */
  current: Tab | null;
  /** What stands here while somebody is in the room; without it the page waits. */
  beside?: ReactNode;
  /** The page is about safety and nothing else: paper lies about. */
  isOffPaper?: boolean;
  children: ReactNode;
};

/** Every page about a client starts with who it is and where they stand. */
export function ClientPage({
  session,
  header,
  standing,
  today,
  current,
  beside = <Waits />,
  isOffPaper = false,
  children,
}: Props) {
  const { partner } = header;
  const onPaper = `${initialsOf(header.name)}, record ${header.recordNumber}`;
  const facts = [
    ...(header.mergedInto ? [sameAs(header.mergedInto)] : header.isGone ? ["Discharged"] : []),
    ...header.mergedFrom.map(sameAs),
    ...(standing?.status === "starting" && header.enrolment ? [startOf(header.enrolment, today)] : []),
    ...(partner ? [withPartner(partner)] : []),
    ...(header.hasAccepted || header.isGone
      ? []
      : [header.isUninvited ? "Not invited any more" : "Invited, not yet here"]),
    ...(header.nextSessionAt
      ? [nextSession(header.id, header.nextSessionAt, { zone: session.actor.zone, today })]
      : []),
    ...(header.therapistId === session.actor.accountId ? [] : [`Client of ${header.therapistName}`]),
  ];
  const crumb =
    current === null
      ? { href: paths.client(header.id).overview, label: "Overview" }
      : ({ href: "/caseload", label: "Caseload" } as const);
  const tabsWith = (unread: number | undefined) =>
    tabs.map(({ key, label }) => ({
      href: paths.client(header.id)[key],
      label,
      ...(key === current ? { current: true } : {}),
      ...(key === "messages" && unread ? { count: unread } : {}),
    }));
  const besideSomebody = (
    <>
      <ClientHeader crumb={crumb} name={`Record ${header.recordNumber}`} tabs={tabsWith(undefined)} />
      {beside}
    </>
  );
  return (
    <PracticePage session={session} about={onPaper} beside={besideSomebody}>
      <ClientHeader
        crumb={crumb}
        name={header.name}
        onPaper={onPaper}
        pronouns={header.pronouns}
        progress={standing?.progress}
        phaseName={standing?.phase}
        facts={facts}
        tabs={tabsWith(header.unread)}
      />
      {header.emergency ? <EmergencyBanner emergency={header.emergency} zone={session.actor.zone} /> : null}
      <NextOnList here={paths.client(header.id).overview} />
      {isOffPaper ? (
        <>
          <p className="hidden print:block">Nothing of this page is put on paper.</p>
          <div className="print:hidden">{children}</div>
        </>
      ) : (
        children
      )}
    </PracticePage>
  );
}

const startOf = ({ waits, plannedStart, startDate }: NonNullable<Header["enrolment"]>, today: string): string =>
  waits && plannedStart <= today ? "The weeks wait to begin" : `Starts ${formatDay(startDate, today)}`;

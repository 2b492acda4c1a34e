import type { Metadata } from "next";
import Link from "next/link";
import { PageHead } from "@/components/shell/page-head";
import { Empty } from "@/components/ui/empty";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { type Column, Table } from "@/components/ui/table";
import { type FileTaken, getUnusual, type Unusual } from "@/db/queries/audit/unusual";
import { countUnreviewed } from "@/db/queries/clients/emergencies";
import { atOnce } from "@/lib/at-once";
import { didWords } from "@/lib/audit/filter";
import { NOTICED_DAYS } from "@/lib/audit/noticed";
import { UNUSUAL_DAYS, unusualRules, unusualSentence } from "@/lib/audit/unusual";
import { formatMoment } from "@/lib/format";
import { listed } from "@/lib/listed";
import { counted } from "@/lib/plural";
import { loadForStaff } from "@/server/load";
import { PracticePage } from "../../_shell/practice-page";

export const metadata: Metadata = { title: "Unusual things" };

/** What passed a threshold lately, with the thresholds beside it. Nobody is accused: a line says what was, and not why. */
export default async function UnusualPage() {
  const { data, session } = await loadForStaff(async (scope) => {
    const { unusual, unreviewed } = await atOnce({ unusual: getUnusual(scope), unreviewed: countUnreviewed(scope) });
    return { ...unusual, unreviewed, now: scope.now };
  });
  const moment = (at: Date) => formatMoment(at, data.now, session.actor.zone);
  return (
    <PracticePage session={session}>
      <PageHead title="Unusual things" sub={`What was out of the ordinary in the last ${UNUSUAL_DAYS} days.`} />
      <div className="pt-6">
        {data.unreviewed > 0 ? (
          <Notice
            tone="attention"
            title={`${counted(data.unreviewed, "record was", "records were")} opened in an emergency`}
            actions={
              <Link href="/emergency" prefetch={false}>
                Look through it
              </Link>
            }
          >
            Nobody has looked through it since.
          </Notice>
        ) : null}
        <Section id="hours" title="In one hour">
          {data.hours.length === 0 ? (
            <Empty title="Nothing unusual">No hour passed one of the numbers below.</Empty>
          ) : (
            <Table
              caption="What was unusual, by the hour"
              columns={hourColumns(moment)}
              rows={data.hours}
              keyOf={({ hour, accountId, kind }) => `${hour.getTime()}-${accountId}-${kind}`}
            />
          )}
        </Section>
        <Section id="files" title="Files taken away">
          {data.files.length === 0 ? (
            <Empty title="No files">Nobody made or took a file of somebody’s record.</Empty>
          ) : (
            <Table caption="Files taken away" columns={fileColumns(moment)} rows={data.files} keyOf={({ id }) => id} />
          )}
        </Section>
        <Section id="rules" title="What counts as unusual">
          <ul className="list-disc pl-5 grid gap-1 max-w-160">
            {unusualRules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
          <p className="mt-4 max-w-160 text-ink-2">
            Most of it has an ordinary reason: a new password, a long day, a colleague’s clients taken over. Ask whoever
            it is about before you think the worst. If a password was tried that was not theirs, they choose a new one,
            and end the other sign-ins under <em>Account</em>. What was refused is kept for {NOTICED_DAYS} days, as a
            kind and a time: never what somebody typed or looked for. Who opened which record stands in the{" "}
            <Link href="/settings/audit" prefetch={false}>
              record of access
            </Link>
            .
          </p>
        </Section>
      </div>
    </PracticePage>
  );
}

const hourColumns = (moment: (at: Date) => string): Column<Unusual>[] => [
  { key: "hour", header: "In the hour from", width: "22%", at: "first", cell: ({ hour }) => moment(hour) },
  {
    key: "what",
    header: "Who, and what",
    width: "48%",
    at: "beside",
    cell: ({ name, kind, times }) => (
      <span className="wrap-anywhere">
        <span className="font-strong text-ink">{name}</span>: {unusualSentence(kind, times)}
      </span>
    ),
  },
  { key: "device", header: "From", width: "30%", at: "beside", cell: ({ devices }) => listed(devices) },
];

const fileColumns = (moment: (at: Date) => string): Column<FileTaken>[] => [
  { key: "when", header: "When", width: "22%", at: "first", cell: ({ at }) => moment(at) },
  {
    key: "what",
    header: "Who, and what",
    width: "48%",
    at: "beside",
    cell: ({ who, action }) => (
      <span className="wrap-anywhere">
        <span className="font-strong text-ink">{who}</span> {didWords(action)}
      </span>
    ),
  },
  {
    key: "record",
    header: "Record",
    width: "30%",
    at: "beside",
    cell: ({ recordNumber }) => (recordNumber === null ? null : `record ${recordNumber}`),
  },
];

import type { Metadata, Route } from "next";
import Link from "next/link";
import { ActionForm } from "@/components/forms/action-form";
import { classNames } from "@/components/ui/class-names";
import { Empty } from "@/components/ui/empty";
import { Flag } from "@/components/ui/flag";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { ListPages } from "@/components/ui/list-pages";
import { OpensDialog } from "@/components/ui/opens-dialog";
import { Section } from "@/components/ui/section";
import { getClientAssessments } from "@/db/queries/assessments/client-assessments";
import type { ClientSitting, SittingList } from "@/db/queries/assessments/client-sittings";
import { ruleInWords } from "@/lib/assessments/assign-form";
import { formatDay, formatMoment } from "@/lib/format";
import { readPage } from "@/lib/paging";
import { paths, within } from "@/lib/paths";
import { localDate } from "@/lib/time/zone";
import { loadClient } from "@/server/load-client";
import { ClientPage } from "../_shell/client-page";
import { WhereTheyStand } from "./_components/where-they-stand";
import { endAssignment } from "./actions";
import { BesideOpen } from "./beside-open";
import { stateInWords, stateOf } from "./sitting-words";

export const metadata: Metadata = { title: "Assessments" };

/** How many of the open ones are shown before the rest is folded away. */
const soonest = 6;

type Props = {
  params: Promise<{ clientId: string }>;
  searchParams: Promise<{ [list in SittingList]?: string | string[] }>;
};

/** One line of a list: what it is, and at its end what can be done. */
const row =
  "flex flex-wrap items-center justify-between gap-x-5 gap-y-1 border-b border-line py-2.5 print:break-inside-avoid";

export default async function AssessmentsPage({ params, searchParams }: Props) {
  const asked = await searchParams;
  const pages = {
    answered: readPage(asked.answered),
    open: readPage(asked.open),
    withdrawn: readPage(asked.withdrawn),
  };
  const { data, session, today, standing } = await loadClient(params, (scope, id) =>
    getClientAssessments(scope, id, pages),
  );
  const { header, lists, assignments, canChange, now } = data;
  const [answered, open, withdrawn] = [lists.answered.rows, lists.open.rows, lists.withdrawn.rows];
  const turn = (list: SittingList, label: string) => (
    <ListPages
      paged={lists[list]}
      label={label}
      href={(page) => within(paths.client(header.id).assessments, `?${list}=${page}#${list}`)}
    />
  );
  const href = (sitting: ClientSitting) => paths.client(header.id).assessment(sitting.id);
  return (
    <ClientPage
      session={session}
      header={header}
      standing={standing}
      today={today}
      current="assessments"
      beside={<BesideOpen clientId={header.id} open={canChange ? open : []} />}
    >
      {canChange ? (
        <div className="flex gap-2.5 mt-5 mb-6 flex-wrap items-center">
          <LinkButton href={paths.client(header.id).assign} look="filled">
            <Icon name="plus" small />
            Assign
          </LinkButton>
          <LinkButton href={paths.client(header.id).importAnswers}>Bring in answers</LinkButton>
        </div>
      ) : null}
      <div className="grid gap-x-14 mt-6.5 grid-cols-[minmax(0,876px)_340px] justify-between max-side:grid-cols-1 desk:max-wide:gap-x-9 desk:max-wide:grid-cols-[minmax(0,1fr)_300px] print:block">
        <div className="min-w-0">
          <WhereTheyStand measured={data.measured} clientId={header.id} today={today} />
          <Section id="answered" title="Answered">
            {answered.length === 0 ? (
              <Empty title="Nothing answered yet">Answers appear here as soon as {header.name} sends them.</Empty>
            ) : (
              <ul className="list-none">
                {answered.map((sitting) => (
                  <li key={sitting.id} className={classNames(row, sitting.isSafety && "print:hidden")}>
                    <span>
                      <Link
                        href={href(sitting)}
                        className="font-strong text-inherit no-underline hover:underline"
                        prefetch={false}
                      >
                        {sitting.title}
                      </Link>
                      <span className="second-line block text-ink-2 text-small">
                        {sitting.weekNumber === null ? "" : `Week ${sitting.weekNumber}, `}
                        {sitting.submittedAt ? formatMoment(sitting.submittedAt, now, header.zone) : ""}
                        {sitting.broughtIn ? `, brought in from a file by ${sitting.broughtIn.by}` : ""}
                      </span>
                    </span>
                    <ReviewFlag sitting={sitting} />
                  </li>
                ))}
              </ul>
            )}
            {turn("answered", "Pages of what was answered")}
          </Section>
          {withdrawn.length > 0 ? (
            <Section id="withdrawn" title="Taken back">
              <ul className="list-none">
                {withdrawn.map(({ id, title, isSafety, withdrawal }) => (
                  <li key={id} className={classNames(row, isSafety && "print:hidden")}>
                    <span>
                      {title}
                      <span className="second-line block text-ink-2 text-small">
                        {withdrawal?.kind === "voided" ? "Answers do not count" : "Cancelled"}, {withdrawal?.by}
                        {withdrawal?.reason ? `: ${withdrawal.reason}` : ""}
                      </span>
                    </span>
                  </li>
                ))}
              </ul>
              {turn("withdrawn", "Pages of what was taken back")}
            </Section>
          ) : null}
        </div>
        <aside className="min-w-0" aria-label="Asked for">
          <Section id="open" title="To answer">
            {open.length === 0 ? (
              <p className="text-ink-2">Nothing is waiting.</p>
            ) : (
              <>
                <OpenRows sittings={open.slice(0, soonest)} today={today} href={href} />
                {open.length > soonest ? (
                  <details open={lists.open.page > 1}>
                    <summary>{open.length - soonest} more</summary>
                    <OpenRows sittings={open.slice(soonest)} today={today} href={href} />
                  </details>
                ) : null}
              </>
            )}
            {turn("open", "Pages of what is to be answered")}
          </Section>
          {assignments.length > 0 ? (
            <Section id="rules" title="Repeating">
              <ul className="list-none">
                {assignments.map((one) => (
                  <li
                    className="flex gap-y-1 gap-x-5 py-2.5 border-b border-line flex-wrap items-center justify-between print:break-inside-avoid"
                    key={one.id}
                  >
                    <span>
                      <span className="font-strong text-ink">{one.title}</span>
                      <span className="second-line block text-ink-2 text-small">
                        {ruleInWords(one.rule)}, {one.toCome === 0 ? "nothing more" : one.toCome} to come. {one.by},{" "}
                        {formatDay(localDate(one.at, header.zone), today)}
                      </span>
                    </span>
                    {canChange ? (
                      <span className="flex gap-2.5 flex-wrap items-center">
                        <LinkButton
                          href={paths.client(header.id).rule(one.id)}
                          look="quiet"
                          label={`Change: ${one.title}`}
                          small
                        >
                          Change
                        </LinkButton>
                        <OpensDialog label="End" about={one.title} look="quiet" title={`End ${one.title}?`}>
                          <p>
                            What is still to come and nobody has begun is taken back. What was begun or answered stays.
                            To ask for it again later, assign it anew.
                          </p>
                          <ActionForm action={endAssignment} submit="End it now" busy="Ending…" look="outline">
                            <input type="hidden" name="assignmentId" value={one.id} />
                          </ActionForm>
                        </OpensDialog>
                      </span>
                    ) : null}
                  </li>
                ))}
              </ul>
            </Section>
          ) : null}
        </aside>
      </div>
    </ClientPage>
  );
}

type OpenProps = { sittings: readonly ClientSitting[]; today: string; href: (sitting: ClientSitting) => Route };

function OpenRows({ sittings, today, href }: OpenProps) {
  return (
    <ul className="list-none">
      {sittings.map((sitting) => (
        <li key={sitting.id} className={classNames(row, sitting.isSafety && "print:hidden")}>
          <span>
            <Link
              href={href(sitting)}
              className="font-strong text-inherit no-underline hover:underline"
              prefetch={false}
            >
              {sitting.title}
            </Link>
            <span
              className={
                stateOf(sitting, today) === "overdue"
                  ? "second-line block text-amber text-small font-semibold"
                  : "second-line block text-ink-2 text-small"
              }
            >
              {stateInWords(sitting, today)}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function ReviewFlag({ sitting }: { sitting: ClientSitting }) {
  // What safety questions ask for is a decision about the gate, and no mark.
  if (sitting.isSafety) return null;
  if (sitting.discussedAt) return <Flag tone="on-track">Discussed in session</Flag>;
  if (sitting.reviewedAt) return <Flag tone="on-track">Reviewed</Flag>;
  return <Flag tone="review">To review</Flag>;
}

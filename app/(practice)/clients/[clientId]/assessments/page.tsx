import type { Metadata, Route } from "next";
import Link from "next/link";
import { ActionForm } from "@/components/forms/action-form";
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
        <div className="row under-head">
          <LinkButton href={paths.client(header.id).assign} look="filled">
            <Icon name="plus" small />
            Assign
          </LinkButton>
        </div>
      ) : null}
      <div className="cols">
        <div>
          <Section id="answered" title="Answered">
            {answered.length === 0 ? (
              <Empty title="Nothing answered yet">Answers appear here as soon as {header.name} sends them.</Empty>
            ) : (
              <ul className="rows">
                {answered.map((sitting) => (
                  <li key={sitting.id} className={sitting.isSafety ? "on-screen" : undefined}>
                    <span>
                      <Link href={href(sitting)} className="strong" prefetch={false}>
                        {sitting.title}
                      </Link>
                      <span className="second-line">
                        {sitting.weekNumber === null ? "" : `Week ${sitting.weekNumber}, `}
                        {sitting.submittedAt ? formatMoment(sitting.submittedAt, now, header.zone) : ""}
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
              <ul className="rows">
                {withdrawn.map(({ id, title, isSafety, withdrawal }) => (
                  <li key={id} className={isSafety ? "on-screen" : undefined}>
                    <span>
                      {title}
                      <span className="second-line">
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
        <aside aria-label="Asked for">
          <Section id="open" title="To answer">
            {open.length === 0 ? (
              <p className="sec">Nothing is waiting.</p>
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
              <ul className="rows">
                {assignments.map((one) => (
                  <li key={one.id}>
                    <span>
                      <span className="strong">{one.title}</span>
                      <span className="second-line">
                        {ruleInWords(one.rule)}, {one.toCome === 0 ? "nothing more" : one.toCome} to come. {one.by},{" "}
                        {formatDay(localDate(one.at, header.zone), today)}
                      </span>
                    </span>
                    {canChange ? (
                      <span className="row">
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
    <ul className="rows">
      {sittings.map((sitting) => (
        <li key={sitting.id} className={sitting.isSafety ? "on-screen" : undefined}>
          <span>
            <Link href={href(sitting)} className="strong" prefetch={false}>
              {sitting.title}
            </Link>
            <span className={stateOf(sitting, today) === "overdue" ? "second-line overdue" : "second-line"}>
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

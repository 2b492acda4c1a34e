import type { Metadata } from "next";
import { z } from "zod";
import { KeptWords } from "@/components/drafts/kept-words";
import { ActionForm } from "@/components/forms/action-form";
import { FormTextarea } from "@/components/forms/form-words";
import { Crumb } from "@/components/shell/crumb";
import { PageHead } from "@/components/shell/page-head";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { getSeparation, type Parting } from "@/db/queries/couples/separation";
import { followUpItems, followUpWords } from "@/lib/couples/link-follow-up";
import { askedUntil, shownOnFault, whatEachReads } from "@/lib/couples/separation";
import { notePlace } from "@/lib/drafts/place";
import { NotFound } from "@/lib/errors";
import { firstNameOf } from "@/lib/first-name";
import { formatList, formatLongDay, inSentence } from "@/lib/format";
import { limits } from "@/lib/limits";
import { paths } from "@/lib/paths";
import { readLocalDate } from "@/lib/time/local-date";
import { localDate } from "@/lib/time/zone";
import { loadForStaff } from "@/server/load";
import { PracticePage } from "../../../_shell/practice-page";
import { endLink } from "./actions";

export const metadata: Metadata = { title: "End the link" };

type Props = { params: Promise<{ coupleId: string }>; searchParams: Promise<{ day?: string | string[] }> };

/** A separation: the day agreed with each alone, what each reads and when, what is asked for three months, and then the end. */
export default async function EndLinkPage({ params, searchParams }: Props) {
  const id = z.uuid().safeParse((await params).coupleId);
  const { day: asked } = await searchParams;
  const { data, session } = await loadForStaff(async (scope) => {
    if (!id.success) throw new NotFound();
    return { ...(await getSeparation(scope, id.data)), now: scope.now };
  });
  const { people, today, coupleId, linkedAt } = data;
  const [first, second] = people;
  const shownOn = typeof asked === "string" ? readLocalDate(asked) : null;
  const fault = shownOn ? shownOnFault(shownOn, today) : null;
  const inDanger = people.filter(({ openEvents }) => openEvents > 0);
  const since = formatLongDay(localDate(linkedAt, session.actor.zone), today);
  return (
    <PracticePage session={session}>
      <p className="hidden print:block">Nothing of this page is put on paper.</p>
      <div className="print:hidden">
        <Crumb href={paths.couple(coupleId)}>Side by side</Crumb>
        <PageHead title={`${first.name} and ${second.name}`} sub={`Linked since ${inSentence(since)}`} />
        <div className="grid gap-2 pt-6 max-w-190">
          {inDanger.length > 0 ? (
            <Notice
              tone="attention"
              title={`An event about the safety of ${formatList(inDanger.map(({ name }) => firstNameOf(name)))} is open.`}
            >
              The end of a link closes nothing of it and opens no gate. Talk alone first about whether now is a safe
              time: the weeks after a separation can be the most dangerous ones.
            </Notice>
          ) : null}
          <Section
            id="agreed"
            title="Agreed with each alone"
            sub="Data stop at once. What each sees of the link changes on a day that both know beforehand, so that nobody reads it off a page."
          >
            <form
              method="get"
              action="#reads"
              className="practice:[&>[data-look]]:justify-self-start grid gap-4 max-w-105 print:hidden"
            >
              <Field
                id="end-day"
                name="day"
                label="The day that you agreed with each alone"
                type="date"
                hint="Today, or up to two months ahead."
                error={fault ?? undefined}
                defaultValue={shownOn ?? undefined}
                required
              />
              <Button type="submit" small>
                Show what each reads
              </Button>
            </form>
          </Section>
          {shownOn && !fault ? <Ending people={people} today={today} shownOn={shownOn} coupleId={coupleId} /> : null}
        </div>
      </div>
    </PracticePage>
  );
}

type EndingProps = { people: readonly [Parting, Parting]; today: string; shownOn: string; coupleId: string };

function Ending({ people: [first, second], today, shownOn, coupleId }: EndingProps) {
  const day = (date: string) => inSentence(formatLongDay(date, today));
  return (
    <>
      <Section id="reads" title="What each reads, and when">
        <div className="grid gap-5 desk:grid-cols-2">
          {[
            { person: first, partner: second },
            { person: second, partner: first },
          ].map(({ person, partner }) => (
            <div key={person.clientId} className="grid gap-2.5 content-start">
              <h3>{person.name}</h3>
              {whatEachReads({ partner: partner.name, therapistName: person.therapistName }, today, shownOn).map(
                ({ from, until, words }) => (
                  <p key={from}>
                    <span className="font-strong text-ink">
                      {from === today ? "From the next page on" : `From ${day(from)} on`}
                      {until ? `, until ${day(until)}` : ""}:
                    </span>{" "}
                    {words}
                  </p>
                ),
              )}
            </div>
          ))}
        </div>
        <p className="mt-4 text-ink-2">Nobody is written to. Both gates wait for you: an ended link opens nothing.</p>
      </Section>
      <Section
        id="three-months"
        title={`Asked about each of the two until ${day(askedUntil(today))}`}
        sub="On the overview of each, of their own clinician. Neither panel names the other."
      >
        <ul className="grid gap-2">
          {followUpItems.map((item) => (
            <li key={item}>
              <span className="font-strong text-ink">{followUpWords[item].title}</span>
              <span className="block text-ink-2">{capitalised(followUpWords[item].words("the person"))}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="end" title="End the link">
        <ActionForm
          action={endLink}
          submit="End it now"
          busy="Ending…"
          className="[&>[data-look]]:justify-self-start grid gap-4 max-w-105"
        >
          <input type="hidden" name="coupleId" value={coupleId} />
          <input type="hidden" name="shownOn" value={shownOn} />
          <FormTextarea name="reason" label="Why it ends" rows={2} maxLength={limits.safetyNote} required />
          <KeptWords place={notePlace(first.clientId, "end-link")} />
        </ActionForm>
      </Section>
    </>
  );
}

const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

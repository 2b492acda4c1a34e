import type { Metadata } from "next";
import Link from "next/link";
import { z } from "zod";
import { Columns } from "@/components/shell/columns";
import { Crumb } from "@/components/shell/crumb";
import { PageHead } from "@/components/shell/page-head";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import { theirWords } from "@/components/ui/their-words";
import type { Appointment } from "@/db/queries/appointments/appointment-rows";
import { getSession } from "@/db/queries/appointments/appointments";
import { getPreparation } from "@/db/queries/notes/preparation";
import { statusAfter } from "@/lib/appointments/appointment";
import { NotFound } from "@/lib/errors";
import { initialsOf } from "@/lib/format";
import { paths } from "@/lib/paths";
import { loadForStaff } from "@/server/load";
import { PreparationSheet } from "../../_sessions/preparation-sheet";
import { preparedView } from "../../_sessions/prepared-view";
import { namesOf, nearWords, titleOf, whenWords } from "../../_sessions/session-view";
import { PracticePage } from "../../_shell/practice-page";
import { SafetyStatus } from "./_components/safety-status";
import { SessionHistory } from "./_components/session-history";
import { StepForms } from "./_components/step-forms";

export const metadata: Metadata = { title: "Session" };

type Props = { params: Promise<{ sessionId: string }> };

/** One session: when and where, what was asked about it, and what became of it. */
export default async function SessionPage({ params }: Props) {
  const id = z.uuid().safeParse((await params).sessionId);
  const { data, session } = await loadForStaff(async (scope) => {
    if (!id.success) throw new NotFound();
    const found = await getSession(scope, id.data);
    const isPlanned = statusAfter(found.one.kind) === "planned";
    return { ...found, preparation: isPlanned ? await getPreparation(scope, found.one) : null, now: scope.now };
  });
  const { one, steps, mayChange, preparation, now } = data;
  const clock = { now, zone: session.actor.zone };
  const onPaper = [one.name, ...(one.secondName ? [one.secondName] : [])].map(initialsOf).join(" and ");
  return (
    <PracticePage session={session} about={onPaper}>
      <Crumb href="/sessions">Sessions</Crumb>
      <PageHead
        title={
          <>
            <span className="print:hidden">{titleOf(one, clock)}</span>
            <span className="hidden print:inline">{`${onPaper}, ${whenWords(one.startsAt, clock)}`}</span>
          </>
        }
        sub={
          <>
            {one.minutes} minutes{one.place ? `, ${one.place}` : ""}.{" "}
            <span className="print:hidden">
              {one.isListed
                ? "It stands in the portal."
                : "It is kept out of the portal, and no letter goes out about it."}
            </span>
          </>
        }
      />
      <div className="mt-4 flex flex-wrap gap-2 print:hidden">
        {one.note || mayChange ? (
          <LinkButton href={paths.sessionNote(one.id)} look={one.note ? "outline" : "filled"}>
            {one.note ? "Read the note" : "Write the note"}
          </LinkButton>
        ) : null}
      </div>
      <Wishes one={one} clock={clock} />
      {one.isOfEndedLink ? (
        <Notice tone="attention" title="The link of these two has ended">
          Agree with each of them alone before you call this session off: both read the same.
        </Notice>
      ) : null}
      <Columns
        sideLabel="About this session"
        main={
          <>
            {preparation ? (
              <PreparationSheet
                view={preparedView(preparation, clock)}
                since={
                  preparation.before
                    ? `Since the last session, ${whenWords(preparation.before, clock)}.`
                    : "No session before it took place: the last fourteen days."
                }
                clientId={one.clientId}
                ofTwo={one.coupleId !== null}
              />
            ) : null}
            {mayChange ? (
              <div className="print:hidden">
                <Section id="change" title="What became of it">
                  <StepForms one={one} clock={clock} />
                </Section>
              </div>
            ) : null}
          </>
        }
        side={
          <div className="print:hidden">
            {preparation?.kind === "one" ? (
              <SafetyStatus safety={preparation.overview.safety} clientId={one.clientId} clock={clock} />
            ) : null}
            <Section id="who" title="With">
              <People one={one} />
              {one.coupleId ? null : (
                <p className="mt-2 text-small">
                  <Link href={paths.client(one.clientId).goals} prefetch={false}>
                    Goals to look at together
                  </Link>
                </p>
              )}
            </Section>
            <Section id="history" title="What happened to it">
              <SessionHistory one={one} steps={steps} clock={clock} />
            </Section>
          </div>
        }
      />
    </PracticePage>
  );
}

function People({ one }: { one: Appointment }) {
  const people = [
    { id: one.clientId, name: one.name },
    ...(one.secondId && one.secondName ? [{ id: one.secondId, name: one.secondName }] : []),
  ];
  return (
    <ul className="grid gap-1.5">
      {people.map(({ id, name }) => (
        <li key={id}>
          <Link href={paths.client(id).overview} prefetch={false}>
            <bdi {...theirWords}>{name}</bdi>
          </Link>
        </li>
      ))}
      {one.coupleId && !one.isOfEndedLink ? (
        <li>
          <Link href={paths.couple(one.coupleId)} prefetch={false}>
            Both, side by side
          </Link>
        </li>
      ) : null}
    </ul>
  );
}

/** Who of two asks is for the therapist alone: the other’s pages are the same whether anybody asked. */
function Wishes({ one, clock }: { one: Appointment; clock: { now: Date; zone: string } }) {
  const { client, second } = namesOf(one);
  return one.wishes.map(({ clientId, words, askedAt }) => (
    <Notice
      key={`${clientId}.${askedAt.toISOString()}`}
      tone="attention"
      title={`${clientId === one.clientId ? client : (second ?? client)} asked for another time ${nearWords(askedAt, clock)}`}
    >
      {words ? <q {...theirWords}>{words}</q> : "Without words."}
      {one.coupleId ? " The other of the two is not told who asked." : null}
    </Notice>
  ));
}

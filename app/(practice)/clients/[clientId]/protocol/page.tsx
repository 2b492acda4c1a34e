import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Columns } from "@/components/shell/columns";
import { Empty } from "@/components/ui/empty";
import type { OpenSession } from "@/db/queries/identity/session";
import { type ClientProtocol, getClientProtocol } from "@/db/queries/protocol/client-protocol";
import { firstNameOf } from "@/lib/first-name";
import { formatList, formatLongDay, formatNearDay, inSentence } from "@/lib/format";
import { paths } from "@/lib/paths";
import { exerciseOf } from "@/lib/protocol/definition";
import { hasOwnSteps } from "@/lib/protocol/own-steps";
import { pathInputOf } from "@/lib/protocol/path-today";
import { protocolPath } from "@/lib/protocol/schedule";
import { openGentlerProposals, readinessNow } from "@/lib/signals/open-proposals";
import { placeOfZone } from "@/lib/time/zone";
import { loadClient } from "@/server/load-client";
import { PathTable } from "../../../_protocol/path-table";
import { dayNames, pathView } from "../../../_protocol/path-view";
import { Waits } from "../../../_shell/waits";
import { ClientPage } from "../_shell/client-page";
import { AskedSwaps } from "./_components/asked-swaps";
import { AssignAt } from "./_components/assign-at";
import { ChangePath } from "./_components/change-path";
import { DecidedToast } from "./_components/decided-toast";
import { History } from "./_components/history";
import { Logged } from "./_components/logged";
import { MaintenancePlanView } from "./_components/maintenance-plan";
import { MoveVersion } from "./_components/move-version";
import { Gentler, Ready } from "./_components/proposals";
import { WeeksWait } from "./_components/weeks-wait";
import { undo } from "./actions";
import { readChoice, type SearchParams } from "./change-choice";
import { historyLines } from "./history-view";
import { readMove } from "./move-choice";
import { askedSwaps, isNearTheEnd, loggedLines, proposalFacts, readyView, shownWeek } from "./protocol-view";
import { undoSeconds } from "./undo-seconds";

export const metadata: Metadata = { title: "Protocol" };

type Props = { params: Promise<{ clientId: string }>; searchParams: Promise<SearchParams> };

export default async function ProtocolPage({ params, searchParams }: Props) {
  const asked = await searchParams;
  const { data, session, today, standing } = await loadClient(params, getClientProtocol);
  return (
    <ClientPage
      session={session}
      header={data.header}
      standing={standing}
      today={today}
      current="protocol"
      beside={<BesidePath data={data} today={today} />}
    >
      {data.header.enrolment ? (
        <Steering
          data={data}
          enrolment={data.header.enrolment}
          now={data.now}
          session={session}
          today={today}
          asked={asked}
        />
      ) : (
        <Empty title="No weeks of their own">
          {data.header.name} has a portal and no protocol. Weeks are begun under Record, Courses.
        </Empty>
      )}
    </ClientPage>
  );
}

/** The path while somebody is in the room: its weeks, without what was proposed, decided or written about them. */
function BesidePath({ data, today }: { data: ClientProtocol; today: string }) {
  const { enrolment } = data.header;
  if (!enrolment) return <Waits />;
  const input = pathInputOf(enrolment, today);
  const path = protocolPath(input);
  return (
    <PathTable
      base={null}
      phases={pathView(
        input.version,
        path,
        data.attempts.filter(({ outcome }) => outcome !== "skipped"),
      )}
      days={dayNames(path)}
      shownWeek={null}
    />
  );
}

/** Whose clock the times are by, where it is not the client's too. */
const clockWords = (name: string, zone: string, theirs: string): string | null =>
  zone === theirs ? null : `Times are by your clock, in ${placeOfZone(zone)}. ${name}’s is in ${placeOfZone(theirs)}.`;

/** What the version of the path is called: it may be put away, and then is not among those on offer. */
const currentName = ({ versions, moves }: ClientProtocol, { protocolVersionId, version }: Enrolled) =>
  versions.find(({ id }) => id === protocolVersionId)?.name ?? moves.at(-1)?.to ?? version.title;

type Enrolled = NonNullable<ClientProtocol["header"]["enrolment"]>;

type SteeringProps = {
  data: ClientProtocol;
  enrolment: Enrolled;
  now: Date;
  session: OpenSession;
  today: string;
  asked: SearchParams;
};

function Steering({ data, enrolment, now, session, today, asked }: SteeringProps) {
  const { header } = data;
  const name = firstNameOf(header.name);
  const base = paths.client(header.id).protocol;
  const input = pathInputOf(enrolment, today);
  const { version } = input;
  const path = protocolPath(input);
  const facts = proposalFacts(data, version, path);
  const mayChange = session.actor.role === "owner" || header.therapistId === session.actor.accountId;
  const ready = readinessNow(facts);
  const gentler = openGentlerProposals(facts).map((proposal) => ({
    ...proposal,
    id: randomUUID(),
    title: exerciseOf(version, proposal.exercise)?.title ?? proposal.exercise,
    isJoint: hasOwnSteps(exerciseOf(version, proposal.exercise) ?? { exposureLevel: "alone" }),
    days: formatList(proposal.dates.map((date) => formatNearDay(date, today))),
  }));
  const others = data.versions.filter(({ id }) => id !== enrolment.protocolVersionId);
  const week = shownWeek(path, String(asked.week ?? ""));
  const { zone } = session.actor;
  const lines = historyLines({ data, enrolment, today }, now, zone);
  const done = data.decisions.find(({ id, isOwn, decidedAt }) => {
    return id === asked.done && isOwn && now.getTime() - decidedAt.getTime() < undoSeconds * 1_000;
  });
  const sentence = lines.find(({ id, undone }) => id === done?.id && !undone)?.sentence;
  return (
    <>
      <Columns
        sideLabel="Steering"
        main={
          <>
            <PathTable
              base={base}
              phases={pathView(version, path, data.attempts)}
              days={dayNames(path)}
              shownWeek={week?.index ?? null}
            />
            <Logged
              week={week?.number ?? null}
              lines={week ? loggedLines(data.attempts, version, week, today) : []}
              name={name}
              mayRate={mayChange}
            />
            {mayChange ? <AssignAt clientId={header.id} path={path} /> : null}
            {isNearTheEnd(path) || data.plan ? (
              <MaintenancePlanView
                clientId={header.id}
                name={name}
                plan={data.plan?.plan ?? null}
                mayChange={mayChange}
              />
            ) : null}
          </>
        }
        side={
          <>
            {data.arrival ? (
              <WeeksWait
                clientId={header.id}
                name={name}
                arrival={data.arrival}
                planned={inSentence(formatLongDay(enrolment.plannedStart, today))}
                mayChange={mayChange}
              />
            ) : null}
            <AskedSwaps
              base={base}
              clientId={header.id}
              name={name}
              requests={askedSwaps(data, version, path, now, zone)}
              mayChange={mayChange}
            />
            <Gentler proposals={gentler} clientId={header.id} mayChange={mayChange} partner={data.joint.partner} />
            {ready ? (
              <Ready
                ready={readyView(ready, randomUUID(), {
                  isHeld: path.held?.because === "therapist",
                  isClear: data.saysGain,
                })}
                clientId={header.id}
                mayChange={mayChange}
              />
            ) : null}
            {mayChange ? (
              <ChangePath
                base={base}
                clientId={header.id}
                name={name}
                version={version}
                input={input}
                path={path}
                choice={readChoice(asked, version, path, data.joint.isDecidedHere)}
                joint={data.joint}
              />
            ) : null}
            {mayChange ? (
              <MoveVersion
                base={base}
                clientId={header.id}
                name={name}
                current={currentName(data, enrolment)}
                others={others}
                choice={readMove(asked, others, data.moves, input)}
                input={input}
              />
            ) : null}
            <History
              base={base}
              name={name}
              lines={lines}
              clock={clockWords(name, zone, header.zone)}
              mayChange={mayChange}
            />
          </>
        }
      />
      {done && sentence ? (
        <DecidedToast
          key={done.id}
          action={undo}
          id={randomUUID()}
          clientId={header.id}
          decisionId={done.id}
          after={base}
        >
          {sentence}
        </DecidedToast>
      ) : null}
    </>
  );
}

import type { Metadata } from "next";
import { z } from "zod";
import { Columns } from "@/components/shell/columns";
import { Crumb } from "@/components/shell/crumb";
import { PageHead } from "@/components/shell/page-head";
import { Empty } from "@/components/ui/empty";
import { Section } from "@/components/ui/section";
import { getNotePage, type NotePage } from "@/db/queries/notes/session-note";
import { notePlace } from "@/lib/drafts/place";
import { NotFound } from "@/lib/errors";
import { firstNameOf } from "@/lib/first-name";
import { formatMoment, initialsOf, inSentence } from "@/lib/format";
import { chosenTemplate } from "@/lib/notes/template";
import { paths } from "@/lib/paths";
import { localDate } from "@/lib/time/zone";
import { loadForStaff } from "@/server/load";
import { titleBesideSomebody } from "@/server/room";
import { titleOf, whenWords } from "../../../_sessions/session-view";
import { PracticePage } from "../../../_shell/practice-page";
import { ApartNotes } from "./_components/apart-notes";
import { FactList } from "./_components/fact-list";
import { NoteVersions } from "./_components/note-versions";
import { OpenedNote } from "./_components/opened-note";
import { WriteNote } from "./_components/write-note";

export const generateMetadata = (): Promise<Metadata> => titleBesideSomebody("Note");

type Props = { params: Promise<{ sessionId: string }>; searchParams: Promise<{ template?: string }> };

/** The note of one session: begun with what happened, kept while it is written, signed, and from then on amended. */
export default async function SessionNotePage({ params, searchParams }: Props) {
  const id = z.uuid().safeParse((await params).sessionId);
  const { template: asked } = await searchParams;
  const { data, session } = await loadForStaff(async (scope) => {
    if (!id.success) throw new NotFound();
    return { ...(await getNotePage(scope, id.data)), now: scope.now };
  });
  const { one, note, facts, now } = data;
  const { zone, accountId } = session.actor;
  const clock = { now, zone };
  const today = localDate(now, zone);
  const people = [one.name, ...(one.secondName ? [one.secondName] : [])];
  const readers = people.map(firstNameOf).join(" and ");
  const moment = (at: Date) => inSentence(formatMoment(at, now, zone));
  const hasBegun = one.startsAt <= now;
  return (
    <PracticePage session={session} about={people.map(initialsOf).join(" and ")}>
      <Crumb href={paths.session(one.id)}>The session</Crumb>
      <PageHead title={`Note: ${titleOf(one, clock)}`} sub={headWords(data, moment)} />
      <Columns
        sideLabel="Beside the note"
        main={
          <>
            <Section id="note" title={note ? note.template.title : "Draft"} sub={note ? undefined : draftWords}>
              {note ? (
                <OpenedNote page={data} note={note} readers={readers} accountId={accountId} />
              ) : data.mayChange && hasBegun ? (
                <WriteNote
                  page={data}
                  template={chosenTemplate(data.templates, asked, data.lastTemplate)}
                  place={notePlace(one.clientId, `session.${one.id}`)}
                  readers={readers}
                  today={today}
                />
              ) : (
                <Empty title="No note yet">
                  {hasBegun ? "It stands here once it is signed." : "It can be written once the session has begun."}
                </Empty>
              )}
            </Section>
            {data.mayChange ? (
              <ApartNotes
                appointmentId={one.id}
                notes={data.apart}
                place={notePlace(one.clientId, `apart.${one.id}`)}
                moment={moment}
              />
            ) : null}
          </>
        }
        side={
          note ? (
            <Section id="versions" title="Signed and amended">
              <NoteVersions note={note} moment={moment} />
            </Section>
          ) : (
            <Section
              id="facts"
              title="Since the last session"
              sub={
                data.before ? `That was ${whenWords(data.before, clock)}.` : "There was none: the last fourteen days."
              }
            >
              {facts.length > 0 ? (
                <FactList facts={facts} clientId={one.clientId} today={today} />
              ) : (
                <Empty title={one.coupleId ? "Nothing is filled in for two" : "Nothing was kept"}>
                  {one.coupleId ? "What one of the two did alone stands on that person’s own pages." : null}
                </Empty>
              )}
            </Section>
          )
        }
      />
    </PracticePage>
  );
}

const draftWords = "Kept while you write, and yours alone until you sign it.";

function headWords({ note }: NotePage, moment: (at: Date) => string): string | undefined {
  if (!note) return undefined;
  const newest = note.versions.at(-1);
  const amended = newest && newest.ordinal > 1 ? ` Amended ${moment(newest.at)}.` : "";
  return `Signed by ${note.author}, ${moment(note.signedAt)}.${amended}`;
}

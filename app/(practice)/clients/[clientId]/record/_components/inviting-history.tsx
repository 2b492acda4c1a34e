import Link from "next/link";
import { theirWords } from "@/components/ui/their-words";
import type { PartnerInviting } from "@/db/queries/couples/partner-invitation";
import { paths } from "@/lib/paths";

type Props = { inviting: PartnerInviting; day: (date: string) => string; moment: (at: Date) => string };

const answers = { yes: "Yes", no: "No", "not-asked": "Not asked yet" } as const;
const ways = { "in-person": "in person", phone: "on the phone", video: "by video" } as const;
const steps = { declined: "They said no", withdrawn: "Taken back" } as const;

/** Every talk and step with its author and time, newest first. */
export function InvitingHistory({ inviting: { talks, invitations }, day, moment }: Props) {
  const entries = [
    ...talks.map((talk) => ({
      ...{ id: talk.id, at: talk.saidAt },
      shown: (
        <>
          <p>
            <span className="font-strong text-ink">{answers[talk.answer]}</span>, {ways[talk.talkWay]} on{" "}
            {day(talk.talkOn)}. {talk.unheard ? "Nobody could hear." : "Whether somebody could hear was not ruled out."}
          </p>
          <p>Asked: {talk.asked}</p>
          <p className="text-ink-2 text-small">
            Kept by {talk.by}, {moment(talk.saidAt)}
          </p>
        </>
      ),
    })),
    ...invitations.map(({ id, partnerId, name, by, invitedAt }) => ({
      ...{ id, at: invitedAt },
      shown: (
        <>
          <p>
            <span className="font-strong text-ink">Invited</span>:{" "}
            <Link href={paths.client(partnerId).record} prefetch={false}>
              {name}
            </Link>
          </p>
          <p className="text-ink-2 text-small">
            By {by}, {moment(invitedAt)}
          </p>
        </>
      ),
    })),
    ...invitations.flatMap((invitation) =>
      invitation.steps.map(({ id, kind, by, decidedAt, note }) => ({
        ...{ id, at: decidedAt },
        shown: (
          <>
            <p>
              <span className="font-strong text-ink">{steps[kind]}</span>: {invitation.name}
            </p>
            {note ? <p {...theirWords}>{note}</p> : null}
            <p className="text-ink-2 text-small">
              Kept by {by}, {moment(decidedAt)}
            </p>
          </>
        ),
      })),
    ),
  ].sort((a, b) => b.at.getTime() - a.at.getTime());
  if (entries.length === 0) return null;
  return (
    <ul className="grid gap-4" aria-label="What was said and done">
      {entries.map(({ id, shown }) => (
        <li className="pb-4 border-b border-line" key={id}>
          {shown}
        </li>
      ))}
    </ul>
  );
}

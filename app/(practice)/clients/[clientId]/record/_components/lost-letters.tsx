import { ActionForm } from "@/components/forms/action-form";
import { Section } from "@/components/ui/section";
import type { LostLetter } from "@/db/queries/letters/lost-letters";
import { maySendAgain } from "@/lib/messages/delivery-status";
import { isLinkKind, letterSubject } from "@/lib/messages/letter-kinds";
import { sendAgain } from "../actions";

const words: Record<LostLetter["standing"], string> = {
  "again-soon": "The mail server has not taken it yet. It is tried again by itself",
  bounced: "It came back: there is no such mailbox, or it takes nothing. Ask in the next talk for another address",
  unsure: "Nobody knows whether it arrived, so it does not go twice by itself",
  "given-up": "It was never taken, and is too old to be tried again",
};

type Props = {
  letters: readonly LostLetter[];
  name: string;
  mayChange: boolean;
  mailIsSet: boolean;
  moment: (instant: Date) => string;
};

/** Letters that may not have arrived. Nothing at all while every letter did. */
export function LostLetters({ letters, name, mayChange, mailIsSet, moment }: Props) {
  if (letters.length === 0) return null;
  return (
    <Section id="lost-letters" title="Letters that may not have arrived">
      <p className="text-ink-2">
        {mailIsSet
          ? `A letter says that something is waiting in Nearer, and nothing of what. ${name} finds it there in any case.`
          : `Mail is not set up here, so no letter goes out. ${name} finds what is waiting by opening Nearer.`}
      </p>
      <ul className="list-none">
        {letters.map(({ id, kind, createdAt, standing }) => (
          <li
            className="flex gap-y-1 gap-x-5 py-2.5 border-b border-line flex-wrap items-center justify-between print:break-inside-avoid"
            key={id}
          >
            <span>
              <span className="font-strong text-ink">{letterSubject(kind)}</span>
              <span className="second-line block text-ink-2 text-small">
                {moment(createdAt)}. {words[standing]}.
              </span>
            </span>
            {mayChange && mailIsSet && maySendAgain(standing) && !isLinkKind(kind) ? (
              <ActionForm
                action={sendAgain}
                submit={
                  <>
                    Send again
                    <span className="sr-only">
                      {" "}
                      {letterSubject(kind)}, {moment(createdAt)}
                    </span>
                  </>
                }
                busy="Sending…"
                look="quiet"
                small
              >
                <input type="hidden" name="letterId" value={id} />
              </ActionForm>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

import type { Route } from "next";
import Link from "next/link";
import { asButton } from "@/components/ui/button";
import { Icon, type IconName } from "@/components/ui/icon";
import { within } from "@/lib/paths";
import type { ChangeKind } from "@/lib/protocol/decision";

type Props = {
  base: Route;
  week: number | null;
  offered: { first: readonly ChangeKind[]; more: readonly ChangeKind[] };
  chosen: ChangeKind | null;
  isForBoth: boolean;
};

/** What can be decided. Choosing shows the preview below; nothing is decided by it. */
export function ChangeCards({ base, week, offered, chosen, isForBoth }: Props) {
  const card = (kind: ChangeKind) => (
    <Card key={kind} base={base} words={cardWords(kind, week, isForBoth)} kind={kind} isChosen={kind === chosen} />
  );
  return (
    <nav className="grid gap-2.5 print:hidden" aria-label="Change the path">
      {offered.first.map(card)}
      {offered.more.length > 0 ? (
        <details className="print:hidden" open={chosen !== null && offered.more.includes(chosen)}>
          <summary className="py-2.25 text-primary font-semibold hover:text-primary-hover hover:underline max-desk:py-2.75 max-desk:min-h-11">
            Other changes
          </summary>
          <div className="grid gap-2.5 print:hidden">{offered.more.map(card)}</div>
        </details>
      ) : null}
    </nav>
  );
}

type CardWords = { icon: IconName; title: string; sub: string };
type CardProps = { base: Route; kind: ChangeKind; words: CardWords; isChosen: boolean };

function Card({ base, kind, words: { icon, title, sub }, isChosen }: CardProps) {
  return (
    <Link
      {...asButton(
        {},
        "gap-3.5! py-2.25! px-3.75! justify-start! min-h-16.5! text-left! current:py-2! current:px-3.5! current:border-2! current:border-primary! current:bg-primary-tint! forced-colors:current:forced-color-adjust-none forced-colors:current:bg-[SelectedItem]! forced-colors:current:text-[SelectedItemText]!",
      )}
      href={within(base, `?change=${kind}`)}
      scroll={false}
      prefetch={false}
      aria-current={isChosen ? "true" : undefined}
    >
      <Icon name={icon} />
      <span>
        <b className="block">{title}</b>
        <span className="block text-ink-2 text-small font-normal">{sub}</span>
      </span>
    </Link>
  );
}

function cardWords(kind: ChangeKind, week: number | null, isForBoth: boolean): CardWords {
  const here = week === null ? "where it is" : `in week ${week}`;
  switch (kind) {
    case "hold":
      return { icon: "pause", title: "Hold here", sub: `Stay ${here} until you release it` };
    case "release":
      return { icon: "forward", title: "Release the hold", sub: "Move on when this week ends" };
    case "repeat":
      return { icon: "repeat", title: `Repeat week ${week ?? ""}`, sub: "Live it once more, from its next first day" };
    case "swap":
      return { icon: "swap", title: "Swap an exercise", sub: "Another one takes its place" };
    case "dose":
      return { icon: "settings", title: "Change a dose", sub: "More or less often" };
    case "drop":
      return { icon: "minus", title: "Leave out an exercise", sub: "For this week or from here on" };
    case "pause":
      return { icon: "clock", title: "Pause", sub: "No exercises for a while" };
    case "own-steps":
      return {
        icon: "person",
        title: isForBoth ? "Own steps for both" : "Own steps",
        sub: "For pace, illness or holidays: each exercise in the form done by oneself",
      };
    case "resume":
      return { icon: "forward", title: "Resume", sub: "Start again from where it stopped" };
    case "extend":
      return { icon: "plus", title: "Add weeks", sub: "After the last one" };
    case "end":
      return { icon: "close", title: "End the protocol", sub: "With or without follow-ups" };
    case "undo":
      return { icon: "back", title: "Undo a decision", sub: "As if it had not been made, from today" };
  }
}

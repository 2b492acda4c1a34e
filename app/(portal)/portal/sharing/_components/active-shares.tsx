import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { dimensionLabels } from "@/lib/assessments/dimension";
import type { ShareState } from "@/lib/couples/share-decisions";
import { isDimensionItem, isShownAlone, itemWords } from "@/lib/couples/share-items";
import { formatList, inSentence } from "@/lib/format";
import { decide } from "../actions";

type Props = {
  coupleId: string;
  states: readonly ShareState[];
  /** The first day of the next practice week, in words. */
  changes: string;
  moment: (at: Date) => string;
};

/** What is shared, from which day or until which, by kind, with the one button that ends it. Ending asks nothing. */
export function InForce({ coupleId, states, changes, moment }: Props) {
  const chosen = states.filter(({ isChosen }) => isChosen).map(({ item }) => item);
  const kinds = states.filter(({ item }) => isDimensionItem(item));
  const whens = [...new Set(kinds.map((state) => whenWords(state, changes, moment)))];
  const line = (state: ShareState) => (
    <li className={row} key={state.item}>
      <span>
        {itemWords(state.item)}
        <span className="block text-ink-2 text-small"> {whenWords(state, changes, moment)}</span>
      </span>
      {state.isChosen ? (
        <Stop coupleId={coupleId} items={[state.item]} label="Stop" what={itemWords(state.item)} />
      ) : null}
    </li>
  );
  return (
    <>
      <ul className="mt-5 mb-3.5">
        {states.filter(({ item }) => !isDimensionItem(item)).map(line)}
        {kinds.length === 1 ? kinds.map(line) : null}
        {kinds.length > 1 ? <Kinds coupleId={coupleId} kinds={kinds} whens={whens} lines={kinds.map(line)} /> : null}
      </ul>
      {chosen.length > 1 ? <Stop coupleId={coupleId} items={chosen} label="Stop sharing all of it" /> : null}
    </>
  );
}

const row =
  "flex gap-y-1 gap-x-4 py-2 border-b border-line flex-wrap items-center justify-between [&>:first-child]:min-w-0 [&>:first-child]:flex-[1_1_9rem]";

type KindsProps = { coupleId: string; kinds: readonly ShareState[]; whens: readonly string[]; lines: ReactNode };

/** The kinds of close are one thing to stop; each alone is one tap further, or here where one differs from the others. */
function Kinds({ coupleId, kinds, whens, lines }: KindsProps) {
  const chosen = kinds.filter(({ isChosen }) => isChosen).map(({ item }) => item);
  return (
    <li className={row}>
      <span>
        Kinds of close
        <span className="block text-ink-2 text-small">
          {" "}
          {formatList(kinds.flatMap(({ item }) => (isDimensionItem(item) ? [dimensionLabels[item]] : [])))}
        </span>
      </span>
      {chosen.length > 0 ? <Stop coupleId={coupleId} items={chosen} label="Stop" what="kinds of close" /> : null}
      <details className="flex-[1_0_100%]" open={whens.length > 1}>
        <summary className="inline-flex min-h-11 cursor-pointer items-center text-primary">One by one</summary>
        <ul className="border-t border-line">{lines}</ul>
      </details>
    </li>
  );
}

function whenWords({ item, isChosen, isShown, since }: ShareState, changes: string, moment: Props["moment"]): string {
  const decided = inSentence(moment(since));
  if (!isChosen) return `Stopped ${decided}; gone from ${changes}`;
  const when = isShown ? `Since ${decided}` : `Shows from ${changes}`;
  return isShownAlone(item) ? when : `${when}, only in a picture for you both`;
}

type StopProps = { coupleId: string; items: readonly string[]; label: string; what?: string };

function Stop({ coupleId, items, label, what }: StopProps) {
  return (
    <ActionForm
      action={decide}
      submit={
        <>
          {label}
          {what ? <span className="sr-only"> sharing: {what}</span> : null}
        </>
      }
      busy="Stopping…"
      look="outline"
    >
      <input type="hidden" name="coupleId" value={coupleId} />
      <input type="hidden" name="decision" value="withdrawn" />
      {items.map((item) => (
        <input key={item} type="hidden" name="items[]" value={item} />
      ))}
    </ActionForm>
  );
}

import { asButton } from "@/components/ui/button";
import { Flag } from "@/components/ui/flag";
import { LinkButton } from "@/components/ui/link-button";
import { setWords } from "@/lib/assessments/build/answers";
import { conditionWords } from "@/lib/assessments/build/conditions";
import { YES_NO } from "@/lib/assessments/build/item-form";
import type { Instrument, Item } from "@/lib/assessments/instrument";
import { languageMarks } from "@/lib/assessments/language-marks";
import { paths, within } from "@/lib/paths";
import { boundsWords } from "@/lib/typed-number";

type Props = { instrument: Instrument; item: Item; place: number; isLast: boolean };

const arranging = "arrange";

/** One question of the draft: what is asked, how it is answered and counted, and what can be done with it. */
export function QuestionRow({ instrument, item, place, isLast }: Props) {
  const { key, locale } = instrument;
  const { id } = item;
  const { build } = paths.instrument(key);
  const about = <span className="sr-only"> question {place}</span>;
  const step = (what: "up" | "down" | "remove", label: string) => (
    <button
      type="submit"
      form={arranging}
      name="do"
      value={`${what}.${id}`}
      {...asButton({ look: "quiet", small: true })}
    >
      {label}
      {about}
    </button>
  );
  return (
    <li
      id={`row-${id}`}
      tabIndex={-1}
      className="grid grid-cols-[2rem_minmax(0,1fr)] gap-x-3 border-b border-line py-3 break-inside-avoid"
    >
      <span className="pt-0.5 text-ink-3 tabular-nums">{place}</span>
      <div className="grid gap-1">
        {item.section ? <p className="text-small font-semibold text-ink-2">Under “{item.section}”</p> : null}
        <p className="font-serif text-base wrap-anywhere" {...languageMarks(locale)}>
          {item.text ?? <span className="text-ink-3 font-sans">No words yet</span>}
        </p>
        <p className="text-small text-ink-2 text-pretty">{factsOf(instrument, item).join(". ")}.</p>
        {item.critical.length > 0 ? <Flag tone="attention">Has a critical answer</Flag> : null}
        <div className="-ml-3 flex flex-wrap gap-x-1">
          <LinkButton href={within(build, `?open=${id}#edit`)} look="quiet" small>
            Edit{about}
          </LinkButton>
          <LinkButton href={within(build, `?after=${id}#edit`)} look="quiet" small>
            Insert below{about}
          </LinkButton>
          {place > 1 ? step("up", "Move up") : null}
          {isLast ? null : step("down", "Move down")}
          {step("remove", "Remove")}
        </div>
      </div>
    </li>
  );
}

function factsOf(instrument: Instrument, item: Item): string[] {
  const scales = instrument.scales.flatMap(({ title, items }) => (items.includes(item.id) ? title : []));
  const asked = conditionWords(instrument, item);
  return [
    answeredWords(instrument, item),
    ...(scales.length > 0 ? [`Counts for ${scales.join(", ")}${item.reversed ? ", reversed" : ""}`] : []),
    ...(item.kind === "display" || item.required ? [] : ["May be left out"]),
    ...(asked ? [asked] : []),
  ];
}

function answeredWords(instrument: Instrument, { kind, options, min, max }: Item): string {
  if (kind === "choice") {
    if (options === YES_NO) return "Yes or no";
    return setWords(instrument.optionSets[options ?? ""] ?? []);
  }
  if (kind === "integer" || kind === "decimal")
    return boundsWords({ least: min, most: max, isWhole: kind === "integer" }).slice(0, -1);
  return { text: "Answered in words", date: "Answered with a day", display: "Shown, not answered" }[kind];
}

import type { ReactNode } from "react";
import { useItsLanguage } from "@/components/assessments/its-language";
import {
  answer,
  asSitting,
  pick,
  sideTab,
  sittingFoot,
  sittingTop,
  statementLook,
} from "@/components/assessments/sitting-look";
import { StatementProgress } from "@/components/assessments/statement-progress";
import { asButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { Form } from "@/lib/assessments/instrument";

export type AnswerOption = { value: number; label: string };

type Props = {
  /** 1-based place of this statement, and how many there are. */
  number: number;
  of: number;
  statement: string;
  side: Form;
  /** Both sides, or only "now" for an instrument that is answered once. */
  sides: readonly Form[];
  sideLabels: Record<Form, string>;
  /** How this side is meant: which days, and that only one's own answer is right. */
  stem?: string | null;
  options: readonly AnswerOption[];
  /** What is written instead of chosen: words, a number, a day. */
  field?: ReactNode;
  /** Words that only stand there, before the statement. */
  intro?: readonly string[];
  /** The chosen value of this side; null until the person chooses. */
  value: number | null;
  /** The chosen value of the now side, shown while the wish is asked. */
  nowValue: number | null;
  onChoose: (value: number) => void;
  onBack: (() => void) | null;
  onNext: () => void;
  /** Such as "Saved" or "Saved on this phone"; empty before the first answer. */
  saved: string;
  /** "Stop for now" and "Leave quickly", drawn by the page. */
  stop: ReactNode;
  leave: ReactNode;
  /** The line about where to turn, and the numbers at once when an answer asks for them. */
  turn?: ReactNode;
  nextLabel?: string;
  /** Under the options: "I prefer not to answer", or a sentence about what is missing. */
  aside?: ReactNode;
};

/** One statement at a time, first as it is now, then as it is wished, with the distance drawn between. */
export function Statement(props: Props) {
  const { number, of, statement, side, sideLabels, options, value, nowValue, onChoose, onBack, onNext, saved } = props;
  const nowIndex = options.findIndex((option) => option.value === nowValue);
  const chosenIndex = options.findIndex((option) => option.value === value);
  const showsDistance = side === "wished" && nowIndex >= 0 && chosenIndex >= 0 && nowIndex !== chosenIndex;
  const its = useItsLanguage();
  const answerName = `answer-${number}-${side}`;
  return (
    <div {...asSitting()}>
      <div className={sittingTop}>
        {props.stop}
        {props.leave}
      </div>
      {props.turn}
      <StatementProgress number={number} of={of} saved={saved} />
      {props.intro?.map((words) => (
        <p className="reading mx-5 mt-4 whitespace-pre-line" key={words} {...its}>
          {words}
        </p>
      ))}
      <h1 className={statementLook} tabIndex={-1} {...its}>
        {statement}
      </h1>
      <div
        className="mx-0 mt-6 mb-3 flex flex-wrap gap-x-5 border-b border-line px-5 short:mt-3 shorter:my-2"
        aria-hidden="true"
      >
        <SideTab label={sideLabels.now} mark="now" on={side === "now"} />
        {props.sides.includes("wished") ? (
          <SideTab label={sideLabels.wished} mark="wish" on={side === "wished"} />
        ) : null}
      </div>
      {props.stem ? (
        <p id={`${answerName}-stem`} className="mx-5 mb-3 text-body text-ink-2 shorter:mb-2">
          {props.stem}
        </p>
      ) : null}
      {props.field ? (
        <div className="mx-5 mt-4">{props.field}</div>
      ) : (
        <fieldset
          className="relative mx-5 grid gap-2"
          key={answerName}
          aria-describedby={props.stem ? `${answerName}-stem` : undefined}
        >
          <legend className="sr-only">
            {statement} {sideLabels[side]}
          </legend>
          {options.map((option, index) => (
            <label
              className={answer({ joins: showsDistance ? lineAt(index, nowIndex, chosenIndex) : null })}
              key={option.value}
            >
              <input
                className="absolute inset-0 size-full cursor-pointer opacity-0"
                type="radio"
                name={answerName}
                value={option.value}
                checked={option.value === value}
                onChange={() => onChoose(option.value)}
              />
              <svg className={pick({ side })} viewBox="0 0 22 22" aria-hidden="true">
                <circle cx="11" cy="11" r="9.5" />
              </svg>
              <span {...its}>{option.label}</span>
              {side === "wished" && index === nowIndex && (
                <span className="ml-auto inline-flex items-center gap-2.25 text-small font-normal text-ink-2 [&_circle]:stroke-[2.5]">
                  Your now
                  <End mark="now" />
                </span>
              )}
              {showsDistance && index === chosenIndex && (
                <span className="ml-auto inline-flex items-center gap-2.25 text-small font-normal text-ink-2 [&_circle]:stroke-[2.5]">
                  <End mark="wish" />
                </span>
              )}
            </label>
          ))}
        </fieldset>
      )}
      {props.aside}
      <div className={sittingFoot}>
        {onBack ? (
          <button type="button" {...asButton({}, "min-h-12!")} onClick={onBack}>
            <Icon name="back" small />
            Back
          </button>
        ) : (
          <span />
        )}
        <button type="button" {...asButton({ look: "filled" }, "min-h-12! min-w-33")} onClick={onNext}>
          {props.nextLabel ?? "Next"}
        </button>
      </div>
    </div>
  );
}

/** Which part of the distance line runs through this answer. */
function lineAt(index: number, now: number, wished: number): "first" | "between" | "last" | null {
  const [first, last] = [Math.min(now, wished), Math.max(now, wished)];
  if (index < first || index > last) return null;
  return index === first ? "first" : index === last ? "last" : "between";
}

function SideTab({ label, mark, on }: { label: string; mark: "now" | "wish"; on: boolean }) {
  return (
    <span className={sideTab({ on })} data-side={on ? "on" : "off"}>
      <svg
        className="inline-block flex-none align-[-3px]"
        width="14"
        height="14"
        viewBox="0 0 14 14"
        aria-hidden="true"
      >
        <circle className={`mark ${mark}`} cx="7" cy="7" r="5" />
      </svg>
      {label}
    </span>
  );
}

function End({ mark }: { mark: "now" | "wish" }) {
  return (
    <svg className="relative z-2 text-primary" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <circle className={`mark ${mark}`} cx="9" cy="9" r="6.5" />
    </svg>
  );
}

import type { ReactNode } from "react";
import { StatementProgress } from "@/components/assessments/statement-progress";
import { classNames } from "@/components/ui/class-names";
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
  const answerName = `answer-${number}-${side}`;
  return (
    <div className="asmt">
      <div className="top">
        {props.stop}
        {props.leave}
      </div>
      {props.turn}
      <StatementProgress number={number} of={of} saved={saved} />
      {props.intro?.map((words) => (
        <p className="read stem" key={words}>
          {words}
        </p>
      ))}
      <h1 className="stmt" tabIndex={-1}>
        {statement}
      </h1>
      <div className="ask" aria-hidden="true">
        <SideTab label={sideLabels.now} mark="now" on={side === "now"} />
        {props.sides.includes("wished") ? (
          <SideTab label={sideLabels.wished} mark="wish" on={side === "wished"} />
        ) : null}
      </div>
      {props.field ? (
        <div className="stem written">{props.field}</div>
      ) : (
        <fieldset className="opts" key={answerName}>
          <legend className="vh">
            {statement} {sideLabels[side]}
          </legend>
          {options.map((option, index) => (
            <label
              className={classNames("opt", showsDistance && lineAt(index, nowIndex, chosenIndex))}
              key={option.value}
            >
              <input
                type="radio"
                name={answerName}
                value={option.value}
                checked={option.value === value}
                onChange={() => onChoose(option.value)}
              />
              <svg className={side === "now" ? "pick now" : "pick"} viewBox="0 0 22 22" aria-hidden="true">
                <circle cx="11" cy="11" r="9.5" />
              </svg>
              <span>{option.label}</span>
              {side === "wished" && index === nowIndex && (
                <span className="was">
                  Your now
                  <End mark="now" />
                </span>
              )}
              {showsDistance && index === chosenIndex && (
                <span className="was">
                  <End mark="wish" />
                </span>
              )}
            </label>
          ))}
        </fieldset>
      )}
      {props.aside}
      <div className="foot">
        {onBack ? (
          <button type="button" className="btn" onClick={onBack}>
            <Icon name="back" small />
            Back
          </button>
        ) : (
          <span />
        )}
        <button type="button" className="btn filled" onClick={onNext}>
          {props.nextLabel ?? "Next"}
        </button>
      </div>
    </div>
  );
}

/** Which part of the distance line runs through this answer. */
function lineAt(index: number, now: number, wished: number): string | null {
  const [first, last] = [Math.min(now, wished), Math.max(now, wished)];
  if (index < first || index > last) return null;
  return index === first ? "joins-first" : index === last ? "joins-last" : "joins-between";
}

function SideTab({ label, mark, on }: { label: string; mark: "now" | "wish"; on: boolean }) {
  return (
    <span className={on ? "side on" : "side"}>
      <svg className="key" width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        <circle className={`mark ${mark}`} cx="7" cy="7" r="5" />
      </svg>
      {label}
    </span>
  );
}

function End({ mark }: { mark: "now" | "wish" }) {
  return (
    <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <circle className={`mark ${mark}`} cx="9" cy="9" r="6.5" />
    </svg>
  );
}
